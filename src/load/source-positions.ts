import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { SourcePosition } from '../graph/architecture.js';
import type { SourceModule } from './modules.js';

/** Where the engine says something stands: a module's id, line and column of the code it ran. */
export interface RawPosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The author's position of what the engine names; undefined where it is no module of an author. */
export type ToSource = (position: RawPosition) => SourcePosition | undefined;

/**
 * Maps what the engine ran back to what the author wrote. The engine counts the code points of a line, source maps and editors
 * its units of UTF-16. Of a call it tells the opening bracket, which maps to the name before it.
 */
export function createToSource(byId: ReadonlyMap<string, SourceModule>): ToSource {
  const maps = new Map<string, { readonly trace: TraceMap; readonly lines: readonly string[] }>();
  return ({ file: id, line, column }) => {
    const module = byId.get(id);
    if (!module) return undefined;
    const { file, map, code } = module;
    if (!map) return { file, line: 1, column: 1 };
    let known = maps.get(id);
    if (!known) {
      known = { trace: new TraceMap(map as ConstructorParameters<typeof TraceMap>[0]), lines: code.split('\n') };
      maps.set(id, known);
    }
    const generated = Math.max(0, utf16Column(known.lines[line - 1] ?? '', column - 1));
    const found = originalPositionFor(known.trace, { line: Math.max(1, line), column: generated });
    return found.line === null ? { file, line: 1, column: 1 } : { file, line: found.line, column: found.column + 1 };
  };
}

function utf16Column(line: string, codePoints: number): number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(line)) return codePoints;
  return [...line].slice(0, codePoints).join('').length;
}

/** The author's frames of an engine's stack, innermost first. */
export function framesOf(stack: string, toSource: ToSource): SourcePosition[] {
  const frames = stack.matchAll(/(module-\d+):(\d+):(\d+)\)?$/gm);
  return [...frames].flatMap(([, file = '', line, column]) => {
    return toSource({ file, line: Number(line), column: Number(column) }) ?? [];
  });
}
