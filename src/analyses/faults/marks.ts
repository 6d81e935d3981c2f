/** A set of numbers below a bound that is emptied at no cost: asked so often that a hash would be felt. */
export interface Marks {
  /** Holds these alone from now on. */
  only(numbers: readonly number[]): void;
  has(number: number): boolean;
}

export function marksFor(count: number): Marks {
  const marked = new Int32Array(count);
  let turn = 0;
  return {
    only(numbers) {
      turn += 1;
      for (const number of numbers) marked[number] = turn;
    },
    has: (number) => turn > 0 && marked[number] === turn,
  };
}
