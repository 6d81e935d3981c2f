import type { SourcePosition } from '../../graph/architecture.js';

/** The builder's own frames lie on top of the author's; more than this many never do. */
const deepest = 16;

const own = parse(frame(stack(), 0))?.file ?? '';
/** Unbundled, the builder is the folder around this module's; bundled, it is the one file it was bundled into. */
const ownFiles = /^(.*[\\/])builder[\\/]position\.[a-z]+$/.exec(own)?.[1] ?? `${own}:`;

/** Where the author stands who is calling the builder: the innermost line outside it, as the engine names its file. */
export function authorPosition(): SourcePosition | undefined {
  const text = stack();
  // Every call comes by here, so that frames of the builder itself are passed over unread.
  for (let start = 0; start < text.length; ) {
    const line = frame(text, start);
    const position = line.includes(ownFiles) ? undefined : parse(line);
    if (position) return position;
    start += line.length + 1;
  }
  return undefined;
}

function stack(): string {
  const limit: unknown = Reflect.get(Error, 'stackTraceLimit');
  try {
    Reflect.set(Error, 'stackTraceLimit', deepest);
    const text: unknown = new Error().stack;
    return typeof text === 'string' ? text.slice(Math.max(0, text.search(/^ *at /m))) : '';
  } catch {
    return '';
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit);
  }
}

function frame(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

/** `at name (file:line:column)` or `at file:line:column`; native frames have none. */
function parse(line: string): SourcePosition | undefined {
  const open = line.endsWith(')') ? line.indexOf(' (') : -1;
  const place = open < 0 ? line.replace(/^ *at (async )?/, '') : line.slice(open + 2, -1);
  const match = /^(.+):(\d+):(\d+)$/.exec(place);
  return match ? { file: match[1]!, line: Number(match[2]), column: Number(match[3]) } : undefined;
}
