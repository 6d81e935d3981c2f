import { cellsOf, wrapCells } from './cells.js';
import { visible } from './visible.js';

/** Text of others on one line: line breaks become spaces. */
export function oneLine(text: string): string {
  return visible(text.replaceAll('\n', ' '));
}

/** `label` and, beside it, a text wrapped into the room that is left; every further line begins below the text's first. */
export function hanging(label: string, text: string, width: number, brush: (label: string) => string): string[] {
  const indent = cellsOf(label);
  const lines = wrapCells(oneLine(text), Math.max(20, width - indent));
  return lines.map((line, index) => `${index === 0 ? brush(label) : ' '.repeat(indent)}${line}`);
}

/** Two texts at the ends of one line, or below each other where there is no room. */
export function ends(left: string, right: string, cells: number, width: number): string[] {
  const gap = width - cells;
  return gap >= 2 ? [`${left}${' '.repeat(gap)}${right}`] : [left, right];
}

/** `1 finding`, `3 findings`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

export function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(by)}${line}`));
}
