import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { SourcePosition } from '../../graph/architecture.js';
import type { Problem } from '../../graph/problem.js';
import type { Parts } from '../parts.js';
import { displayPath } from '../paths.js';
import { importModule } from './import-module.js';
import type { Note } from './trusted-modules.js';
import { watchModules } from './watch-modules.js';

export interface LoadedConfig {
  /** Its default export. */
  readonly value: unknown;
  /** Why there is none. */
  readonly problems: readonly Problem[];
  /** The configuration with all that it imports; undefined where that cannot be told. */
  readonly parts: Parts | undefined;
  readonly source: string;
  /** Where in the user's own modules something was thrown. */
  positionIn(stack: string): SourcePosition | undefined;
}

/**
 * Imports a configuration: TypeScript as it is written, `stanchion` and its parts being the tool that runs. It is trusted, and
 * no sandbox holds it.
 */
export async function loadConfig(path: string, cwd: string): Promise<LoadedConfig> {
  const real = realpathSync(path);
  const watch = watchModules();
  const [outcome] = await Promise.allSettled([importModule(pathToFileURL(real).href)]);
  await watch.end();
  const positionIn = (stack: string) => firstPosition(stack, watch.notes, cwd);
  // Node asks more than once for an import that leads nowhere.
  const told = new Map(
    watch.notes.flatMap((note) => ('fault' in note ? [[JSON.stringify(note), note.fault] as const] : [])),
  );
  const faults = [...told.values()].map((fault) => shown(fault, cwd));
  const isLoaded = outcome.status === 'fulfilled' && faults.length === 0;
  const file = displayPath(real, cwd);
  return {
    value: isLoaded ? outcome.value.default : undefined,
    problems: isLoaded ? [] : faults.length > 0 ? faults : [thrown(outcome, file, positionIn)],
    parts: partsOf(watch.notes),
    source: readFileSync(real, 'utf8').replace(/^\uFEFF/, ''),
    positionIn,
  };
}

function shown(fault: Problem, cwd: string): Problem {
  return { ...fault, ...(fault.file !== undefined && { file: displayPath(fault.file, cwd) }) };
}

function thrown(outcome: PromiseSettledResult<unknown>, file: string, positionIn: LoadedConfig['positionIn']): Problem {
  const reason: unknown = outcome.status === 'rejected' ? outcome.reason : undefined;
  const isError = reason instanceof Error;
  const position = isError ? positionIn(reason.stack ?? '') : undefined;
  const message = isError ? reason.message : String(reason);
  return { ...(position ?? { file }), message: `The configuration does not load: ${message.split('\n')[0]}` };
}

/** The column is missing where a module does not even link. */
function firstPosition(stack: string, notes: readonly Note[], cwd: string): SourcePosition | undefined {
  for (const [, url = '', line, column] of stack.matchAll(/((?:file:\/)?\/[^\s()]+?):(\d+)(?::(\d+))?(?=[)\s]|$)/gm)) {
    // A CommonJS module is named by its path.
    const path = url.startsWith('file:') ? fileURLToPath(url) : url;
    const isOwn = notes.some((note) => 'file' in note && note.file === path);
    if (!isOwn) continue;
    const generated = { line: Number(line), column: Number(column ?? 1) };
    return { file: displayPath(path, cwd), ...original(path, generated, notes) };
  }
  return undefined;
}

function original(path: string, generated: { readonly line: number; readonly column: number }, notes: readonly Note[]) {
  const transformed = notes.find((note) => 'transformed' in note && note.transformed === path);
  if (!transformed || !('map' in transformed)) return generated;
  const map = new TraceMap(transformed.map as ConstructorParameters<typeof TraceMap>[0]);
  const found = originalPositionFor(map, { line: generated.line, column: generated.column - 1 });
  return found.line === null ? generated : { line: found.line, column: found.column + 1 };
}

function partsOf(notes: readonly Note[]): Parts | undefined {
  if (notes.some((note) => 'unseen' in note)) return undefined;
  return {
    files: new Map(notes.flatMap((note) => ('file' in note ? [[note.file, note.digest] as const] : []))),
    missing: notes.flatMap((note) => ('missing' in note ? note.missing : [])),
  };
}
