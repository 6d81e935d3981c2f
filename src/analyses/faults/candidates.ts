import type { Goal } from './journeys.js';
import type { Scenarios } from './scenarios.js';

/** How often candidates are thinned out by another witness; more seldom changes anything. */
const rounds = 3;

/**
 * The elements that may be single points of a goal in the scenario as it stands: those in every witness that was found. All
 * single points are among them, and what is among them has to be tried. None where the goal does not work.
 */
export function candidatesFor({ structure, way, wayBack, suffice }: Scenarios, goal: Goal): ReadonlySet<number> {
  const { gates, universe } = structure;
  const { from, to } = goal;
  const first = way(goal);
  if (!first) return new Set();
  const isElement = (node: number) => node < universe.elements.length;
  let candidates = new Set(suffice(first).filter(isElement));
  for (let round = 0; round < rounds; round += 1) {
    const shuns = (node: number): boolean => candidates.has(node) || standsOnAny(node);
    const other = wayBack(from, to, shuns);
    if (typeof other === 'string') return candidates;
    const witness = new Set(suffice([from, ...other], shuns));
    const left = new Set([...candidates].filter((element) => witness.has(element)));
    if (left.size === candidates.size) break;
    candidates = left;
  }
  return candidates;

  /** What it needs itself, such as its place, is a candidate. */
  function standsOnAny(node: number): boolean {
    const end = gates.inputStart[node + 1]!;
    for (let edge = gates.inputStart[node]!; edge < end && edge < gates.inputStart[node]! + mostInputs; edge += 1) {
      if (candidates.has(gates.inputs[edge]!)) return true;
    }
    return false;
  }
}

/** Only the first inputs are looked at: places come first, and pools are long. */
const mostInputs = 8;
