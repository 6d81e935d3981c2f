import { isEmpty, size } from './goal-set.js';
import { placesAbove } from './places-above.js';
import type { LoneFailure } from './single-points.js';
import type { Universe } from './universe.js';

export interface RootCause {
  readonly root: LoneFailure;
  /** Places around it that break the same goals, from the innermost outwards. */
  readonly also: readonly number[];
  /** How many are lost. */
  readonly journeys: number;
}

/**
 * Elements that break the same goals and stand one within another are one fault, rooted in the innermost: the places above
 * are named with it. A place that breaks more is a fault of its own.
 */
export function groupByRootCause(universe: Universe, failures: readonly LoneFailure[]): readonly RootCause[] {
  const losing = failures.filter(({ lost }) => !isEmpty(lost));
  const goalsOf = new Map(losing.map(({ element, lost }) => [element, lost.join()]));
  const above = new Set<number>();
  const alsoOf = new Map<number, readonly number[]>();
  for (const { element } of losing) {
    const also = placesAbove(universe, universe.elements[element]!)
      .map(({ id }) => universe.indexOf.get(id)!)
      .filter((place) => goalsOf.get(place) === goalsOf.get(element));
    alsoOf.set(element, also);
    for (const place of also) above.add(place);
  }
  return losing
    .filter(({ element }) => !above.has(element))
    .map((root) => ({ root, also: alsoOf.get(root.element) ?? [], journeys: size(root.lost) }))
    .sort(byWeight);
}

function byWeight(left: RootCause, right: RootCause): number {
  return (
    right.journeys - left.journeys || right.root.radius - left.root.radius || left.root.element - right.root.element
  );
}
