/** What flows between the variables of one loop: `to` gets `gain` for each request that arrives at `from`. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly gain: number;
}

/** Up to this many variables a loop is solved exactly, beyond it by rounds. */
export const largestExact = 120;
const mostRounds = 20_000;
/** A pivot of less is rounding noise about zero: the loop gains as much as it is given. */
const least = 1e-9;

/**
 * Solves x = b + A·x for the demand in a loop of calls; undefined where no solution is finite, as every round brings at
 * least what the one before it brought. A is not negative, so that the solution is the sum of all rounds, and it is
 * finite exactly when I − A is a nonsingular M-matrix: when elimination without pivoting meets positive pivots only
 * (Berman and Plemmons, Nonnegative Matrices in the Mathematical Sciences, chapter 6).
 */
export function solveLoop(entering: Float64Array, links: readonly Link[]): Float64Array | undefined {
  return entering.length <= largestExact ? eliminate(entering, links) : iterate(entering, links);
}

function eliminate(entering: Float64Array, links: readonly Link[]): Float64Array | undefined {
  const size = entering.length;
  const rows = Array.from({ length: size }, (_, row) => {
    const equation = new Float64Array(size + 1);
    equation[row] = 1;
    equation[size] = entering[row]!;
    return equation;
  });
  for (const { from, to, gain } of links) rows[to]![from]! -= gain;
  for (let pivot = 0; pivot < size; pivot += 1) {
    if (rows[pivot]![pivot]! < least) return undefined;
    for (let row = pivot + 1; row < size; row += 1) subtract(rows[row]!, rows[pivot]!, pivot);
  }
  return substituteBack(rows);
}

function subtract(row: Float64Array, from: Float64Array, pivot: number): void {
  const times = row[pivot]! / from[pivot]!;
  if (times === 0) return;
  for (let column = pivot; column < row.length; column += 1) row[column]! -= times * from[column]!;
}

function substituteBack(rows: readonly Float64Array[]): Float64Array {
  const size = rows.length;
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let value = rows[row]![size]!;
    for (let column = row + 1; column < size; column += 1) value -= rows[row]![column]! * solution[column]!;
    solution[row] = Math.max(0, value / rows[row]![row]!);
  }
  return solution;
}

/**
 * Round by round, with one request more entering everywhere, so that a loop that grows is noticed also where little
 * enters it; what does not come to rest within the bound counts as growing.
 */
function iterate(entering: Float64Array, links: readonly Link[]): Float64Array | undefined {
  const probe = settled(new Float64Array(entering.length).fill(1), links);
  return probe && settled(entering, links);
}

function settled(entering: Float64Array, links: readonly Link[]): Float64Array | undefined {
  let demand = entering.slice();
  for (let round = 0; round < mostRounds; round += 1) {
    const next = entering.slice();
    for (const { from, to, gain } of links) next[to]! += gain * demand[from]!;
    const change = largestChange(demand, next);
    if (change <= 1e-13) return next;
    if (!Number.isFinite(change)) return undefined;
    demand = next;
  }
  return undefined;
}

/** Relative to what there is. */
function largestChange(before: Float64Array, after: Float64Array): number {
  let largest = 0;
  for (let place = 0; place < before.length; place += 1) {
    const value = after[place]!;
    if (value === Number.POSITIVE_INFINITY) return value;
    if (value > 0) largest = Math.max(largest, Math.abs(value - before[place]!) / value);
  }
  return largest;
}
