import type { Diagram } from './diagram.js';

/**
 * The probability that each node up to `top` is true, from the bottom up. Every term is positive: a small result keeps its
 * digits, as nothing is ever taken from 1 but a share of the events themselves.
 */
export function probabilitiesUpTo(diagram: Diagram, top: number, shares: readonly number[]): Float64Array {
  const probability = new Float64Array(top + 1);
  if (top >= 1) probability[1] = 1;
  for (let node = 2; node <= top; node += 1) {
    const share = shares[diagram.levelOf(node)]!;
    probability[node] =
      share * probability[diagram.whenSo(node)]! + (1 - share) * probability[diagram.otherwise(node)]!;
  }
  return probability;
}

/** The probability of passing through each node on the way down from `top`. */
export function passagesFrom(diagram: Diagram, top: number, shares: readonly number[]): Float64Array {
  const passage = new Float64Array(top + 1);
  passage[top] = 1;
  for (let node = top; node >= 2; node -= 1) {
    if (passage[node] === 0) continue;
    const share = shares[diagram.levelOf(node)]!;
    passage[diagram.whenSo(node)]! += passage[node]! * share;
    passage[diagram.otherwise(node)]! += passage[node]! * (1 - share);
  }
  return passage;
}
