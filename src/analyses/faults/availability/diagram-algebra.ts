import { countBeyond } from './count-beyond.js';
import type { Diagram } from './diagram.js';
import type { Algebra } from './solve-system.js';

export interface DiagramAlgebra extends Algebra {
  /** The node of a value. */
  nodeOf(value: number): number;
}

/** Longer ones are multiplied out. */
const mostParts = 200;

/**
 * Functions as sets of nodes, any of which suffices. Things that fail together share parts (a place, a store that all of
 * them need): where many fail only together, what they share is set apart before they are counted, so that it does not
 * stand in the diagram once for every number of them.
 */
export function diagramAlgebra(diagram: Diagram, levelOfEvent: ReadonlyMap<number, number>): DiagramAlgebra {
  const sets: (readonly number[])[] = [[]];
  const known = new Map<string, number>([['', 0]]);
  const always = valueWith([1]);

  function valueWith(parts: readonly number[]): number {
    const distinct = parts.includes(1) ? [1] : [...new Set(parts)].filter((part) => part !== 0);
    const set = distinct.length > mostParts ? [anyOf(distinct)] : distinct.sort((left, right) => left - right);
    const key = set.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, sets.length);
    return sets.push(set) - 1;
  }

  /** The deepest first: what is asked for last is joined while it is still small. */
  function anyOf(parts: readonly number[]): number {
    const deepest = [...parts].sort((left, right) => diagram.levelOf(right) - diagram.levelOf(left) || left - right);
    return deepest.reduce((joined, part) => diagram.either(joined, part), 0);
  }

  function besidesShared(values: readonly number[], combine: (nodes: readonly number[]) => number): number {
    const lists = values.map((value) => sets[value]!);
    const shared = sharedBy(lists);
    const isShared = new Set(shared);
    const rest = lists.map((list) => anyOf(list.filter((part) => !isShared.has(part))));
    return valueWith([...shared, combine(rest)]);
  }

  return {
    always,
    event: (event) => valueWith([diagram.event(levelOfEvent.get(event)!)]),
    either: (left, right) => (left === right ? left : valueWith([...sets[left]!, ...sets[right]!])),
    both: (left, right) => {
      if (left === right) return left;
      return besidesShared([left, right], ([first, second]) => diagram.both(first!, second!));
    },
    butNot: (left, right) => valueWith([diagram.choose(anyOf(sets[right]!), 0, anyOf(sets[left]!))]),
    // What all share fails all of them at once, which is beyond any slack that needs counting.
    moreThan: (slack, values, weights) => besidesShared(values, (rest) => countBeyond(diagram, slack, rest, weights)),
    settled: (value) => valueWith([anyOf(sets[value]!)]),
    isFull: diagram.isFull,
    nodeOf: (value) => anyOf(sets[value]!),
  };
}

function sharedBy(lists: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = lists;
  const inAll = others.map((list) => new Set(list));
  return first.filter((part) => inAll.every((set) => set.has(part)));
}
