import type { PassageReason, Reach, RuleAnomaly, Undeclared } from '../../analyses/network/result.js';
import type { Explained } from '../explained.js';
import type { ExposureDocument } from './exposure-schema.js';
import { oneOrList } from './one-or-list.js';

/** What the internet and each zone reach, of one model or of several as an array, as `exposureJsonSchema` describes it. */
export function exposureToJson(entries: readonly Explained[], someMissing?: boolean): string {
  return oneOrList(entries.map(toDocument), someMissing);
}

function toDocument({ model, analyses: { network } }: Explained): ExposureDocument {
  return {
    format: 'stanchion-exposure',
    version: 1,
    model: { name: model.name, environment: model.facts.environment, file: model.at?.file },
    internet: network.internet.map(reachDocument),
    zones: network.zones.map(({ zone, reaches }) => ({ zone: zone.id, reaches: reaches.map(reachDocument) })),
    flows: network.flows.map(({ flow, ...reason }) => ({ flow: flow.id, ...reasonDocument(reason) })),
    unreachable: network.unreachable.map(({ element, listener, unused, blocked, guard }) => ({
      element: element.id,
      listener: listener.name,
      unused,
      blocked,
      guard: guard?.id,
    })),
    undeclared: network.undeclared.map(undeclaredDocument),
    rules: network.anomalies.map(anomalyDocument),
  };
}

function reasonDocument({ passage, guard, rule, onReturn }: PassageReason) {
  return { passage, guard: guard?.id, rule, onReturn };
}

function reachDocument(known: Reach): ExposureDocument['internet'][number] {
  const { element, listener, reach, limitedTo, exceptFrom, by } = known;
  return {
    element: element.id,
    listener: listener?.name,
    ...reasonDocument(known),
    reach,
    limitedTo: limitedTo && [...limitedTo],
    exceptFrom: exceptFrom && [...exceptFrom],
    by: by?.id,
  };
}

function undeclaredDocument(one: Undeclared): ExposureDocument['undeclared'][number] {
  return 'zone' in one ? { zone: one.zone.id } : { guard: one.guard.id, side: one.side };
}

function anomalyDocument({ guard, side, index, anomaly, by, beyond }: RuleAnomaly): ExposureDocument['rules'][number] {
  return {
    guard: guard.id,
    side,
    index,
    anomaly,
    by: by && [...by],
    beyond: beyond && { packets: `${beyond.packets}`, sources: `${beyond.sources}`, ports: beyond.ports },
  };
}
