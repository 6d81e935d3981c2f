import { fitText, headThatFits } from './fit-text.js';
import { graphemes } from './graphemes.js';
import { type Type, textWidth } from './text-width.js';

const afterThese = /[\s\-_/.:,·]/;

/**
 * At most `lines` lines of at most `room` pixels each, broken after a space or a sign that joins words, within a word where
 * there is none; the last line is cut with an ellipsis. Expects clean text.
 */
export function wrapText(text: string, type: Type, room: number, lines: number): readonly string[] {
  const broken: string[] = [];
  let rest = text;
  while (rest !== '' && broken.length < lines - 1 && textWidth(rest, type) > room) {
    const line = firstLine(rest, type, room);
    broken.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  if (rest !== '' || broken.length === 0) broken.push(fitText(rest, type, room));
  return broken;
}

function firstLine(text: string, type: Type, room: number): string {
  const parts = graphemes(text);
  const fitting = headThatFits(parts, type, room);
  const taken = fitting.slice(0, breakAt(fitting));
  return (taken.length > 0 ? taken : parts.slice(0, 1)).join('');
}

/** Behind the last space, unless that leaves most of the line empty; then behind a joining sign, else anywhere. */
function breakAt(line: readonly string[]): number {
  const space = line.lastIndexOf(' ') + 1;
  if (space > line.length / 2) return space;
  const joined = line.map((part) => afterThese.test(part)).lastIndexOf(true) + 1;
  return joined > 1 ? joined : line.length;
}
