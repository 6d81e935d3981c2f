import { cellsOf } from './cells.js';
import { hanging, indented } from './layout.js';
import { type Brush, plain } from './paint.js';
import type { TerminalStyle } from './style.js';

/** A heading in capitals with an aside, and what stands below it; nothing where nothing does. */
export function section(
  title: string,
  aside: string,
  body: readonly string[],
  { paint, width }: Pick<TerminalStyle, 'paint' | 'width'>,
): string[] {
  if (body.length === 0) return [];
  const fits = cellsOf(title) + cellsOf(aside) + 2 <= width;
  const head =
    aside === '' || !fits
      ? [...hanging('', title, width, plain, paint.strong), ...(aside === '' ? [] : hanging('', aside, width, plain))]
      : [`${paint.strong(title)}  ${aside}`];
  return ['', ...head, '', ...indented(body, 2)];
}

/** Sentences below each other, each wrapped; the room is that of a section's body. */
export function lines(
  texts: readonly string[],
  { width }: Pick<TerminalStyle, 'width'>,
  brush: Brush = plain,
): string[] {
  return texts.flatMap((text) => hanging('- ', text, width - 2, plain, brush));
}

/** A word and what is said of it, the words in a column. */
export function labelled(
  rows: readonly (readonly [label: string, text: string])[],
  { width, paint }: Pick<TerminalStyle, 'width' | 'paint'>,
): string[] {
  const column = Math.max(0, ...rows.map(([label]) => label.length)) + 2;
  return rows.flatMap(([label, text]) => hanging(label.padEnd(column), text, width - 2, paint.muted));
}

/** The first of a list as `say` puts them, and in a line how many more there are, and `where`. */
export function bounded<T>(
  items: readonly T[],
  most: number,
  say: (item: T, index: number) => readonly string[],
  where = '',
): string[] {
  const rest = items.length - most;
  return [
    ...items.slice(0, most).flatMap((item, index) => say(item, index)),
    ...(rest > 0 ? [`and ${rest} more${where}`] : []),
  ];
}
