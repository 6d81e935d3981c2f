import { roundUp } from '../../rect.js';

/** A rectangle of boxes that stay as they are to one another. Pixels from its upper left corner. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly spots: readonly Spot[];
  /** Declared order among its siblings. */
  readonly order: number;
  /** Blocks of one kin may change places. */
  readonly kin: string;
}

export interface Spot {
  readonly box: number;
  readonly x: number;
  readonly y: number;
}

export interface Placed {
  readonly block: Block;
  readonly x: number;
  readonly y: number;
}

/** One block from several that have their places. */
export function merge(placed: readonly Placed[], order: number, kin: string): Block {
  const left = Math.min(...placed.map(({ x }) => x));
  const top = Math.min(...placed.map(({ y }) => y));
  return {
    width: Math.max(...placed.map(({ block, x }) => x - left + block.width)),
    height: Math.max(...placed.map(({ block, y }) => y - top + block.height)),
    spots: placed.flatMap(({ block, x, y }) =>
      block.spots.map((spot) => ({ box: spot.box, x: spot.x + x - left, y: spot.y + y - top })),
    ),
    order,
    kin,
  };
}

/** Rows of so many columns, each as wide as its widest. */
export function grid(
  blocks: readonly Block[],
  columns: number,
  gap: { readonly x: number; readonly y: number },
): readonly Placed[] {
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...blocks.filter((_, index) => index % columns === column).map(({ width }) => width)),
  );
  const lefts = widths.map((_, column) =>
    roundUp(
      widths.slice(0, column).reduce((sum, width) => sum + width + gap.x, 0),
      12,
    ),
  );
  let y = 0;
  const placed: Placed[] = [];
  for (let first = 0; first < blocks.length; first += columns) {
    const row = blocks.slice(first, first + columns);
    placed.push(...row.map((block, column) => ({ block, x: lefts[column]!, y })));
    y += roundUp(Math.max(...row.map(({ height }) => height)) + gap.y, 12);
  }
  return placed;
}
