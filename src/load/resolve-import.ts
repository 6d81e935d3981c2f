import { existsSync, realpathSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { isFile, isWithin } from './paths.js';
import { resolvePackage } from './resolve-package.js';
import type { Resolution, Surroundings } from './surroundings.js';

const builtins = new Set(builtinModules);
const noBuiltins = "A model runs in a sandbox without Node's own modules: no files, no network, no processes.";

/**
 * Where an import of a model leads: relative ones as TypeScript resolves them (`./x.js` may be x.ts; the ending may be left
 * out), others to an ES package in node_modules. Never outside the root, symbolic links followed first.
 */
export function resolveImport(specifier: string, importer: string, surroundings: Surroundings): Resolution {
  if (specifier.startsWith('node:')) return { refused: `'${specifier}' cannot be imported`, hint: noBuiltins };
  if (/^\.\.?(\/|$)/.test(specifier)) return resolveRelative(specifier, importer, surroundings);
  if (/^(\/|\\|[a-z][a-z0-9+.-]*:)/i.test(specifier)) {
    return {
      refused: `'${specifier}' cannot be imported`,
      hint: 'A model imports files by relative paths, and packages by name.',
    };
  }
  const found = resolvePackage(specifier, importer, surroundings);
  if (found === undefined && builtins.has(specifier)) {
    return { refused: `'${specifier}' cannot be imported`, hint: noBuiltins };
  }
  if (found === undefined)
    return { refused: `there is no package '${specifier}'`, hint: 'Is it installed beside the model?' };
  return 'refused' in found ? found : within(found.path, specifier, surroundings);
}

function resolveRelative(specifier: string, importer: string, surroundings: Surroundings): Resolution {
  const wanted = resolve(dirname(importer), specifier);
  for (const candidate of candidates(wanted, specifier)) {
    if (isFile(candidate)) return within(candidate, specifier, surroundings);
    surroundings.missing.add(candidate);
  }
  return { refused: `there is no file '${specifier}'` };
}

/** In the compiler's order: the source before what it would be compiled to, a file before a folder. */
export function candidates(path: string, specifier: string): readonly string[] {
  if (/\.(m?ts|json)$/.test(specifier)) return [path];
  if (specifier.endsWith('.js')) return [`${path.slice(0, -3)}.ts`, path];
  if (specifier.endsWith('.mjs')) return [`${path.slice(0, -4)}.mts`, path];
  return [`${path}.ts`, `${path}.js`, join(path, 'index.ts'), join(path, 'index.js')];
}

function within(path: string, specifier: string, { root }: Surroundings): Resolution {
  const real = realpathSync(path);
  if (isWithin(real, root)) return { path: real };
  return { refused: `'${specifier}' lies outside the project`, hint: 'A model reads only files of its own project.' };
}

/** The project a model belongs to: its repository, else the folder the command runs in, else the model's own folder. */
export function projectRoot(entry: string, cwd: string): string {
  for (let folder = dirname(entry); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) break;
  }
  const real = realpathSync(cwd);
  return isWithin(entry, real) ? real : dirname(entry);
}
