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
    const generated = tailCall(known.lines, {
      line: Math.max(1, line),
      column: Math.max(0, utf16Column(known.lines[line - 1] ?? '', column - 1)),
    });
    const found = originalPositionFor(known.trace, generated);
    return found.line === null ? { file, line: 1, column: 1 } : { file, line: found.line, column: found.column + 1 };
  };
}

function utf16Column(line: string, codePoints: number): number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(line)) return codePoints;
  return [...line].slice(0, codePoints).join('').length;
}

interface GeneratedPosition {
  readonly line: number;
  readonly column: number;
}

/** Of a call whose result is returned at once, the engine tells the `return`: the call is the last one of that statement. */
function tailCall(lines: readonly string[], start: GeneratedPosition): GeneratedPosition {
  if (!/^return\b/.test((lines[start.line - 1] ?? '').slice(start.column))) return start;
  let found = start;
  let depth = 0;
  for (let line = start.line; line <= lines.length; line++) {
    const text = lines[line - 1] ?? '';
    for (const { 0: token, index } of text.matchAll(
      /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[([{}\]);]/g,
    )) {
      if (line === start.line && index < start.column) continue;
      if (token === ';' && depth === 0) return found;
      if (token === '(' && depth === 0) found = { line, column: index };
      if (/^[([{]$/.test(token)) depth++;
      else if (/^[)\]}]$/.test(token) && --depth < 0) return found;
    }
  }
  return found;
}

/** The author's frames of an engine's stack, innermost first. */
export function framesOf(stack: string, toSource: ToSource): SourcePosition[] {
  const frames = stack.matchAll(/(module-\d+):(\d+):(\d+)\)?$/gm);
  return [...frames].flatMap(([, file = '', line, column]) => {
    return toSource({ file, line: Number(line), column: Number(column) }) ?? [];
  });
}
