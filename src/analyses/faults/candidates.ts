import type { Goal } from './journeys.js';
import type { Scenarios } from './scenarios.js';

/** How often candidates are thinned out by another witness; more seldom changes anything. */
const rounds = 3;
/** What takes so much along is a place, dear to fail: a witness is looked for that does without this one. */
const manyDependents = 64;
const mostPlaces = 16;

/**
 * The elements that may be single points of a goal in the scenario as it stands: those in every witness that was found. All
 * single points are among them, and what is among them has to be tried. None where the goal does not work.
 */
export function candidatesFor(
  { structure, way, wayBack, suffice, candidateMarks, witnessMarks }: Scenarios,
  goal: Goal,
): readonly number[] {
  const { gates, universe } = structure;
  const { from, to } = goal;
  const first = way(goal);
  if (!first) return [];
  let candidates: readonly number[] = suffice(first).filter((node) => node < universe.elements.length);
  candidateMarks.only(candidates);
  for (let round = 0; round < rounds; round += 1) {
    const before = candidates.length;
    thinOut(candidateMarks.has);
    if (candidates.length === before) break;
  }
  const places = candidates.filter((element) => dependentsOf(element) > manyDependents);
  for (const place of places.slice(0, mostPlaces))
    if (candidateMarks.has(place)) thinOut((element) => element === place);
  return candidates;

  /** Keeps what stands in another witness, which shuns what is told and what stands on it. */
  function thinOut(isShunned: (element: number) => boolean): void {
    const shuns = (node: number): boolean => isShunned(node) || needsAny(node, isShunned, 2);
    const other = wayBack(from, to, shuns);
    if (typeof other === 'string') return;
    witnessMarks.only(suffice([from, ...other], shuns));
    candidates = candidates.filter(witnessMarks.has);
    candidateMarks.only(candidates);
  }

  /** It, or what it stands on, needs one of them: a component its server, and that its zone. */
  function needsAny(node: number, isShunned: (element: number) => boolean, depth: number): boolean {
    const start = gates.inputStart[node]!;
    const end = Math.min(gates.inputStart[node + 1]!, start + mostInputs);
    for (let edge = start; edge < end; edge += 1) {
      const input = gates.inputs[edge]!;
      if (isShunned(input) || (depth > 1 && needsAny(input, isShunned, depth - 1))) return true;
    }
    return false;
  }

  function dependentsOf(node: number): number {
    return gates.dependentStart[node + 1]! - gates.dependentStart[node]!;
  }
}

/** Only the first inputs are looked at: places come first, and pools are long. */
const mostInputs = 8;
