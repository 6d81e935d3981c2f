import type { Element } from '../../graph/architecture.js';
import type { RuleContext } from '../rule.js';
import { isProduction } from './environment-of.js';
import { judgeSinglePoints } from './judge-single-points.js';
import { lostTogether } from './lost-journeys.js';
import { areAllCopies, isSumOfParts, membersSharing } from './shared-places.js';
import { hasWeakVote } from './weak-vote.js';

type Judge = Pick<RuleContext, 'model' | 'faults' | 'pass' | 'unknown'>;

/**
 * Which of some places in production take down together what was made several times, as reports with the shared messages.
 * A place whose loss breaks nothing is passed.
 */
export function judgeSharedPlaces(context: Judge, places: readonly Element[]) {
  const { model, faults, pass } = context;
  for (const place of places) if (isProduction(model, place) && !faults.singlePointOf(place)) pass(place);
  return judgeSinglePoints(context, places).flatMap(({ roots, point }) => {
    const members = membersSharing(model, faults, point).filter((one) => !hasWeakVote(model, one));
    // Also an empty list: what nothing doubled stands in is judged with all other single points.
    if (areAllCopies(model, members) || isSumOfParts(model, faults, point)) return [];
    const evidence = { elements: [...members, ...point.also], flows: point.path };
    return [{ ...lostTogether(model, roots, point, members), at: roots, evidence }];
  });
}
