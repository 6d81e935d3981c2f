import { cellsOf, cutCells, wrapCells } from './cells.js';
import { type Brush, plain } from './paint.js';
import { visible } from './visible.js';

/** Text of others on one line: line breaks become spaces. */
export function oneLine(text: string): string {
  return visible(text.replaceAll('\n', ' '));
}

/** As much of a text of others as there is room for, on one line. */
export function clipped(text: string, room: number): string {
  const line = oneLine(text.slice(0, room * 8));
  return cellsOf(line) <= room ? line : `${cutCells(line, room - 1)[0]}…`;
}

/** `label` and, beside it, a text wrapped into the room that is left; every further line begins below the text's first. */
export function hanging(label: string, text: string, width: number, brush: Brush, emphasis: Brush = plain): string[] {
  const indent = cellsOf(label);
  const lines = wrapCells(oneLine(text), Math.max(20, width - indent));
  return lines.map((line, index) => `${index === 0 ? brush(label) : ' '.repeat(indent)}${emphasis(line)}`);
}

/** Of several empty lines in a row, one. */
export function calmed(lines: readonly string[]): string[] {
  return lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''));
}

export function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(by)}${line}`));
}
