import { cost } from './costs.js';

/** How much a path costs at the least from a cell to the nearest of its goals: a bound that a search follows. */
export interface WayLeft {
  clear(): void;
  addGoal(cell: number, price: number): void;
  /** To be called after the last goal. */
  close(): void;
  from(column: number, row: number, direction: number): number;
}

const unreached = 1 << 29;

/** @param field one entry for each cell; what it held before does not matter */
export function makeWayLeft(columns: number, field: Int32Array): WayLeft {
  const goals: number[] = [];
  const prices: number[] = [];
  let [minColumn, maxColumn, minRow, maxRow] = [0, 0, 0, 0];

  function clear(): void {
    goals.length = 0;
    prices.length = 0;
    [minColumn, maxColumn, minRow, maxRow] = [unreached, 0, unreached, 0];
  }

  function addGoal(cell: number, price: number): void {
    goals.push(cell);
    prices.push(price);
    const row = (cell / columns) | 0;
    const column = cell - row * columns;
    if (column < minColumn) minColumn = column;
    if (column > maxColumn) maxColumn = column;
    if (row < minRow) minRow = row;
    if (row > maxRow) maxRow = row;
  }

  /** Within the goals' bounding box every cell learns how far its nearest goal is: once downwards and once upwards. */
  function close(): void {
    for (let row = minRow; row <= maxRow; row++)
      field.fill(unreached, row * columns + minColumn, row * columns + maxColumn + 1);
    for (let at = 0; at < goals.length; at++) {
      const cell = goals[at]!;
      if (prices[at]! < field[cell]!) field[cell] = prices[at]!;
    }
    for (let row = minRow; row <= maxRow; row++) sweep(row, row > minRow ? -columns : 0);
    for (let row = maxRow; row >= minRow; row--) sweep(row, row < maxRow ? columns : 0);
  }

  function sweep(row: number, beside: number): void {
    const first = row * columns + minColumn;
    const last = row * columns + maxColumn;
    let least = unreached;
    for (let cell = first; cell <= last; cell++) {
      least = lower(cell, beside, least + cost.step);
    }
    least = unreached;
    for (let cell = last; cell >= first; cell--) least = lower(cell, 0, least + cost.step);
  }

  function lower(cell: number, beside: number, along: number): number {
    let least = field[cell]!;
    const across = field[cell + beside]! + cost.step;
    if (across < least) least = across;
    if (along < least) least = along;
    field[cell] = least;
    return least;
  }

  /** Outside the box the nearest cell of the box is on the way, and so are the bends that it takes to get there. */
  function from(column: number, row: number, direction: number): number {
    const dx = column < minColumn ? minColumn - column : column > maxColumn ? maxColumn - column : 0;
    const dy = row < minRow ? minRow - row : row > maxRow ? maxRow - row : 0;
    const within = field[(row + dy) * columns + column + dx]!;
    if (dx === 0 && dy === 0) return within;
    const ahead = direction === 0 ? dx : direction === 1 ? dy : direction === 2 ? -dx : -dy;
    const aside = (direction & 1) === 0 ? dy : dx;
    const bends = ahead > 0 ? (aside !== 0 ? 1 : 0) : ahead < 0 ? 2 : 1;
    return within + cost.step * (Math.abs(dx) + Math.abs(dy)) + cost.bend * bends;
  }

  return { clear, addGoal, close, from };
}
