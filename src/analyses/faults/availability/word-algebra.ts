import { tolerance } from '../gates.js';
import type { Algebra } from './solve-system.js';

/**
 * 32 scenarios in a word, one to a bit: `words` holds in which of them each event is the case.
 *
 * @param spend told how much was looked at
 */
export function wordAlgebra(words: Int32Array, spend: (steps: number) => void = () => {}): Algebra {
  return {
    spend,
    always: -1,
    event: (event) => words[event]!,
    either: (left, right) => left | right,
    both: (left, right) => left & right,
    butNot: (left, right) => left & ~right,
    moreThan(slack, values, weights) {
      if (weights.every((weight) => weight === 1)) return countedBeyond(Math.floor(slack + tolerance), values);
      // Scenario by scenario.
      spend(values.length * 32);
      return weighedBeyond(slack + tolerance, values, weights);
    },
    settled: (word) => word,
    isFull: () => false,
  };
}

/** Counts in bit slices: the planes hold the binary digits of 32 counters. */
function countedBeyond(most: number, values: readonly number[]): number {
  const planes: number[] = [];
  for (const value of values) {
    let carry = value;
    for (let digit = 0; carry !== 0; digit += 1) {
      const plane = planes[digit] ?? 0;
      planes[digit] = plane ^ carry;
      carry &= plane;
    }
  }
  if (most >= 2 ** planes.length) return 0;
  let greater = 0;
  let equal = -1;
  for (let digit = planes.length - 1; digit >= 0; digit -= 1) {
    const wanted = Math.floor(most / 2 ** digit) % 2 === 1 ? -1 : 0;
    greater |= equal & planes[digit]! & ~wanted;
    equal &= ~(planes[digit]! ^ wanted);
  }
  return greater;
}

function weighedBeyond(most: number, values: readonly number[], weights: Float64Array): number {
  let beyond = 0;
  for (let bit = 0; bit < 32; bit += 1) {
    let sum = 0;
    for (let place = 0; place < values.length; place += 1) if ((values[place]! >>> bit) & 1) sum += weights[place]!;
    if (sum > most) beyond |= 1 << bit;
  }
  return beyond;
}
