import type { SourcePosition } from '../../graph/architecture.js';

/** The builder's own frames lie on top of the author's; more than this many never do. */
const deepest = 16;

/** Known once the first call has come by. */
let ownFiles: string | undefined;

/** Where the author stands who is calling the builder: the innermost line outside it, as the engine names its file. */
export function authorPosition(): SourcePosition | undefined {
  const limit: unknown = Reflect.get(Error, 'stackTraceLimit');
  try {
    Reflect.set(Error, 'stackTraceLimit', deepest);
    return innermostOutside(new Error().stack);
  } catch {
    return undefined;
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit);
  }
}

/** The first frame is this module's. Every call comes by here, so that frames of the builder are passed over unread. */
function innermostOutside(stack: unknown): SourcePosition | undefined {
  if (typeof stack !== 'string') return undefined;
  for (let start = 0; start < stack.length; ) {
    const end = stack.indexOf('\n', start);
    const frame = stack.slice(start, end < 0 ? stack.length : end);
    start += frame.length + 1;
    const position = ownFiles !== undefined && frame.includes(ownFiles) ? undefined : parse(frame);
    if (position && ownFiles !== undefined) return position;
    if (position) ownFiles = filesAround(position.file);
  }
  return undefined;
}

/** Unbundled, the builder is the folder around this module's; bundled, it is the one file it was bundled into. */
function filesAround(own: string): string {
  return /^(.*[\\/])builder[\\/]position\.[a-z]+$/.exec(own)?.[1] ?? `${own}:`;
}

/** `at name (file:line:column)` or `at file:line:column`; native frames have neither line nor column. */
function parse(frame: string): SourcePosition | undefined {
  const open = frame.endsWith(')') ? frame.indexOf(' (') : -1;
  const place = open < 0 ? frame.replace(/^ *at (async )?/, '') : frame.slice(open + 2, -1);
  const second = place.lastIndexOf(':');
  const first = place.lastIndexOf(':', second - 1);
  const [line, column] = [Number(place.slice(first + 1, second)), Number(place.slice(second + 1))];
  return first > 0 && line > 0 && column > 0 ? { file: place.slice(0, first), line, column } : undefined;
}
