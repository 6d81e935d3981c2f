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
  readonly named: readonly { readonly element: Element; readonly classes: readonly PartyClass[] }[];
}

function sourcesIn(topology: Topology, zone: Element): (way: Way) => Sources {
  const { model } = topology;
  const known = new Map<string, Sources>();
  return (way) => {
    const key = JSON.stringify([way.leaving.length, ...way.stages.map(({ table }) => table?.guard.id)]);
    const before = known.get(key);
    if (before) return before;
    const named = new Set(way.stages.flatMap(({ table }) => (table ? [...table.sources.named.keys()] : [])));
    const within = [...named].filter((element) => model.ancestors(element).includes(zone));
    const classesOfOne = (element: Element) =>
      classesOf(topology, way, 'source', element, addressesOf(topology, element));
    const sources = {
      rest: classesOfOne(zone),
      named: within.map((element) => ({ element, classes: classesOfOne(element) })),
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
  const sources = sourcesOn(way);
  const targets = classesOf(topology, way, 'target', element, addressesOf(topology, element));
  const told = element.listeners ?? [];
  const listeners: readonly (Listener | undefined)[] = told.length > 0 ? told : [undefined];
  return listeners.map((listener) => {
    const service = listener && serviceOf(listener);
    const services = serviceClasses(way.stages, service ? [serviceInterval(service)] : everyService);
    const verdictFrom = (source: PartyClass): Verdict =>
      easiest(services.map((one) => agreed(targets.map((target) => verdictOn(way.stages, source, target, one)))));
    return { element, ...(listener && { listener }), reach: 'packet', ...judged(topology, zone, sources, verdictFrom) };
  });
}

/** `open` where all of the zone gets through; where only told blocks or elements do, `blocked` but for these. */
function judged(
  topology: Topology,
  zone: Element,
  { rest, named }: Sources,
  verdictFrom: (source: PartyClass) => Verdict,
): Omit<Reach, 'element' | 'reach'> {
  const verdicts = rest.map(verdictFrom);
  const whole = agreed(verdicts);
  const isSplit = whole.passage === 'unknown' && verdicts.every(({ passage }) => passage !== 'unknown');
  const isTold = blocksOf(topology.space, zone).length > 0;
  if (whole.passage !== 'blocked' && !(isSplit && isTold)) return whole;
  const blocks = rest.flatMap(({ intervals }, index) =>
    verdicts[index]!.passage === 'open' ? intervals.map((one) => formatRange(topology.space.range(one))) : [],
  );
  const single = named.map(({ element, classes }) => ({ element, verdict: agreed(classes.map(verdictFrom)) }));
  const ids = single.flatMap(({ element, verdict }) => (verdict.passage === 'open' ? [element.id] : []));
  const doubtful = single.find(({ verdict }) => verdict.passage === 'unknown');
  const blocked = verdicts.find(({ passage }) => passage === 'blocked')!;
  const limitedTo = [...blocks, ...ids];
  if (limitedTo.length === 0 && doubtful) return doubtful.verdict;
  return { ...blocked, ...(limitedTo.length > 0 && { limitedTo }) };
}
