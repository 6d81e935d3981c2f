import { flag, type Grid } from './grid.js';

/** Which bundle's line runs where; -1: none. Stretches are named by their left or upper cell. */
export interface Occupancy {
  readonly horizontal: Int16Array;
  readonly vertical: Int16Array;
  /** Bends and ends. */
  readonly corner: Int16Array;
  readonly port: Int16Array;
}

/** A routed bundle as paths of neighbouring cells. */
export interface Tree {
  readonly bundle: number;
  readonly paths: readonly Int32Array[];
  readonly ports: readonly number[];
  /** Last step into each target. */
  readonly heads: readonly (readonly [from: number, to: number])[];
}

export function makeOccupancy({ flags }: Grid): Occupancy {
  const empty = () => new Int16Array(flags.length).fill(-1);
  return { horizontal: empty(), vertical: empty(), corner: empty(), port: empty() };
}

export function occupy(grid: Grid, taken: Occupancy, tree: Tree): void {
  for (const path of tree.paths) {
    for (const cell of path) markBusy(grid, cell);
    mark(taken, path, tree.bundle);
  }
  for (const port of tree.ports) taken.port[port] = tree.bundle;
}

export function vacate(taken: Occupancy, tree: Tree): void {
  for (const path of tree.paths) mark(taken, path, -1);
  for (const port of tree.ports) taken.port[port] = -1;
}

function mark({ horizontal, vertical, corner }: Occupancy, path: Int32Array, owner: number): void {
  for (let at = 0; at + 1 < path.length; at++) {
    const [from, to] = [path[at]!, path[at + 1]!];
    const stretch = Math.min(from, to);
    if (Math.abs(to - from) === 1) horizontal[stretch] = owner;
    else vertical[stretch] = owner;
    if (at > 0 && from - path[at - 1]! !== to - from) corner[from] = owner;
  }
  corner[path[0]!] = owner;
  corner[path[path.length - 1]!] = owner;
}

/** Cells near a line are looked at closely; it does no harm that some stay marked when the line is taken up again. */
function markBusy({ flags, columns }: Grid, cell: number): void {
  for (let row = -columns; row <= columns; row += columns) {
    flags[cell + row - 1]! |= flag.busy;
    flags[cell + row]! |= flag.busy;
    flags[cell + row + 1]! |= flag.busy;
  }
}
