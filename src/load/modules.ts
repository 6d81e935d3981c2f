import { readFileSync, realpathSync, statSync } from 'node:fs';
import type { Problem } from '../graph/problem.js';
import { digest } from './digest.js';
import { isTooDeep } from './is-too-deep.js';
import { mostModuleBytes } from './most-bytes.js';
import { displayPath } from './paths.js';
import { resolveImport } from './resolve-import.js';
import type { Surroundings } from './surroundings.js';
import { positionAt } from './text-position.js';
import type { Transform, Transformed } from './transform-module.js';
import { unreadable } from './unreadable.js';

/** A file that takes part in a model. */
export interface SourceModule extends Transformed {
  /** How the sandbox names it: no path, so that no message can carry one. */
  readonly id: string;
  readonly path: string;
  /** How people name it. */
  readonly file: string;
  readonly source: string;
  /** Of the file as it was read. */
  readonly digest: string;
}

/** What keeps a module from being loaded, told to the author; thrown through the engine and caught outside. */
export class ModuleFault extends Error {
  constructor(
    readonly problem: Problem,
    /** No compiler must see the model. */
    readonly isTooDeep = false,
  ) {
    super(problem.message);
  }
}

/** The files of all models of a run: a part that several share is read and transformed once. */
export interface ModuleStore {
  readonly byId: ReadonlyMap<string, SourceModule>;
  /** @throws ModuleFault when it cannot be read or is no program */
  read(path: string, shownAs?: string): SourceModule;
}

const tooDeep = 'The file is nested too deeply to be a model.';
const mostModules = 5_000;

export function createModuleStore(cwd: string, transform: Transform): ModuleStore {
  const byPath = new Map<string, SourceModule>();
  const byId = new Map<string, SourceModule>();
  return {
    byId,
    read(path, shownAs) {
      const known = byPath.get(path);
      if (known) return known;
      const file = shownAs ?? displayPath(path, cwd);
      const content = readContent(path, file);
      // A byte-order mark is no part of the text: editors do not count it as a column.
      const source = content.toString('utf8').replace(/^\uFEFF/, '');
      if (isTooDeep(source)) throw new ModuleFault({ file, line: 1, column: 1, message: tooDeep }, true);
      const result = transform(path, source);
      if (!('code' in result)) throw new ModuleFault({ file, ...result });
      const module = { id: `module-${byId.size}`, path, file, source, digest: digest(content), ...result };
      byPath.set(path, module);
      byId.set(module.id, module);
      return module;
    },
  };
}

function readContent(path: string, file: string): Buffer {
  const { size } = orFault(file, () => statSync(path));
  if (size <= mostModuleBytes) return orFault(file, () => readFileSync(path));
  throw new ModuleFault({ file, message: `The file has ${size} bytes; a module may have ${mostModuleBytes}.` }, true);
}

function orFault<Result>(file: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw new ModuleFault(unreadable(file, error));
  }
}

/** The modules of one model, as the engine asks for them. */
export interface ModelModules {
  readonly entry: SourceModule;
  readonly used: ReadonlySet<SourceModule>;
  readonly surroundings: Surroundings;
  /** The id of what an import leads to. @throws ModuleFault */
  follow(importer: SourceModule, specifier: string): string;
}

/** @throws ModuleFault when the entry cannot be read */
export function openModel(path: string, file: string, root: string, store: ModuleStore): ModelModules {
  const surroundings = { root, missing: new Set<string>(), consulted: new Set<string>() };
  const entry = store.read(
    orFault(file, () => realpathSync(path)),
    file,
  );
  const used = new Set([entry]);
  return {
    entry,
    used,
    surroundings,
    follow(importer, specifier) {
      const found = resolveImport(specifier, importer.path, surroundings);
      if ('refused' in found) throw new ModuleFault(atImport(importer, specifier, found.refused, found.hint));
      const module = store.read(found.path);
      used.add(module);
      if (used.size > mostModules) {
        throw new ModuleFault(atImport(importer, specifier, `The model has more than ${mostModules} modules`));
      }
      return module.id;
    },
  };
}

function atImport(importer: SourceModule, specifier: string, message: string, hint?: string): Problem {
  return {
    file: importer.file,
    ...importPosition(importer.source, specifier),
    message: `${message}.`,
    ...(hint ? { hint } : {}),
  };
}

/** Where a module says an import's name: the engine tells which import failed, not where it stands. */
export function importPosition(source: string, specifier: string): { line: number; column: number } {
  const escaped = specifier.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const found = new RegExp(`(?:\\bfrom|\\bimport)\\s*\\(?\\s*(['"\`])${escaped}\\1`).exec(source);
  return found ? positionAt(source, found.index + found[0].length - specifier.length - 2) : { line: 1, column: 1 };
}
