import type { Element, Listener } from '../../graph/architecture.js';
import { formatRange } from './addresses.js';
import { crossingBetween } from './borders.js';
import { blocksOf } from './inside-addresses.js';
import { addressesOf, waysToAddress } from './party.js';
import { classesOf, type PartyClass } from './party-class.js';
import { type Service, serviceOf } from './ports.js';
import { type HandedOn, listeningElements } from './reach.js';
import type { Reach, ZoneReach } from './result.js';
import { everyService, serviceInterval } from './service-axis.js';
import { type ServiceClass, serviceClasses } from './service-class.js';
import type { Topology } from './topology.js';
import { agreed, easiest, type Verdict, verdictOn } from './verdict.js';
import { keyOfStages, type Way, wayAcross } from './way.js';

/** What each zone reaches outside of itself: anything that stands in it, whether the model tells it or not. */
export function zoneReach(topology: Topology, handedOn: HandedOn): readonly ZoneReach[] {
  const { model } = topology;
  const zones = model.byKind.zone.map((zone) => ({
    zone,
    sourcesOn: sourcesIn(topology, zone),
    packets: [] as Reach[],
  }));
  for (const element of listeningElements(model)) {
    const around = new Set(model.ancestors(element));
    const endsOn = targetOn(topology, element);
    for (const { zone, sourcesOn, packets } of zones) {
      if (!around.has(zone)) packets.push(...packetsTo(topology, zone, element, sourcesOn, endsOn));
    }
  }
  return zones.map(({ zone, packets }) => {
    const relayed = handedOn(packets).filter(({ element }) => !model.ancestors(element).includes(zone));
    return { zone, reaches: [...packets, ...relayed] };
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
  const addresses = addressesOf(topology, zone);
  return (way) => {
    const key = keyOfStages(way);
    const before = known.get(key);
    if (before) return before;
    const named = new Set<Element>();
    for (const { table } of way.stages) {
      for (const element of table?.sources.named.keys() ?? []) {
        if (model.ancestors(element).includes(zone)) named.add(element);
      }
    }
    const sources = { rest: classesOf(topology, way, 'source', zone, addresses), named: [...named] };
    known.set(key, sources);
    return sources;
  };
}

/** An element, as the guards on a way see it, with what may be asked of each of its listeners. */
interface Target {
  readonly classes: readonly (readonly PartyClass[])[];
  readonly listeners: readonly { readonly listener?: Listener; readonly services: readonly ServiceClass[] }[];
}

/** Zones of which the same guards stand on the way see an element alike. */
function targetOn(topology: Topology, element: Element): (way: Way) => Target {
  const known = new Map<string, Target>();
  const told = element.listeners ?? [];
  return (way) => {
    const key = keyOfStages(way);
    const before = known.get(key);
    if (before) return before;
    const listeners = told.map((listener) => ({ listener, services: servicesAt(way, serviceOf(listener)) }));
    const target = {
      classes: waysToAddress(topology, element).map((at) => classesOf(topology, way, 'target', element, at)),
      listeners: told.length > 0 ? listeners : [{ services: servicesAt(way, undefined) }],
    };
    known.set(key, target);
    return target;
  };
}

function servicesAt({ stages }: Way, service: Service | undefined): readonly ServiceClass[] {
  return serviceClasses(stages, service ? [serviceInterval(service)] : everyService);
}

function packetsTo(
  topology: Topology,
  zone: Element,
  element: Element,
  sourcesOn: (way: Way) => Sources,
  targetOf: (way: Way) => Target,
): readonly Reach[] {
  const way = wayAcross(topology, crossingBetween(topology.model, zone, element));
  const { rest, named } = sourcesOn(way);
  const { classes, listeners } = targetOf(way);
  return listeners.map(({ listener, services }, place) => {
    const verdicts = verdictsOn(way, rest, classes, services);
    const found =
      wholly(topology, zone, verdicts) ?? partly(topology, { element, place, rest, named, verdicts, targetOf });
    return { element, ...(listener && { listener }), reach: 'packet', ...found };
  });
}

/** One for each source: some service at some address is enough, of which it is known wherever the target stands. */
function verdictsOn(
  { stages }: Way,
  sources: readonly PartyClass[],
  targets: readonly (readonly PartyClass[])[],
  services: readonly ServiceClass[],
): readonly Verdict[] {
  return sources.map((source) =>
    easiest(
      targets.flatMap((classes) =>
        services.map((one) => agreed(classes.map((target) => verdictOn(stages, source, target, one)))),
      ),
    ),
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
  readonly element: Element;
  /** Of the listener among the element's. */
  readonly place: number;
  readonly rest: readonly PartyClass[];
  readonly named: readonly Element[];
  readonly verdicts: readonly Verdict[];
  readonly targetOf: (way: Way) => Target;
}

/** Blocked, but for the blocks of addresses and the elements that get through. */
function partly(topology: Topology, asked: Asked): Omit<Reach, 'element' | 'reach'> {
  const { element, place, rest, named, verdicts, targetOf } = asked;
  const { model, space } = topology;
  const blocks = rest.flatMap(({ intervals }, index) =>
    verdicts[index]!.passage === 'open' ? intervals.map((one) => formatRange(space.range(one))) : [],
  );
  const single = named.map((one) => {
    const way = wayAcross(topology, crossingBetween(model, one, element));
    const sources = classesOf(topology, way, 'source', one, addressesOf(topology, one));
    const { classes, listeners } = targetOf(way);
    return { one, verdict: agreed(verdictsOn(way, sources, classes, listeners[place]!.services)) };
  });
  const ids = single.flatMap(({ one, verdict }) => (verdict.passage === 'open' ? [one.id] : []));
  const limitedTo = [...blocks, ...ids];
  if (limitedTo.length > 0) return { ...blockedIn(verdicts), limitedTo };
  return single.find(({ verdict }) => verdict.passage === 'unknown')?.verdict ?? blockedIn(verdicts);
}

function blockedIn(verdicts: readonly Verdict[]): Verdict {
  return verdicts.find(({ passage }) => passage === 'blocked') ?? { passage: 'blocked' };
}
