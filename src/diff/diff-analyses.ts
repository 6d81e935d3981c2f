import type { Analyses } from '../analyses/analyses-of.js';
import type { AnalysedJourney } from '../analyses/faults/result.js';
import { type AvailabilityChange, diffAvailability } from './diff-availability.js';
import { diffExposure, type ExposureChange } from './diff-exposure.js';
import { diffLoad, type LoadChange } from './diff-load.js';
import { diffObjectives, type ObjectiveChange } from './diff-objectives.js';
import { diffSinglePoints, type SinglePointsDiff } from './diff-single-points.js';
import type { Matched } from './match-items.js';
import type { ModelDiff } from './model-diff.js';

/** What a change made of what the analyses say. Only what is otherwise than before is listed. */
export interface AnalysesDiff {
  /** Journeys that did not work as modelled, or do not any more, with nothing failed. */
  readonly journeys: {
    readonly broken: readonly AnalysedJourney[];
    readonly mended: readonly AnalysedJourney[];
  };
  readonly singlePoints: SinglePointsDiff;
  readonly availability: readonly AvailabilityChange[];
  readonly objectives: readonly ObjectiveChange[];
  readonly exposure: readonly ExposureChange[];
  readonly load: readonly LoadChange[];
}

export function diffAnalyses(
  base: Analyses,
  head: Analyses,
  journeys: Matched<AnalysedJourney>,
  diff: ModelDiff,
): AnalysesDiff {
  const availability = diffAvailability(base.faults, head.faults, journeys, diff);
  return {
    journeys: {
      broken: journeys.pairs.flatMap(({ before, after }) =>
        before.state !== 'broken' && after.state === 'broken' ? [after] : [],
      ),
      mended: journeys.pairs.flatMap(({ before, after }) =>
        before.state === 'broken' && after.state !== 'broken' ? [after] : [],
      ),
    },
    singlePoints: diffSinglePoints(base.faults, head.faults, journeys, diff),
    availability: availability.filter(({ isOtherwise }) => isOtherwise),
    objectives: diffObjectives(base.faults, head.faults, journeys, availability),
    exposure: diffExposure(base.network, head.network, diff),
    load: diffLoad(base.load, head.load, diff),
  };
}
