import type { Architecture, Element, Flow, Listener } from '../../graph/architecture.js';
import { type AddressRange, contains, count, formatRange, split } from './addresses.js';
import { type Crossing, containersOf, type GuardsIn, isOutside } from './borders.js';
import { meetsNothing } from './decide.js';
import type { Packet } from './match-rule.js';
import { addressesOf, internetAddresses } from './party.js';
import { anywhere, blocksNamed, bordersThatCount, decideOnWay, guardsAt, servicesToTry } from './passage.js';
import { serviceOf } from './ports.js';
import type { Exposure, Passage } from './result.js';

/** What packets from the internet may do, worked out one element at a time; what depends on the guards alone is shared. */
export function exposures(model: Architecture, guardsIn: GuardsIn): (element: Element, entries: Flow[]) => Exposure {
  const internet = sourceOf(internetAddresses(model));
  const sourcesBehind = new Map<string, readonly Source[]>();

  function sourcesFor(guards: readonly Element[], blocks: readonly AddressRange[]): readonly Source[] {
    if (blocks.length === 0) return [internet];
    const key = JSON.stringify(guards.map(({ id }) => id));
    const sources = sourcesBehind.get(key) ?? alikeTo(split(internet.addresses, blocks), blocks);
    sourcesBehind.set(key, sources);
    return sources;
  }

  return (element, entries) => {
    const crossing = { leaving: [], entering: [...containersOf(model, element)].reverse() };
    const guards = guardsAt(guardsIn, crossing);
    const base = { element, guards, entries, openListeners: [] };
    if (isOutside(element)) return { ...base, passage: 'unknown' };
    if (element.facts.publicAddress === false) return { ...base, passage: 'blocked' };
    if (meetsNothing(model, undefined, bordersThatCount(crossing, guardsIn))) return { ...base, passage: 'unknown' };
    const blocks = blocksNamed(model, guards);
    const sources = sourcesFor(guards, blocks);
    const targets = blocks.length === 0 ? anywhere : split(addressesOf(model, element), blocks);
    const reaches = targetsOf(model, element, guards).map((target) => ({
      target,
      ...reachOf(model, guardsIn, crossing, element, sources, targets, target.services),
    }));
    return { ...base, ...judged(reaches, internet) };
  };
}

interface Target {
  readonly listener?: Listener;
  readonly services: readonly { readonly protocol: Packet['protocol']; readonly port: number }[];
}

/** Each listener; of an element without any, every port. */
function targetsOf(model: Architecture, element: Element, guards: readonly Element[]): readonly Target[] {
  const listeners = element.listeners ?? [];
  if (listeners.length === 0) return [{ services: servicesToTry(model, guards) }];
  return listeners.map((listener) => {
    const service = serviceOf(listener);
    return { listener, services: service ? [service] : servicesToTry(model, guards) };
  });
}

/** Addresses of the internet that every rule on the way treats alike, and how many they are. */
interface Source {
  readonly addresses: readonly AddressRange[];
  readonly size: { readonly [F in AddressRange['family']]: bigint };
}

function sourceOf(addresses: readonly AddressRange[]): Source {
  return { addresses, size: { 4: count(addresses, 4), 6: count(addresses, 6) } };
}

/** Pieces that the same blocks hold are treated alike by every rule. */
function alikeTo(pieces: readonly AddressRange[], blocks: readonly AddressRange[]): readonly Source[] {
  const groups = new Map<string, AddressRange[]>();
  for (const piece of pieces) {
    const key = blocks.map((block) => (contains(block, piece) ? 1 : 0)).join('');
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  return [...groups.values()].map(sourceOf);
}

interface Reach {
  /** Where packets come from that get through to some port. */
  readonly open: readonly Source[];
  /** Where packets come from that may get through, for all that is told. */
  readonly unknown: readonly Source[];
}

function reachOf(
  model: Architecture,
  guardsIn: GuardsIn,
  crossing: Crossing,
  element: Element,
  sources: readonly Source[],
  targets: readonly AddressRange[],
  services: Target['services'],
): Reach {
  const open: Source[] = [];
  const unknown: Source[] = [];
  for (const source of sources) {
    const passages = services.map((service) =>
      common(
        targets.map((target) =>
          decideOnWay(model, guardsIn, crossing, packetFrom(source.addresses[0]!, element, target, service)),
        ),
      ),
    );
    if (passages.includes('open')) open.push(source);
    else if (passages.includes('unknown')) unknown.push(source);
  }
  return { open, unknown };
}

function packetFrom(
  address: AddressRange,
  element: Element,
  target: AddressRange,
  service: Target['services'][number],
): Packet {
  return { from: { address }, to: { element, address: target }, ...service };
}

/** The element stands at one of its addresses: what holds at all of them is known. */
function common(verdicts: readonly { readonly passage: Passage }[]): Passage {
  const [first] = verdicts;
  if (!first) return 'unknown';
  return verdicts.every(({ passage }) => passage === first.passage) ? first.passage : 'unknown';
}

function judged(
  reaches: readonly (Reach & { readonly target: Target })[],
  internet: Source,
): Pick<Exposure, 'passage' | 'limitedTo' | 'openListeners'> {
  const openTo = reaches.filter(({ open }) => isMostOf(open, internet));
  const openListeners = openTo.flatMap(({ target }) => (target.listener ? [target.listener.name] : []));
  if (openTo.length > 0) return { passage: 'open', openListeners };
  const blocks = [
    ...new Set(reaches.flatMap(({ open }) => open.flatMap(({ addresses }) => addresses.map(formatRange)))),
  ];
  const limited = blocks.length > 0 ? { limitedTo: blocks } : {};
  const mayReach = reaches.some(({ open, unknown }) => isMostOf([...open, ...unknown], internet));
  return { passage: mayReach ? 'unknown' : 'blocked', openListeners, ...limited };
}

/** The internet at large: more than half of the addresses of one family. */
function isMostOf(open: readonly Source[], internet: Source): boolean {
  return ([4, 6] as const).some((family) => {
    const size = open.reduce((sum, source) => sum + source.size[family], 0n);
    return size * 2n > internet.size[family];
  });
}
