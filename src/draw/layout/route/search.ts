import { type BucketQueue, makeBucketQueue } from './bucket-queue.js';
import { cost } from './costs.js';
import { flag, type Grid } from './grid.js';
import type { Occupancy } from './occupancy.js';
import type { PricedPorts } from './ports.js';
import { makeWayLeft } from './way-left.js';

/** Where a path may end: at ports of a card, or anywhere on a tree at a cost by cell. */
export type Goals = PricedPorts | ReadonlyMap<number, number>;

export interface Search {
  /** The cheapest path as neighbouring cells from a port to a goal; undefined where there is none. */
  find(bundle: number, from: PricedPorts, to: Goals, foreign: Uint8Array): Int32Array | undefined;
  /** How many times as much the company of other lines costs from now on: 1 as usual. */
  setShyness(times: number): void;
}

const impassable = flag.card | flag.closed | flag.edge;
const mostSteps = 400_000;

/** What a search notes of each cell, and of each cell and direction. Small numbers: a large picture has a million of these. */
interface Notes {
  readonly spent: Uint16Array;
  /** The direction of the step before; `fromPort` where there was none. */
  readonly cameFrom: Uint8Array;
  /** In which round. */
  readonly seen: Uint16Array;
  /** Which of the goals a cell is; what is less than the first of the current round is left from one before. */
  readonly goal: Int32Array;
  readonly wayLeft: Int32Array;
  readonly queue: BucketQueue;
  round: number;
  goals: number;
}

const fromPort = 4;
const mostRounds = 0xffff;
const mostCosts = 0xffff;
const mostGoals = 1e9;

/** Kept for the next picture: of a large one these are some megabytes. Nothing waits while a picture is routed. */
let kept: Notes | undefined;

function notesFor(cells: number): Notes {
  if (!kept || kept.goal.length < cells || kept.goals > mostGoals) {
    kept = {
      spent: new Uint16Array(cells * 4),
      cameFrom: new Uint8Array(cells * 4),
      seen: new Uint16Array(cells * 4),
      goal: new Int32Array(cells),
      wayLeft: new Int32Array(cells),
      queue: makeBucketQueue(),
      round: 0,
      goals: 1,
    };
  }
  return kept;
}

/** A round's number is used again only when nothing is left from its last use. */
function nextRound(notes: Notes): number {
  if (notes.round === mostRounds) {
    notes.seen.fill(0);
    notes.round = 0;
  }
  notes.round += 1;
  return notes.round;
}

/**
 * A* over (cell, direction of the last step). `foreign[group + 1]` is more than 0 where a line of this bundle has no business.
 * What is looked up for each of many thousand steps stands in plain arrays and numbers: nothing is allocated on the way.
 */
export function makeSearch(grid: Grid, taken: Occupancy): Search {
  const { columns, flags, group } = grid;
  const { horizontal, vertical, corner } = taken;
  const cells = flags.length;
  const steps = [1, columns, -1, -columns] as const;
  const notes = notesFor(cells);
  const { spent, cameFrom, seen, goal, queue } = notes;
  const wayLeft = makeWayLeft(columns, notes.wayLeft);
  /** Of the current goals, by goal and direction of the last step; -1: not from there. */
  const prices: number[] = [];
  let firstGoal = 0;
  let round = 0;
  let shyness = 1;

  function setGoals(goals: Goals): void {
    wayLeft.clear();
    prices.length = 0;
    firstGoal = notes.goals;
    if ('ports' in goals) {
      for (let at = 0; at < goals.costs.length; at++) {
        const { cell, direction } = goals.ports[at]!;
        prices[addGoal(cell, goals.costs[at]!) + ((direction + 2) & 3)] = goals.costs[at]!;
      }
    } else {
      goals.forEach((price, cell) => {
        const first = addGoal(cell, price);
        for (let direction = 0; direction < 4; direction++) prices[first + direction] = price;
      });
    }
    wayLeft.close();
  }

  /** Where the prices of the goal begin. */
  function addGoal(cell: number, price: number): number {
    wayLeft.addGoal(cell, price);
    if (goal[cell]! < firstGoal) {
      goal[cell] = notes.goals;
      notes.goals += 1;
      prices.push(-1, -1, -1, -1);
    }
    return (goal[cell]! - firstGoal) * 4;
  }

  /** What it costs to end in a cell; -1 where a path cannot. */
  function priceOfEnd(cell: number, direction: number): number {
    const number = goal[cell]! - firstGoal;
    return number < 0 ? -1 : prices[number * 4 + direction]!;
  }

  function isForeign(owner: number, bundle: number): boolean {
    return owner >= 0 && owner !== bundle;
  }

  /** What other lines make of a step from `cell` to `next`, and of a bend at `cell`. */
  function costOfLines(bundle: number, cell: number, next: number, alongX: boolean, bends: boolean): number {
    let total = 0;
    if (bends) {
      if (isForeign(corner[cell]!, bundle)) total += cost.bendOnLine;
      const onLine =
        isForeign(horizontal[cell]!, bundle) ||
        isForeign(vertical[cell]!, bundle) ||
        isForeign(horizontal[cell - 1]!, bundle) ||
        isForeign(vertical[cell - columns]!, bundle);
      if (onLine) total += cost.bendOnLine;
    }
    const stretch = cell < next ? cell : next;
    const along = alongX ? horizontal : vertical;
    const across = alongX ? vertical : horizontal;
    const aside = alongX ? columns : 1;
    if (isForeign(along[stretch]!, bundle)) total += cost.sharing;
    if (isForeign(across[next]!, bundle) || isForeign(across[next - aside]!, bundle)) total += cost.crossing * shyness;
    if (isForeign(along[stretch - aside]!, bundle) || isForeign(along[stretch + aside]!, bundle))
      total += cost.besideLine * shyness;
    return total;
  }

  function costOfStep(
    bundle: number,
    cell: number,
    direction: number,
    next: number,
    turned: number,
    foreign: Uint8Array,
  ): number {
    const here = flags[cell]!;
    const there = flags[next]!;
    const alongX = (direction & 1) === 0;
    const bends = direction !== turned;
    let total: number = cost.step;
    if (bends) total += here & flag.besideCard ? cost.bend + cost.bendBesideCard : cost.bend;
    if (there & flag.besideCard) total += cost.besideCard;
    const border = alongX ? flag.onFrameRow : flag.onFrameColumn;
    if (here & there & border) total += cost.alongFrame;
    if (here & there & (alongX ? flag.besideFrameRow : flag.besideFrameColumn)) total += cost.besideFrame;
    if (there & (border ^ 3)) total += cost.acrossFrame;
    if (alongX && there & flag.titleBand) total += cost.alongTitle;
    total += foreign[group[next]! + 1]! * cost.inForeignGroup;
    if ((here | there) & flag.busy) total += costOfLines(bundle, cell, next, alongX, bends);
    return total;
  }

  function visit(cell: number, column: number, row: number, direction: number, costs: number, from: number): void {
    const state = cell * 4 + direction;
    if (costs > mostCosts || (seen[state] === round && spent[state]! <= costs)) return;
    seen[state] = round;
    spent[state] = costs;
    cameFrom[state] = from;
    queue.push(state, costs + wayLeft.from(column, row, direction));
  }

  function begin({ ports, costs }: PricedPorts): void {
    for (let at = 0; at < costs.length; at++) {
      const { cell, direction } = ports[at]!;
      const next = cell + steps[direction]!;
      if (flags[next]! & impassable) continue;
      const row = (next / columns) | 0;
      visit(next, next - row * columns, row, direction, costs[at]! + cost.step, fromPort);
    }
  }

  function pathTo(state: number): Int32Array {
    const path: number[] = [];
    let at = state;
    for (;;) {
      const [cell, direction] = [at >> 2, at & 3];
      path.push(cell);
      const before = cell - steps[direction]!;
      if (cameFrom[at] === fromPort) {
        path.push(before);
        return Int32Array.from(path.reverse());
      }
      at = before * 4 + cameFrom[at]!;
    }
  }

  function find(bundle: number, from: PricedPorts, to: Goals, foreign: Uint8Array): Int32Array | undefined {
    round = nextRound(notes);
    queue.clear();
    setGoals(to);
    begin(from);
    let best = Number.MAX_SAFE_INTEGER;
    let bestState = -1;
    for (let count = 0; count < mostSteps; count++) {
      const state = queue.pop();
      if (state < 0 || queue.priority() >= best) break;
      const cell = state >> 2;
      const direction = state & 3;
      const row = (cell / columns) | 0;
      const column = cell - row * columns;
      const costs = spent[state]!;
      if (costs + wayLeft.from(column, row, direction) < queue.priority()) continue;
      const end = priceOfEnd(cell, direction);
      if (end >= 0 && costs + end < best) {
        best = costs + end;
        bestState = state;
      }
      if (flags[cell]! & flag.card) continue;
      for (let towards = 0; towards < 4; towards++) {
        if (((towards + 2) & 3) === direction) continue;
        const next = cell + steps[towards]!;
        const closed = flags[next]! & impassable;
        if (closed && !(closed === flag.card && priceOfEnd(next, towards) >= 0)) continue;
        const toColumn = towards === 0 ? column + 1 : towards === 2 ? column - 1 : column;
        const toRow = towards === 1 ? row + 1 : towards === 3 ? row - 1 : row;
        const stepCosts = costOfStep(bundle, cell, towards, next, direction, foreign);
        visit(next, toColumn, toRow, towards, costs + stepCosts, direction);
      }
    }
    return bestState < 0 ? undefined : pathTo(bestState);
  }

  function setShyness(times: number): void {
    shyness = times;
  }

  return { find, setShyness };
}
