import type { Point, Rect } from '../placement.js';
import type { Plan } from '../plan.js';
import { boundsOf, pitch } from '../rect.js';
import type { Stage } from '../stage.js';

/** Directions of a step: right, down, left, up. */
export type Direction = 0 | 1 | 2 | 3;
export const right = 0;
export const down = 1;
export const left = 2;
export const up = 3;

/** What a cell is; several may hold. */
export const flag = {
  onFrameRow: 1,
  onFrameColumn: 2,
  besideCard: 4,
  card: 8,
  closed: 16,
  busy: 32,
  titleBand: 64,
  besideFrameRow: 128,
  besideFrameColumn: 256,
  /** The outermost cells, which nothing enters: whoever looks at the neighbours of others need not look where the grid ends. */
  edge: 512,
} as const;

/** The picture as cells of 12 px: a cell's number is row × columns + column. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly origin: Point;
  readonly flags: Uint16Array;
  /** The innermost group a cell is in; -1 outside all. */
  readonly group: Int16Array;
}

const marginCells = 8;
const titleRows = 3;

export function makeGrid(plan: Plan, stage: Stage): Grid {
  const bounds = boundsOf([...stage.boxes, ...stage.frames]);
  const origin = { x: bounds.x - marginCells * pitch, y: bounds.y - marginCells * pitch };
  const columns = Math.round(bounds.width / pitch) + 2 * marginCells + 1;
  const rows = Math.round(bounds.height / pitch) + 2 * marginCells + 1;
  const cells = columns * rows;
  const grid = { columns, rows, origin, flags: new Uint16Array(cells), group: new Int16Array(cells).fill(-1) };
  for (const frame of outermostFirst(plan)) addFrame(grid, stage.frames[frame]!, frame);
  for (const [box, rect] of stage.boxes.entries()) if (plan.boxes[box]!.box) addCard(grid, rect);
  for (const { rect, besideX, besideY } of stage.closed)
    addFlag(grid, insideOf(grid, rect, besideX, besideY), flag.closed);
  addEdge(grid);
  return grid;
}

export function cellAt(grid: Grid, { x, y }: Point): number {
  const column = Math.round((x - grid.origin.x) / pitch);
  return Math.round((y - grid.origin.y) / pitch) * grid.columns + column;
}

export function pointOf(grid: Grid, cell: number): Point {
  const row = Math.floor(cell / grid.columns);
  return { x: grid.origin.x + (cell - row * grid.columns) * pitch, y: grid.origin.y + row * pitch };
}

/** Cells, edges included. */
interface Span {
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly fromRow: number;
  readonly toRow: number;
}

/** The cells whose points lie in a rectangle that is widened by so many pixels. */
function insideOf({ origin, columns, rows }: Grid, rect: Rect, besideX = 0, besideY = 0): Span {
  return {
    fromColumn: Math.max(0, Math.ceil((rect.x - besideX - origin.x) / pitch)),
    toColumn: Math.min(columns - 1, Math.floor((rect.x + rect.width + besideX - origin.x) / pitch)),
    fromRow: Math.max(0, Math.ceil((rect.y - besideY - origin.y) / pitch)),
    toRow: Math.min(rows - 1, Math.floor((rect.y + rect.height + besideY - origin.y) / pitch)),
  };
}

function addFlag({ flags, columns }: Grid, span: Span, value: number): void {
  for (let row = span.fromRow; row <= span.toRow; row++) {
    for (let column = span.fromColumn; column <= span.toColumn; column++) flags[row * columns + column]! |= value;
  }
}

function addFrame(grid: Grid, rect: Rect, frame: number): void {
  const span = insideOf(grid, rect);
  for (let row = span.fromRow; row <= span.toRow; row++) {
    grid.group.fill(frame, row * grid.columns + span.fromColumn, row * grid.columns + span.toColumn + 1);
  }
  addFlag(grid, { ...span, toRow: span.fromRow + titleRows }, flag.titleBand);
  for (const row of [span.fromRow, span.toRow]) {
    addFlag(grid, { ...span, fromRow: row, toRow: row }, flag.onFrameRow);
    addFlag(grid, { ...span, fromRow: row - 1, toRow: row + 1 }, flag.besideFrameRow);
  }
  for (const column of [span.fromColumn, span.toColumn]) {
    addFlag(grid, { ...span, fromColumn: column, toColumn: column }, flag.onFrameColumn);
    addFlag(grid, { ...span, fromColumn: column - 1, toColumn: column + 1 }, flag.besideFrameColumn);
  }
}

function addEdge(grid: Grid): void {
  const [lastColumn, lastRow] = [grid.columns - 1, grid.rows - 1];
  const all: Span = { fromColumn: 0, toColumn: lastColumn, fromRow: 0, toRow: lastRow };
  for (const row of [0, lastRow]) addFlag(grid, { ...all, fromRow: row, toRow: row }, flag.edge);
  for (const column of [0, lastColumn]) addFlag(grid, { ...all, fromColumn: column, toColumn: column }, flag.edge);
}

function addCard(grid: Grid, rect: Rect): void {
  addFlag(grid, insideOf(grid, rect, pitch, pitch), flag.besideCard);
  addFlag(grid, insideOf(grid, rect), flag.card);
}

function outermostFirst(plan: Plan): readonly number[] {
  const order = [...plan.top.groups];
  for (const group of order) order.push(...plan.groups[group]!.groups);
  return order;
}
