import { addAll, type GoalSet, isEmpty, size } from './goal-set.js';
import type { PairFailure, PairFailures } from './pairs.js';
import { placesAbove } from './places-above.js';
import { type FailureGround, withoutAlternatives } from './single-points.js';
import type { Universe } from './universe.js';

export interface FoundPairCause {
  readonly elements: readonly [number, number];
  readonly lost: GoalSet;
  readonly also: readonly (readonly [number, number])[];
}

/**
 * Pairs that break the same goals, of which the halves of one stand in the halves of the other, are one fault: rooted in the
 * innermost, the pairs of places around it named with it. The most goals first.
 */
export function groupPairs(
  ground: FailureGround,
  { pairs, together }: Pick<PairFailures, 'pairs' | 'together'>,
): readonly FoundPairCause[] {
  const { universe } = ground.scenarios[0]!.structure;
  const around = placesByElement(universe);
  const losing = joined(pairs, together)
    .map(({ elements, broken }) => ({ elements, lost: withoutAlternatives(broken, ground) }))
    .filter(({ lost }) => !isEmpty(lost));
  const goalsOf = new Map(losing.map(({ elements, lost }) => [keyOf(elements), lost.join()]));
  const implied = new Set<string>();
  const causes = losing.map(({ elements, lost }) => {
    const also = pairsAround(elements, around).filter((pair) => goalsOf.get(keyOf(pair)) === lost.join());
    for (const pair of also) implied.add(keyOf(pair));
    return { elements, lost, also };
  });
  return causes
    .filter(({ elements }) => !implied.has(keyOf(elements)))
    .sort((left, right) => size(right.lost) - size(left.lost));
}

/** What a pair breaks goal by goal, and what it breaks of goals that make up for one another. */
function joined(pairs: readonly PairFailure[], together: readonly PairFailure[]): readonly PairFailure[] {
  const byKey = new Map(pairs.map((pair) => [keyOf(pair.elements), pair]));
  for (const pair of together) {
    const before = byKey.get(keyOf(pair.elements));
    const broken = pair.broken.slice();
    if (before) addAll(broken, before.broken);
    byKey.set(keyOf(pair.elements), { ...pair, broken });
  }
  return [...byKey.values()];
}

function keyOf([first, second]: readonly [number, number]): string {
  return `${first} ${second}`;
}

/** The pairs of places around a pair, or of one of it and a place around the other. */
function pairsAround(
  [first, second]: readonly [number, number],
  around: (element: number) => readonly number[],
): readonly (readonly [number, number])[] {
  const pairs = new Map<string, readonly [number, number]>();
  for (const left of [first, ...around(first)]) {
    for (const right of [second, ...around(second)]) {
      const pair = left < right ? ([left, right] as const) : ([right, left] as const);
      if (left !== right && (left !== first || right !== second)) pairs.set(keyOf(pair), pair);
    }
  }
  return [...pairs.values()];
}

function placesByElement(universe: Universe): (element: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (element) => {
    const before = known.get(element);
    if (before) return before;
    const places = placesAbove(universe, universe.elements[element]!).map(({ id }) => universe.indexOf.get(id)!);
    known.set(element, places);
    return places;
  };
}
