import { behindName } from './behind-name.js';
import type { RequestGraph } from './request-graph.js';
import type { Run } from './runs.js';

/** Of more places than this the ways are searched from all of them at once: nothing grows with the square of the model. */
const mostSearches = 256;

/** By group, the groups that one hop leads to. */
type Steps = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * How many hops a request takes in a run, from group to group of alike elements: of the shortest ways from each place where
 * ways enter it to each where they leave it, the longest; 1 at least. Searched breadth first, from the fewer of the two
 * sides; of more than 256 places there, to each of the others from the nearest of them.
 */
export function spanLength(graph: RequestGraph, run: Run): number {
  const groupsOf = (nodes: readonly number[]) => [...new Set(nodes.map((node) => graph.groups.of[node]!))];
  const [entries, exits] = [groupsOf(run.from), groupsOf(run.to)];
  const isForward = entries.length <= exits.length;
  const steps = stepsIn(graph, run, isForward);
  const [starts, ends] = isForward ? [entries, exits] : [exits, entries];
  const searches = starts.length > mostSearches ? [starts] : starts.map((start) => [start]);
  return searches.reduce((most, from) => Math.max(most, farthest(steps, from, ends)), 1);
}

function stepsIn(graph: RequestGraph, { legs }: Run, isForward: boolean): Steps {
  const steps = new Map<number, Set<number>>();
  for (const leg of legs) {
    const source = graph.groups.of[graph.legs.from[leg]!]!;
    for (const node of behindName(graph, graph.legs.to[leg]!)) {
      const target = graph.groups.of[node]!;
      if (isForward) add(steps, source, target);
      else add(steps, target, source);
    }
  }
  return steps;
}

function add(steps: Map<number, Set<number>>, from: number, to: number): void {
  const known = steps.get(from);
  if (known) known.add(to);
  else steps.set(from, new Set([to]));
}

/** To the one of some ends that is reached last; those that are not reached do not count. */
function farthest(steps: Steps, starts: readonly number[], ends: readonly number[]): number {
  const distances = new Map(starts.map((start) => [start, 0]));
  // A map is walked in the order in which it is filled, also while it is: that is breadth first.
  for (const [group, distance] of distances) {
    for (const next of steps.get(group) ?? []) if (!distances.has(next)) distances.set(next, distance + 1);
  }
  return ends.reduce((most, end) => Math.max(most, distances.get(end) ?? 0), 0);
}
