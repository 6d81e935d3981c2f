import type { SourcePosition } from '../../graph/architecture.js';

/** The builder's own frames lie on top of the author's; more than this many never do. */
const deepest = 16;

const own = fileOf(frames()[0]);
/** Unbundled, the builder is this module's folder's parent; bundled, it is the one file it was bundled into. */
const ownFolder = /^(.*[\\/])builder[\\/]position\.[a-z]+$/.exec(own)?.[1];

/** Where the author stands who is calling the builder: the innermost line outside it, as the engine names its file. */
export function authorPosition(): SourcePosition | undefined {
  for (const frame of frames()) {
    const position = parse(frame);
    if (position && !isOwn(position.file)) return position;
  }
  return undefined;
}

function isOwn(file: string): boolean {
  return ownFolder === undefined ? file === own : file.startsWith(ownFolder);
}

function frames(): string[] {
  const limit: unknown = Reflect.get(Error, 'stackTraceLimit');
  try {
    Reflect.set(Error, 'stackTraceLimit', deepest);
    const stack: unknown = new Error().stack;
    return typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s*at /.test(line)) : [];
  } catch {
    return [];
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit);
  }
}

function fileOf(frame: string | undefined): string {
  return (frame === undefined ? undefined : parse(frame)?.file) ?? '';
}

/** `at name (file:line:column)` or `at file:line:column`; native frames have none. */
function parse(frame: string): SourcePosition | undefined {
  const text = frame.trim().slice('at '.length);
  const open = text.endsWith(')') ? text.indexOf(' (') : -1;
  const place = open < 0 ? text.replace(/^async /, '') : text.slice(open + 2, -1);
  const match = /^(.+):(\d+):(\d+)$/.exec(place);
  return match ? { file: match[1]!, line: Number(match[2]), column: Number(match[3]) } : undefined;
}
