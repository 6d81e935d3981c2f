import type { AnalysedJourney, Faults } from '../analyses/faults/result.js';
import { canonical } from './canonical.js';
import { type Matched, matchItems } from './match-items.js';
import type { ModelDiff } from './model-diff.js';
import { type ToHead, translatorOf } from './translate-ids.js';

/** Journeys, declared or derived: declared ones are the same by name, all by who comes for what. */
export function matchJourneys(base: Faults, head: Faults, diff: ModelDiff): Matched<AnalysedJourney> {
  const toHead = translatorOf(diff.toHead);
  const same: ToHead = (id) => id;
  return matchItems(base.journeys, head.journeys, [
    { ofBase: named('base'), ofHead: named('head') },
    { ofBase: (journey) => aim(journey, toHead), ofHead: (journey) => aim(journey, same) },
  ]);
}

/** The name of one that is derived is made of ids, which change: it says nothing. */
function named(side: string): (journey: AnalysedJourney) => string {
  return ({ id, declared }) => canonical(declared ? [id] : [side, id]);
}

function aim({ from, to, mode }: AnalysedJourney, called: ToHead): string {
  return canonical([called(from), called(to), mode]);
}
