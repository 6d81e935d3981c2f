/** A set of goals as bits, 32 to a word: one bit for each place in the list of goals. */
export type GoalSet = Uint32Array;

export function noGoals(count: number): GoalSet {
  return new Uint32Array((count + 31) >>> 5);
}

export function add(set: GoalSet, goal: number): void {
  set[goal >>> 5]! |= 1 << (goal & 31);
}

export function remove(set: GoalSet, goal: number): void {
  set[goal >>> 5]! &= ~(1 << (goal & 31));
}

export function has(set: GoalSet, goal: number): boolean {
  return (set[goal >>> 5]! & (1 << (goal & 31))) !== 0;
}

export function addAll(set: GoalSet, more: GoalSet): void {
  for (let word = 0; word < set.length; word += 1) set[word]! |= more[word]!;
}

/** Keeps what stands in both. */
export function keepOnly(set: GoalSet, kept: GoalSet): void {
  for (let word = 0; word < set.length; word += 1) set[word]! &= kept[word]!;
}

export function isEmpty(set: GoalSet): boolean {
  return set.every((word) => word === 0);
}

export function isEqual(left: GoalSet, right: GoalSet): boolean {
  return left.every((word, index) => word === right[index]);
}

/** In the order of the list. */
export function members(set: GoalSet): readonly number[] {
  const goals: number[] = [];
  for (const [index, word] of set.entries()) {
    for (let bits = word; bits !== 0; bits &= bits - 1) goals.push(index * 32 + 31 - Math.clz32(bits & -bits));
  }
  return goals;
}

export function size(set: GoalSet): number {
  let count = 0;
  for (const word of set) for (let bits = word; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}
