import { type ChangedFile, unifiedPatch } from '../patch/unified-patch.js';
import { mixPaint, type Paint } from './paint.js';
import { visible } from './visible.js';

/** A patch for people: red and green on a terminal. Without colour it can be applied as it stands. */
export async function patchToTerminal(files: readonly ChangedFile[], colour: boolean): Promise<string> {
  const paint = await mixPaint(colour);
  const lines = files.flatMap(unifiedPatch).map((line) => painted(line, paint, colour));
  return lines.map((line) => `${line}\n`).join('');
}

function painted(line: string, paint: Paint, colour: boolean): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  const shown = text.split('\t').map(visible).join('\t');
  if (!colour) return text === line ? shown : `${shown}\r`;
  if (/^(?:---|\+\+\+) /.test(shown)) return paint.strong(shown);
  if (shown.startsWith('@@')) return paint.place(shown);
  if (shown.startsWith('+')) return paint.good(shown);
  return shown.startsWith('-') ? paint.bad(shown) : shown;
}
