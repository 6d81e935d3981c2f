import fc from 'fast-check';

/** A source of small choices that shrinks well: a shorter tape, or smaller numbers on it, make a simpler model. */
export interface Tape {
  /** A number below `count`; 0 where the tape has ended. */
  below(count: number): number;
  /** True `times` times out of ten. */
  chance(times: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** Some of the choices, in their order; at least one where there is one. */
  some<T>(choices: readonly T[]): readonly T[];
}

export function tapeOf(numbers: readonly number[]): Tape {
  let next = 0;
  const read = () => numbers[next++] ?? 0;
  const below = (count: number) => (count <= 1 ? 0 : read() % count);
  return {
    below,
    chance: (times) => read() % 10 >= 10 - times,
    pick: (choices) => choices[below(choices.length)]!,
    some(choices) {
      const kept = choices.filter(() => read() % 2 === 1);
      return kept.length > 0 ? kept : choices.slice(0, 1);
    },
  };
}

export const tapes = fc
  .array(fc.integer({ min: 0, max: 9_999 }), { minLength: 40, maxLength: 260, size: 'max' })
  .map((numbers) => numbers);
