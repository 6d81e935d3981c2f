import type { WorkingState } from './fixpoint.js';
import { type Gates, tolerance } from './gates.js';

/** Everything that some nodes need, with enough of each pool: these alone working, all of them do. */
export type Suffice = (nodes: readonly number[], shuns?: (node: number) => boolean) => readonly number[];

/**
 * A witness: a set of nodes each of which has its needs met within the set. It lies in the greatest fixpoint whatever else
 * fails, so that nothing outside of it can be a single point of what it holds up. From a pool it takes what it has
 * already, then what `shuns` does not name.
 */
export function witnessesIn(gates: Gates, { works }: WorkingState): Suffice {
  const taken = new Int32Array(gates.count);
  let search = 0;

  return (nodes, shuns) => {
    search += 1;
    const witness: number[] = [];
    const take = (node: number): void => {
      if (taken[node] === search) return;
      taken[node] = search;
      witness.push(node);
    };
    for (const node of nodes) take(node);
    // What all is needed comes first, so that pools can choose among what is taken anyway.
    const pools: number[] = [];
    for (let next = 0; next < witness.length || pools.length > 0; ) {
      if (next < witness.length) {
        const node = witness[next]!;
        next += 1;
        if (canSpare(gates, node)) pools.push(node);
        else
          for (let edge = gates.inputStart[node]!; edge < gates.inputStart[node + 1]!; edge += 1)
            take(gates.inputs[edge]!);
      } else choose(pools.pop()!, nodes, take, shuns);
    }
    return witness;
  };

  function choose(
    node: number,
    given: readonly number[],
    take: (node: number) => void,
    shuns: ((node: number) => boolean) | undefined,
  ): void {
    if (givesEnough(node, given)) return;
    let missing = gates.total[node]! - gates.slack[node]!;
    const pick = (wanted: (input: number) => boolean): void => {
      for (let edge = gates.inputStart[node]!; edge < gates.inputStart[node + 1]! && missing > tolerance; edge += 1) {
        const input = gates.inputs[edge]!;
        if (works[input] === 0 || !wanted(input)) continue;
        missing -= gates.inputWeight[edge]!;
        take(input);
      }
    };
    const had = (input: number) => taken[input] === search;
    pick(had);
    if (missing <= tolerance) return;
    const isNew = untaken(node);
    if (shuns) pick((input) => isNew(input) && !shuns(input));
    pick((input) => isNew(input) && (!shuns || shuns(input)));
  }

  /** A way goes through one of a pool: seen from there, thousands of others need not be looked at. */
  function givesEnough(node: number, given: readonly number[]): boolean {
    let missing = gates.total[node]! - gates.slack[node]!;
    const counted = new Set<number>();
    for (const one of given) {
      const [start, end] = [gates.dependentStart[one]!, gates.dependentStart[one + 1]!];
      if (counted.has(one) || end - start > mostDependents) continue;
      counted.add(one);
      for (let edge = start; edge < end; edge += 1) {
        if (gates.dependents[edge] === node) missing -= gates.dependentWeight[edge]!;
      }
    }
    return missing <= tolerance;
  }

  /** The inputs that were not taken when asked first, each counted once however often it is an input. */
  function untaken(node: number): (input: number) => boolean {
    const before = new Set<number>();
    for (let edge = gates.inputStart[node]!; edge < gates.inputStart[node + 1]!; edge += 1) {
      if (taken[gates.inputs[edge]!] === search) before.add(gates.inputs[edge]!);
    }
    return (input) => !before.has(input);
  }
}

/** What more depends on is a place, and no member of a pool. */
const mostDependents = 64;

/** It goes on with some input lost. */
function canSpare({ slack, inputStart, inputWeight }: Gates, node: number): boolean {
  if (slack[node]! <= tolerance) return false;
  for (let edge = inputStart[node]!; edge < inputStart[node + 1]!; edge += 1) {
    if (inputWeight[edge]! <= slack[node]! + tolerance) return true;
  }
  return false;
}
