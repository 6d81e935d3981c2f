import type { Element, Flow, Listener } from '../../graph/architecture.js';
import { formatRange } from './addresses.js';
import { crossingBetween } from './borders.js';
import { blocksOf } from './compiled-guard.js';
import { addressesOf } from './party.js';
import { classesOf, type PartyClass } from './party-class.js';
import { serviceOf } from './ports.js';
import { listeningElements, relayReach } from './reach.js';
import type { PassageReason, Reach, ZoneReach } from './result.js';
import { everyService, serviceInterval } from './service-axis.js';
import { serviceClasses } from './service-class.js';
import type { Topology } from './topology.js';
import { agreed, easiest, type Verdict, verdictOn } from './verdict.js';
import { type Way, wayAcross } from './way.js';

/** What each zone reaches outside of itself: anything that stands in it, whether the model tells it or not. */
export function zoneReach(topology: Topology, passageOf: (flow: Flow) => PassageReason): readonly ZoneReach[] {
  const { model } = topology;
  const elements = listeningElements(model);
  return model.byKind.zone.map((zone) => {
    const sourcesOn = sourcesIn(topology, zone);
    const packets = elements
      .filter((element) => !model.ancestors(element).includes(zone))
      .flatMap((element) => packetsTo(topology, zone, element, sourcesOn));
    const relayed = relayReach(model, packets, passageOf);
    return {
      zone,
      reaches: [...packets, ...relayed.filter(({ element }) => !model.ancestors(element).includes(zone))],
    };
  });
}

/** The zone at large, and the elements in it that rules on the way name. */
interface Sources {
  readonly rest: readonly PartyClass[];
  readonly named: readonly Element[];
}

function sourcesIn(topology: Topology, zone: Element): (way: Way) => Sources {
  const { model } = topology;
  const known = new Map<string, Sources>();
  return (way) => {
    const key = JSON.stringify([way.leaving.length, ...way.stages.map(({ table }) => table?.guard.id)]);
    const before = known.get(key);
    if (before) return before;
    const named = new Set(way.stages.flatMap(({ table }) => (table ? [...table.sources.named.keys()] : [])));
    const sources = {
      rest: classesOf(topology, way, 'source', zone, addressesOf(topology, zone)),
      named: [...named].filter((element) => model.ancestors(element).includes(zone)),
    };
    known.set(key, sources);
    return sources;
  };
}

function packetsTo(
  topology: Topology,
  zone: Element,
  element: Element,
  sourcesOn: (way: Way) => Sources,
): readonly Reach[] {
  const way = wayAcross(topology, crossingBetween(topology.model, zone, element));
  const { rest, named } = sourcesOn(way);
  const told = element.listeners ?? [];
  const listeners: readonly (Listener | undefined)[] = told.length > 0 ? told : [undefined];
  const targets = classesOf(topology, way, 'target', element, addressesOf(topology, element));
  return listeners.map((listener) => {
    const verdicts = verdictsOn(way, rest, targets, listener);
    const found =
      wholly(topology, zone, verdicts) ?? partly(topology, { zone, element, listener, rest, named, verdicts });
    return { element, ...(listener && { listener }), reach: 'packet', ...found };
  });
}

/** One for each source: some service is enough, of which it is known wherever the target stands. */
function verdictsOn(
  { stages }: Way,
  sources: readonly PartyClass[],
  targets: readonly PartyClass[],
  listener: Listener | undefined,
): readonly Verdict[] {
  const service = listener && serviceOf(listener);
  const services = serviceClasses(stages, service ? [serviceInterval(service)] : everyService);
  return sources.map((source) =>
    easiest(services.map((one) => agreed(targets.map((target) => verdictOn(stages, source, target, one))))),
  );
}

/** What is so for all of the zone; undefined where it gets through in part or not at all. */
function wholly(topology: Topology, zone: Element, verdicts: readonly Verdict[]): Verdict | undefined {
  const whole = agreed(verdicts);
  const isSplit = whole.passage === 'unknown' && verdicts.every(({ passage }) => passage !== 'unknown');
  const isTold = blocksOf(topology.space, zone).length > 0;
  return whole.passage === 'blocked' || (isSplit && isTold) ? undefined : whole;
}

interface Asked {
  readonly zone: Element;
  readonly element: Element;
  readonly listener: Listener | undefined;
  readonly rest: readonly PartyClass[];
  readonly named: readonly Element[];
  readonly verdicts: readonly Verdict[];
}

/** Blocked, but for the blocks of addresses and the elements that get through. */
function partly(topology: Topology, asked: Asked): Omit<Reach, 'element' | 'reach'> {
  const { element, listener, rest, named, verdicts } = asked;
  const { model, space } = topology;
  const blocks = rest.flatMap(({ intervals }, index) =>
    verdicts[index]!.passage === 'open' ? intervals.map((one) => formatRange(space.range(one))) : [],
  );
  const single = named.map((one) => {
    const way = wayAcross(topology, crossingBetween(model, one, element));
    const sources = classesOf(topology, way, 'source', one, addressesOf(topology, one));
    const targets = classesOf(topology, way, 'target', element, addressesOf(topology, element));
    return { one, verdict: agreed(verdictsOn(way, sources, targets, listener)) };
  });
  const ids = single.flatMap(({ one, verdict }) => (verdict.passage === 'open' ? [one.id] : []));
  const limitedTo = [...blocks, ...ids];
  if (limitedTo.length > 0) return { ...blockedIn(verdicts), limitedTo };
  return single.find(({ verdict }) => verdict.passage === 'unknown')?.verdict ?? blockedIn(verdicts);
}

function blockedIn(verdicts: readonly Verdict[]): Verdict {
  return verdicts.find(({ passage }) => passage === 'blocked') ?? { passage: 'blocked' };
}
