import type { Element } from '../../graph/architecture.js';
import type { RuleContext } from '../rule.js';
import { isProduction } from './environment-of.js';
import { judgeSinglePoints } from './judge-single-points.js';
import { lostTogether } from './lost-journeys.js';
import { areAllCopies, isSumOfParts, membersSharing } from './shared-places.js';
import { hasWeakVote } from './weak-vote.js';

type Judge = Pick<RuleContext, 'model' | 'faults' | 'pass' | 'unknown'>;

/** Those of some places in production whose loss breaks nothing. */
export function harmlessPlaces({ model, faults }: Judge, places: readonly Element[]): readonly Element[] {
  return places.filter((place) => isProduction(model, place) && !faults.singlePointOf(place));
}

/** Which of some places in production take down together what was made several times, as reports with the shared messages. */
export function judgeSharedPlaces(context: Judge, places: readonly Element[]) {
  const { model, faults } = context;
  return judgeSinglePoints(context, places).flatMap(({ roots, point }) => {
    const members = membersSharing(model, faults, point).filter((one) => !hasWeakVote(model, one));
    // Also an empty list: what nothing doubled stands in is judged with all other single points.
    if (areAllCopies(model, members) || isSumOfParts(model, faults, point)) return [];
    const evidence = { elements: [...members, ...point.also], flows: point.path };
    return [{ ...lostTogether(model, roots, point, members), at: roots, evidence }];
  });
}
