import type { Element, Flow, Listener } from '../../graph/architecture.js';
import { formatRange } from './addresses.js';
import { containersOf, isOutside } from './borders.js';
import type { Interval } from './interval-index.js';
import { addressesOf, internetAddresses } from './party.js';
import { classesOf, type PartyClass } from './party-class.js';
import { guardsAt, meetsNothing } from './passage.js';
import { serviceOf } from './ports.js';
import type { Exposure, ListenerExposure } from './result.js';
import { everyService, serviceInterval } from './service-axis.js';
import { serviceClasses } from './service-class.js';
import type { Topology } from './topology.js';
import { agreed, easiest, type Verdict, verdictOn } from './verdict.js';
import { keyOfStages, type Way, wayAcross } from './way.js';

/** What packets from the internet may do, worked out one element at a time; what depends on the guards alone is shared. */
export function exposures(topology: Topology): (element: Element, entries: readonly Flow[]) => Exposure {
  const { model, space, guardsIn } = topology;
  const everywhere = internetAddresses(topology);
  const internet = weigh(topology, everywhere);
  const known = new Map<string, readonly Source[]>();

  function sourcesFor(way: Way): readonly Source[] {
    const key = keyOfStages(way);
    const before = known.get(key);
    if (before) return before;
    const sources = classesOf(topology, way, 'source', undefined, everywhere).map((party) => ({
      party,
      weight: weigh(topology, party.intervals),
    }));
    known.set(key, sources);
    return sources;
  }

  function judge(sources: readonly Source[], targets: readonly PartyClass[], way: Way, listener?: Listener) {
    const service = listener && serviceOf(listener);
    const services = serviceClasses(way.stages, service ? [serviceInterval(service)] : everyService);
    const verdicts = sources.map(({ party }) =>
      easiest(services.map((one) => agreed(targets.map((target) => verdictOn(way.stages, party, target, one))))),
    );
    const verdict = atLarge(sources, verdicts, internet);
    const told = { ...(listener && { listener }), ...verdict };
    if (verdict.passage === 'open') return told;
    const blocksThat = (passage: Verdict['passage']) =>
      sources.flatMap(({ party }, index) =>
        verdicts[index]!.passage === passage
          ? party.intervals.map((interval) => formatRange(space.range(interval)))
          : [],
      );
    const limitedTo = blocksThat('open');
    const perhaps = verdict.passage === 'blocked' ? blocksThat('unknown') : [];
    return { ...told, ...(limitedTo.length > 0 && { limitedTo }), ...(perhaps.length > 0 && { perhaps }) };
  }

  return (element, entries) => {
    const way = wayAcross(topology, { leaving: [], entering: [...containersOf(model, element)].reverse() });
    const base = { element, guards: guardsAt(guardsIn, way), entries };
    const told = element.listeners ?? [];
    const listeners: readonly (Listener | undefined)[] = told.length > 0 ? told : [undefined];
    const all = (passage: Exposure['passage']) =>
      summary(
        base,
        listeners.map((listener) => ({ passage, ...(listener && { listener }) })),
      );
    if (isOutside(element)) return all('unknown');
    if (element.facts.publicAddress === false) return all('blocked');
    if (meetsNothing(topology, way)) return all('unknown');
    const targets = classesOf(topology, way, 'target', element, addressesOf(topology, element));
    const sources = sourcesFor(way);
    return summary(
      base,
      listeners.map((listener) => judge(sources, targets, way, listener)),
    );
  };
}

function summary(
  base: Pick<Exposure, 'element' | 'guards' | 'entries'>,
  listeners: readonly ListenerExposure[],
): Exposure {
  const isOpen = ({ passage }: ListenerExposure) => passage === 'open';
  const openListeners = listeners.filter(isOpen).flatMap(({ listener }) => (listener ? [listener.name] : []));
  if (listeners.some(isOpen)) return { ...base, listeners, passage: 'open', openListeners };
  const blocks = [...new Set(listeners.flatMap(({ limitedTo }) => limitedTo ?? []))];
  const passage = listeners.some((one) => one.passage === 'unknown') ? 'unknown' : 'blocked';
  return { ...base, listeners, passage, openListeners, ...(blocks.length > 0 && { limitedTo: blocks }) };
}

/** Addresses of the internet that every rule on the way treats alike, and how many they are. */
interface Source {
  readonly party: PartyClass;
  readonly weight: Weight;
}

interface Weight {
  readonly ipv4: bigint;
  readonly ipv6: bigint;
}

function weigh({ space }: Topology, intervals: readonly Interval[]): Weight {
  let [ipv4, ipv6] = [0n, 0n];
  for (const interval of intervals) {
    if (space.isIpv4(interval)) ipv4 += space.size(interval);
    else ipv6 += space.size(interval);
  }
  return { ipv4, ipv6 };
}

/** What becomes of the internet at large: more than half of the addresses of one family. */
function atLarge(sources: readonly Source[], verdicts: readonly Verdict[], internet: Weight): Verdict {
  const isMost = (...passages: readonly Verdict['passage'][]) => {
    const some = sources.filter((_, index) => passages.includes(verdicts[index]!.passage));
    const sum = (family: keyof Weight) => some.reduce((total, { weight }) => total + weight[family], 0n);
    return sum('ipv4') * 2n > internet.ipv4 || sum('ipv6') * 2n > internet.ipv6;
  };
  if (sources.length === 0) return { passage: 'unknown' };
  if (isMost('open')) return { passage: 'open' };
  const passage = isMost('open', 'unknown') ? 'unknown' : 'blocked';
  return verdicts.find((verdict) => verdict.passage === passage) ?? { passage };
}
