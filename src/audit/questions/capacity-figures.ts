import type { Element } from '../../graph/architecture.js';

/** Whether an element leaves open how many requests it takes. */
export function tellsNoCapacity({ facts: { capacity } }: Element): boolean {
  return capacity?.requestsPerSecond === undefined;
}

/** A figure as a sentence names it: `12.3`. */
export function rounded(figure: number, digits = 1): number {
  return Math.round(figure * 10 ** digits) / 10 ** digits;
}

/** A demand as far as it is known: `at least 12.3`. */
export function demandInWords(demand: number, isComplete: boolean): string {
  return isComplete ? String(rounded(demand)) : `at least ${rounded(demand)}`;
}
