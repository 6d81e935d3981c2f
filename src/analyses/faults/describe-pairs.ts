import { members } from './goal-set.js';
import { groupPairs } from './pair-causes.js';
import type { PairFailures } from './pairs.js';
import type { Pair, PairCause, Pairs } from './result.js';
import type { SimulationGround } from './simulate.js';
import type { FailureGround } from './single-points.js';

/** Pairs by numbers as pairs of elements. */
export function describePairs(
  { universe, journeys }: SimulationGround,
  failures: FailureGround,
  { pairs, together, tried, candidates }: PairFailures,
): Pairs {
  const elementsOf = ([first, second]: readonly [number, number]): Pair['elements'] => [
    universe.elements[first]!,
    universe.elements[second]!,
  ];
  const causes = groupPairs(failures, { pairs, together }).map(({ elements, also, lost }): PairCause => {
    const broken = members(lost).map((goal) => journeys[goal]!);
    return { elements: elementsOf(elements), also: also.map(elementsOf), journeys: broken };
  });
  const minimal = pairs.map(({ elements, broken }): Pair => {
    return { elements: elementsOf(elements), journeys: members(broken).map((goal) => journeys[goal]!) };
  });
  return { minimal, causes, tried, candidates };
}
