import type { Goal } from './journeys.js';
import type { Scenarios } from './scenarios.js';

/** How often candidates are thinned out by another witness; more seldom changes anything. */
const rounds = 3;

/**
 * The elements that may be single points of a goal in the scenario as it stands: those in every witness that was found. All
 * single points are among them, and what is among them has to be tried. Undefined: no way was found, or none soon enough.
 */
export function candidatesFor(
  { structure, wayBack, suffice }: Scenarios,
  { from, to }: Goal,
): ReadonlySet<number> | undefined {
  const { gates, universe } = structure;
  const first = wayBack(from, to);
  if (typeof first === 'string') return undefined;
  const isElement = (node: number) => node < universe.elements.length;
  let candidates = new Set(suffice([from, ...first]).filter(isElement));
  for (let round = 0; round < rounds; round += 1) {
    const shuns = (node: number): boolean => candidates.has(node) || standsOnAny(node);
    const way = wayBack(from, to, shuns);
    if (typeof way === 'string') return candidates;
    const witness = new Set(suffice([from, ...way], shuns));
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
