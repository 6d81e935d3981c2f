import { tolerance } from '../gates.js';
import type { Diagram } from './diagram.js';

/**
 * The counting construction: from the last value to the first, for every weight that the values before it can have come
 * to, whether those that follow lead beyond the slack. Sums that differ by less than the tolerance are one.
 */
export function countBeyond(diagram: Diagram, slack: number, values: readonly number[], weights: Float64Array): number {
  const after = new Float64Array(weights.length);
  for (let place = weights.length - 2; place >= 0; place -= 1) after[place] = after[place + 1]! + weights[place + 1]!;
  const sums = reachableSums(diagram, slack, weights, after);
  if (diagram.isFull()) return 0;
  let later: ReadonlyMap<number, number> = new Map();
  for (let place = values.length - 1; place >= 0 && !diagram.isFull(); place -= 1) {
    const here = new Map<number, number>();
    for (const [key, sum] of sums[place]!) {
      const lost = outcome(sum + weights[place]!, after[place]!);
      const kept = outcome(sum, after[place]!);
      here.set(key, diagram.choose(values[place]!, lost, kept));
    }
    later = here;
  }
  return later.get(0) ?? 0;

  function outcome(sum: number, rest: number): number {
    return settled(slack, sum, rest) ?? later.get(keyOf(sum)) ?? 0;
  }
}

/** To remember a sum takes as long as so many steps of a diagram. */
const stepsOfSum = 16;

/** Before each value, the sums that leave the question open: of weights that are all different, twice as many each time. */
function reachableSums(
  diagram: Diagram,
  slack: number,
  weights: Float64Array,
  after: Float64Array,
): readonly ReadonlyMap<number, number>[] {
  const sums: Map<number, number>[] = [new Map([[0, 0]])];
  for (const [place, weight] of weights.subarray(0, -1).entries()) {
    const next = new Map<number, number>();
    for (const sum of sums[place]!.values()) {
      diagram.spend(stepsOfSum);
      if (diagram.isFull()) return sums;
      for (const counted of [sum, sum + weight]) {
        if (settled(slack, counted, after[place]!) === undefined) next.set(keyOf(counted), counted);
      }
    }
    sums.push(next);
  }
  return sums;
}

/** 1: beyond the slack already; 0: not even with all the rest. */
function settled(slack: number, sum: number, rest: number): 0 | 1 | undefined {
  if (sum > slack + tolerance) return 1;
  return sum + rest <= slack + tolerance ? 0 : undefined;
}

function keyOf(sum: number): number {
  return Math.round(sum / tolerance);
}
