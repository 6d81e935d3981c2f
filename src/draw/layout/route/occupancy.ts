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

/** Marks where a tree runs. True where it lies on another's marks, which are lost. */
export function occupy(grid: Grid, taken: Occupancy, tree: Tree): boolean {
  let overwrites = false;
  for (const path of tree.paths) {
    for (const cell of path) markBusy(grid, cell);
    overwrites = mark(taken, path, tree.bundle) || overwrites;
  }
  for (const port of tree.ports) {
    overwrites ||= taken.port[port]! >= 0 && taken.port[port] !== tree.bundle;
    taken.port[port] = tree.bundle;
  }
  return overwrites;
}

export function vacate(taken: Occupancy, tree: Tree): void {
  for (const path of tree.paths) mark(taken, path, -1);
  for (const port of tree.ports) taken.port[port] = -1;
}

function mark({ horizontal, vertical, corner }: Occupancy, path: Int32Array, owner: number): boolean {
  let overwrites = false;
  const set = (marks: Int16Array, at: number) => {
    overwrites ||= owner >= 0 && marks[at]! >= 0 && marks[at] !== owner;
    marks[at] = owner;
  };
  for (let at = 0; at + 1 < path.length; at++) {
    const [from, to] = [path[at]!, path[at + 1]!];
    set(Math.abs(to - from) === 1 ? horizontal : vertical, Math.min(from, to));
    if (at > 0 && from - path[at - 1]! !== to - from) set(corner, from);
  }
  set(corner, path[0]!);
  set(corner, path[path.length - 1]!);
  return overwrites;
}

/** Cells near a line are looked at closely; it does no harm that some stay marked when the line is taken up again. */
function markBusy({ flags, columns }: Grid, cell: number): void {
  for (let row = -columns; row <= columns; row += columns) {
    flags[cell + row - 1]! |= flag.busy;
    flags[cell + row]! |= flag.busy;
    flags[cell + row + 1]! |= flag.busy;
  }
}
