import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { resolveImport } from './resolve-import.js';
import { builderModule, isSource, sourceFolder } from './tool.js';
import type { Transform } from './transform-module.js';

/**
 * The tool's own modules inside the sandbox: what `import … from 'stanchion'` gives an author, and `collect`, which turns what
 * a model exports into the graph's document. Packaged they are one bundle, in a source checkout the sources themselves.
 */
export interface BuilderModules {
  /** The module of an import, or undefined where it is none of the tool's own. */
  follow(importer: string, specifier: string): string | undefined;
  load(id: string): string;
}

/** Under this name the builder's frames are told from the author's. */
const prefix = 'stanchion';
/** What the sandbox itself imports; an author's import of that name is refused. */
export const collector = 'stanchion:collect';

export function createBuilderModules(transform: Transform): BuilderModules {
  return isSource ? sourceModules(transform) : bundledModules();
}

function bundledModules(): BuilderModules {
  let code: string | undefined;
  return {
    follow: (_, specifier) => (specifier === prefix || specifier === collector ? prefix : undefined),
    load() {
      code ??= builderModule();
      return code;
    },
  };
}

function sourceModules(transform: Transform): BuilderModules {
  const root = sourceFolder();
  const surroundings = { root, missing: new Set<string>(), consulted: new Set<string>() };
  const loaded = new Map<string, string>();
  const idOf = (path: string): string => `${prefix}/${relative(root, path).split(sep).join('/')}`;
  const pathOf = (id: string): string => join(root, id.slice(prefix.length + 1));
  return {
    follow(importer, specifier) {
      if (specifier === prefix) return idOf(join(root, 'index.ts'));
      if (specifier === collector) return idOf(join(root, 'vocabulary', 'collect.ts'));
      if (!importer.startsWith(`${prefix}/`)) return undefined;
      const found = resolveImport(specifier, pathOf(importer), surroundings);
      return 'path' in found ? idOf(found.path) : undefined;
    },
    load(id) {
      const code = loaded.get(id) ?? codeOf(pathOf(id), transform);
      loaded.set(id, code);
      return code;
    },
  };
}

function codeOf(path: string, transform: Transform): string {
  const result = transform(path, readFileSync(path, 'utf8'));
  if ('code' in result) return result.code;
  throw new SyntaxError(`${path}:${result.line}:${result.column}: ${result.message}`);
}
