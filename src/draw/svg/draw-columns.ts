import { type Block, moved, stacked } from './block.js';

const narrowestColumn = 340;
const betweenColumns = 24;
const mostColumns = 3;

/** Entries in columns of about equal length, read downwards. */
export function drawColumns<T>(
  entries: readonly T[],
  width: number,
  draw: (entry: T, columnWidth: number) => Block,
): Block {
  const fitting = Math.floor((width + betweenColumns) / (narrowestColumn + betweenColumns));
  const number = Math.max(1, Math.min(mostColumns, fitting, entries.length));
  const columnWidth = (width - (number - 1) * betweenColumns) / number;
  const firstOf = (column: number) => Math.ceil((column * entries.length) / number);
  const columns = Array.from({ length: number }, (_, index) =>
    stacked(entries.slice(firstOf(index), firstOf(index + 1)).map((entry) => draw(entry, columnWidth))),
  );
  return {
    markup: columns.map(({ markup }, index) => moved(markup, index * (columnWidth + betweenColumns), 0)).join(''),
    height: Math.max(0, ...columns.map(({ height }) => height)),
  };
}
