import type { JourneyAvailability } from '../../analyses/faults/result.js';
import type { Reach } from '../../analyses/network/result.js';
import { standingOf } from '../../analyses/network/standing.js';
import type { AvailabilityChange } from '../../diff/diff-availability.js';
import type { ExposureChange } from '../../diff/diff-exposure.js';
import type { LoadChange, Use } from '../../diff/diff-load.js';
import type { ObjectiveChange } from '../../diff/diff-objectives.js';
import { wholeModel } from '../../diff/questions-waiting.js';
import type { Weakening } from '../../diff/weakened.js';
import type { ChangeDocument } from './change-schema.js';

type ChangedModel = ChangeDocument['changed'][number];

export function availabilityDocument(change: AvailabilityChange): ChangedModel['availability'][number] {
  const { before, after, verdict, silenced } = change;
  const { id, mode } = after.journey;
  return {
    journey: { id, mode },
    verdict,
    before: figureDocument(before),
    after: figureDocument(after),
    silenced: silenced.map((element) => element.id),
  };
}

function figureDocument({ unavailability, method, sampled, assumed }: JourneyAvailability) {
  return {
    unavailability: unavailability ?? null,
    method,
    ...(sampled && { low: sampled.low, high: sampled.high }),
    assumed: assumed.map(({ id }) => id),
  };
}

export function objectiveDocument({ became, before, after }: ObjectiveChange): ChangedModel['objectives'][number] {
  const { id, mode, objective } = after.journey;
  return { journey: { id, mode }, became, objective, before };
}

export function exposureDocument({ became, before, after }: ExposureChange): ChangedModel['exposure'][number] {
  return { became, before: before && reachDocument(before), after: after && reachDocument(after) };
}

function reachDocument(reach: Reach) {
  const { element, listener, limitedTo, exceptFrom } = reach;
  return {
    element: element.id,
    listener: listener?.name,
    standing: standingOf(reach),
    limitedTo: limitedTo && [...limitedTo],
    exceptFrom: exceptFrom && [...exceptFrom],
  };
}

export function loadDocument(change: LoadChange): ChangedModel['load'][number] {
  const { element, situation, became, before, after } = change;
  return {
    element: element.id,
    situation,
    became,
    before: before && useDocument(before),
    after: after && useDocument(after),
  };
}

function useDocument({ utilisation, isComplete, failed }: Use) {
  return { utilisation: Number.isFinite(utilisation) ? utilisation : null, complete: isComplete, failed: failed?.id };
}

export function weakeningDocument(one: Weakening): ChangedModel['weakened'][number] {
  const { sort } = one;
  switch (one.sort) {
    case 'finding':
      return { sort, fingerprint: one.finding.fingerprint };
    case 'exempt': {
      const { fingerprint, rule, severity, message, element } = one.finding;
      return { sort, fingerprint, rule, severity, message, element };
    }
    case 'fact':
      return {
        sort,
        rule: one.fact.rule,
        wanted: one.fact.wanted,
        about: one.fact.about.filter((id) => id !== wholeModel),
      };
    case 'objective':
      return { sort, journey: one.journey.id, was: one.journey.objective, is: one.objective };
    case 'complete':
      return { sort, aspect: one.aspect };
    case 'waiver': {
      const { rule, element, because, until, by } = one.waiver;
      return { sort, waiver: { rule, element, because, until, by, wasUntil: one.wasUntil } };
    }
    case 'availability':
      return { sort, journey: one.change.after.journey.id };
    case 'exposure':
      return { sort, element: (one.change.after ?? one.change.before)?.element.id };
    case 'load':
      return { sort, element: one.change.element.id };
  }
}
