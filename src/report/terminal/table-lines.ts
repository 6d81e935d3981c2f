import { cellsOf, wrapCells } from './cells.js';
import { hanging, oneLine } from './layout.js';
import type { TerminalStyle } from './style.js';

export interface Column {
  readonly head: string;
  /** How much of the room that short columns leave it gets, beside the others; left out: as wide as its longest cell. */
  readonly share?: number;
}

const gap = 2;
/** Below this a table is a column of broken words: each row is told line by line instead. */
const narrowestTable = 70;

/**
 * A table of texts, wrapped into the room there is; columns that are empty in every row are left out. Where the room is too
 * small each row becomes a block of lines, every cell after the head of its column.
 */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, paint }: Pick<TerminalStyle, 'width' | 'paint'>,
): string[] {
  const kept = columns.flatMap((column, index) => (rows.some((row) => row[index]) ? [{ column, index }] : []));
  const cells = rows.map((row) => kept.map(({ index }) => oneLine(row[index] ?? '')));
  const heads = kept.map(({ column }) => column);
  if (width < narrowestTable) return cells.flatMap((row) => [...block(heads, row, { width, paint }), '']);
  const widths = widthsOf(heads, cells, width);
  return [
    ...rowLines(
      heads.map(({ head }) => head),
      widths,
    ).map((line) => paint.muted(line)),
    ...cells.flatMap((row) => rowLines(row, widths)),
  ];
}

function block(
  columns: readonly Column[],
  row: readonly string[],
  { width, paint }: Pick<TerminalStyle, 'width' | 'paint'>,
): string[] {
  return columns.flatMap(({ head }, index) => (row[index] ? hanging(`${head}: `, row[index], width, paint.muted) : []));
}

function widthsOf(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): readonly number[] {
  const longest = columns.map(({ head }, index) =>
    Math.max(cellsOf(head), ...rows.map((row) => cellsOf(row[index] ?? ''))),
  );
  const fixed = columns.reduce((sum, { share }, index) => (share === undefined ? sum + (longest[index] ?? 0) : sum), 0);
  const room = width - fixed - gap * (columns.length - 1);
  const shares = columns.reduce((sum, { share = 0 }) => sum + share, 0);
  if (longest.reduce((sum, one) => sum + one, gap * (columns.length - 1)) <= width) return longest;
  return columns.map(({ share }, index) =>
    share === undefined ? (longest[index] ?? 0) : Math.max(8, Math.floor((room * share) / shares)),
  );
}

function rowLines(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = cells.map((cell, index) => wrapCells(cell, widths[index] ?? 8));
  const height = Math.max(...wrapped.map((parts) => parts.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((parts, index) => padded(parts[line] ?? '', widths[index] ?? 8))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellsOf(text)));
}
