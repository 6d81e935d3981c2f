import { type ObjectiveVerdict, objectiveVerdict } from '../analyses/faults/objective-verdict.js';
import type { AnalysedJourney, Faults, JourneyAvailability } from '../analyses/faults/result.js';
import type { AvailabilityChange } from './diff-availability.js';
import type { Matched } from './match-items.js';

/** An objective that is newly missed, or met where it was missed. */
export interface ObjectiveChange {
  readonly became: 'missed' | 'met';
  readonly after: JourneyAvailability;
  /** Left out: the journey is new, has no objective in the base, or nobody could tell. */
  readonly before?: ObjectiveVerdict;
}

/** What is met only because less is asked, or because less is told, is not met newly. */
export function diffObjectives(
  base: Faults,
  head: Faults,
  { pairs }: Matched<AnalysedJourney>,
  availability: readonly AvailabilityChange[],
): readonly ObjectiveChange[] {
  const toBase = new Map(pairs.map(({ before, after }) => [after, before]));
  const was = new Map(base.availability.map((one) => [one.journey, one]));
  const silenced = new Set(availability.flatMap(({ after, silenced: lost }) => (lost.length > 0 ? [after] : [])));
  return head.availability.flatMap((after): readonly ObjectiveChange[] => {
    const earlier = toBase.get(after.journey);
    const known = earlier && was.get(earlier);
    const [before, now] = [known && objectiveVerdict(known), objectiveVerdict(after)];
    if (now === 'missed' && before !== 'missed') return [{ became: 'missed', after, ...(before && { before }) }];
    const isMet = before === 'missed' && isMetBy(now) && isMetBy(heldAgainst(after, earlier?.objective));
    return isMet && !silenced.has(after) ? [{ became: 'met', after, before }] : [];
  });
}

/** Of a model that was not there before. Where it declares no objective nothing is computed. */
export function missedObjectives(faults: Faults): readonly ObjectiveChange[] {
  if (faults.journeys.every(({ objective }) => objective === undefined)) return [];
  return faults.availability.flatMap((after): readonly ObjectiveChange[] =>
    objectiveVerdict(after) === 'missed' ? [{ became: 'missed', after }] : [],
  );
}

function isMetBy(verdict: ObjectiveVerdict | undefined): boolean {
  return verdict === 'met' || verdict === 'met at best';
}

function heldAgainst(after: JourneyAvailability, objective: number | undefined): ObjectiveVerdict | undefined {
  return objective === undefined ? undefined : objectiveVerdict({ ...after, journey: { ...after.journey, objective } });
}
