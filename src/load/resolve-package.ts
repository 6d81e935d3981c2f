import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isFile, isWithin } from './paths.js';
import type { Resolution, Surroundings } from './surroundings.js';

interface Manifest {
  readonly type?: unknown;
  readonly exports?: unknown;
  readonly module?: unknown;
  readonly main?: unknown;
}

/** The conditions under which a package's entry is taken; nothing that belongs to Node or a browser alone. */
const conditions = new Set(['import', 'module', 'default']);

/** The file of a package that an import names, looked for upwards from the importer; undefined where there is none. */
export function resolvePackage(
  specifier: string,
  importer: string,
  surroundings: Surroundings,
): Resolution | undefined {
  const [, name, rest] = /^(@[^/]+\/[^/]+|[^/]+)(.*)$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  for (let folder = dirname(importer); isWithin(folder, surroundings.root); folder = dirname(folder)) {
    const manifest = join(folder, 'node_modules', name, 'package.json');
    if (basename(folder) !== 'node_modules' && isFile(manifest)) {
      surroundings.consulted.add(manifest);
      return entryOf(specifier, `.${rest ?? ''}`, manifest);
    }
    surroundings.missing.add(manifest);
    if (dirname(folder) === folder) break;
  }
  return undefined;
}

function entryOf(specifier: string, subpath: string, path: string): Resolution {
  const manifest = read(path);
  if (!manifest) return { refused: `the package.json of '${specifier}' cannot be read` };
  const entry = manifest.exports === undefined ? plainEntry(manifest, subpath) : exported(manifest.exports, subpath);
  if (entry === undefined) return { refused: `the package of '${specifier}' does not export it` };
  const file = join(dirname(path), entry);
  if (!isWithin(file, dirname(path)) || !isFile(file))
    return { refused: `the package of '${specifier}' lacks its file ${entry}` };
  const isModule = /\.(mjs|m?ts|json)$/.test(file) || manifest.type === 'module' || entry === manifest.module;
  if (isModule) return { path: file };
  return { refused: `'${specifier}' is a CommonJS package`, hint: 'A model can import ES modules only.' };
}

function read(path: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function plainEntry({ module, main }: Manifest, subpath: string): string | undefined {
  if (subpath !== '.') return subpath;
  if (typeof module === 'string') return module;
  return typeof main === 'string' ? main : 'index.js';
}

/** The `exports` of a package.json: a target, conditions, subpaths, subpaths with one `*`. */
function exported(exports: unknown, subpath: string): string | undefined {
  const isSubpaths =
    typeof exports === 'object' && exports !== null && Object.keys(exports).some((key) => key.startsWith('.'));
  if (!isSubpaths) return subpath === '.' ? target(exports) : undefined;
  const entries = Object.entries(exports as Record<string, unknown>);
  const exact = entries.find(([key]) => key === subpath);
  if (exact) return target(exact[1]);
  const patterns = entries.filter(([key]) => key.includes('*')).sort(([a], [b]) => b.indexOf('*') - a.indexOf('*'));
  for (const [key, value] of patterns) {
    const [before = '', after = ''] = key.split('*');
    if (!subpath.startsWith(before) || !subpath.endsWith(after) || subpath.length < key.length) continue;
    return target(value)?.replaceAll('*', subpath.slice(before.length, subpath.length - after.length));
  }
  return undefined;
}

function target(value: unknown): string | undefined {
  if (typeof value === 'string') return value.startsWith('./') ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [condition, inner] of Object.entries(value)) {
    const found = conditions.has(condition) || Array.isArray(value) ? target(inner) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
