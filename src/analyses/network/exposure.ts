import type { Element, Flow, Listener } from '../../graph/architecture.js';
import { formatRange } from './addresses.js';
import { containersOf, isOutside } from './borders.js';
import type { Interval } from './interval-index.js';
import { internetAddresses, waysToAddress } from './party.js';
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

  function judge(
    sources: readonly Source[],
    targets: readonly (readonly PartyClass[])[],
    way: Way,
    listener?: Listener,
  ) {
    const service = listener && serviceOf(listener);
    const services = serviceClasses(way.stages, service ? [serviceInterval(service)] : everyService);
    const verdicts = sources.map(({ party }) =>
      easiest(
        targets.flatMap((classes) =>
          services.map((one) => agreed(classes.map((target) => verdictOn(way.stages, party, target, one)))),
        ),
      ),
    );
    const verdict = atLarge(sources, verdicts, internet);
    const told = { ...(listener && { listener }), ...verdict };
    const blocksThat = (passage: Verdict['passage'], counts: (one: Interval) => boolean = () => true) =>
      sources.flatMap(({ party }, index) =>
        verdicts[index]!.passage === passage
          ? party.intervals.filter(counts).map((interval) => formatRange(space.range(interval)))
          : [],
      );
    if (verdict.passage === 'open') {
      const isOpen = openFamilies(topology, sources, verdicts, internet);
      const exceptFrom = [...blocksThat('blocked', isOpen), ...blocksThat('unknown', isOpen)];
      return { ...told, ...(exceptFrom.length > 0 && { exceptFrom }) };
    }
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
    if (hasNoPublicAddress(model, element)) return all('blocked');
    if (meetsNothing(topology, way)) return all('unknown');
    const targets = waysToAddress(topology, element).map((at) => classesOf(topology, way, 'target', element, at));
    const sources = sourcesFor(way);
    return summary(
      base,
      listeners.map((listener) => judge(sources, targets, way, listener)),
    );
  };
}

/** Said of it itself, else of the server that it stands on. */
function hasNoPublicAddress(model: Topology['model'], element: Element): boolean {
  return (element.facts.publicAddress ?? model.hostOf(element)?.facts.publicAddress) === false;
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
  const isMost = (...passages: readonly Verdict['passage'][]) =>
    families.some((family) => isMostOf(family, sources, verdicts, internet, passages));
  if (sources.length === 0) return { passage: 'unknown' };
  if (isMost('open')) return { passage: 'open' };
  const passage = isMost('open', 'unknown') ? 'unknown' : 'blocked';
  return verdicts.find((verdict) => verdict.passage === passage) ?? { passage };
}

const families = ['ipv4', 'ipv6'] as const;

function isMostOf(
  family: keyof Weight,
  sources: readonly Source[],
  verdicts: readonly Verdict[],
  internet: Weight,
  passages: readonly Verdict['passage'][],
): boolean {
  let sum = 0n;
  for (const [index, { weight }] of sources.entries()) {
    if (passages.includes(verdicts[index]!.passage)) sum += weight[family];
  }
  return sum * 2n > internet[family];
}

/** Tells addresses of the families that are open at large. */
function openFamilies(
  { space }: Topology,
  sources: readonly Source[],
  verdicts: readonly Verdict[],
  internet: Weight,
): (interval: Interval) => boolean {
  const open = families.filter((family) => isMostOf(family, sources, verdicts, internet, ['open']));
  return (interval) => open.includes(space.isIpv4(interval) ? 'ipv4' : 'ipv6');
}
