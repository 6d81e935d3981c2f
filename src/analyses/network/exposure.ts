import type { Architecture, Element, Flow, Listener } from '../../graph/architecture.js';
import { type AddressRange, contains, count, formatRange, split } from './addresses.js';
import { type Crossing, containersOf, type GuardsIn, isOutside } from './borders.js';
import { meetsNothing } from './decide.js';
import type { Packet } from './match-rule.js';
import { addressesOf, internetAddresses } from './party.js';
import { anywhere, blocksNamed, bordersThatCount, decideOnWay, guardsAt, servicesToTry } from './passage.js';
import { serviceOf } from './ports.js';
import type { Exposure, Passage } from './result.js';

/** What packets from the internet may do, worked out one element at a time. */
export function exposures(model: Architecture, guardsIn: GuardsIn): (element: Element, entries: Flow[]) => Exposure {
  const internet = internetAddresses(model);
  return (element, entries) => {
    const crossing = { leaving: [], entering: [...containersOf(model, element)].reverse() };
    const guards = guardsAt(guardsIn, crossing);
    const base = { element, guards, entries, openListeners: [] };
    if (isOutside(element)) return { ...base, passage: 'unknown' };
    if (element.facts.publicAddress === false) return { ...base, passage: 'blocked' };
    if (meetsNothing(model, undefined, bordersThatCount(crossing, guardsIn))) return { ...base, passage: 'unknown' };
    const blocks = blocksNamed(model, guards);
    const pieces = alikeTo(blocks.length === 0 ? internet : split(internet, blocks), blocks);
    const targets = blocks.length === 0 ? anywhere : split(addressesOf(model, element), blocks);
    const reaches = targetsOf(model, element, guards).map((target) => ({
      target,
      ...reachOf(model, guardsIn, crossing, element, pieces, targets, target.services),
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

/** Pieces that the same blocks hold are treated alike by every rule. */
function alikeTo(
  pieces: readonly AddressRange[],
  blocks: readonly AddressRange[],
): readonly (readonly AddressRange[])[] {
  if (blocks.length === 0) return [pieces];
  const groups = new Map<string, AddressRange[]>();
  for (const piece of pieces) {
    const key = blocks.map((block) => (contains(block, piece) ? 1 : 0)).join('');
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  return [...groups.values()];
}

interface Reach {
  /** Where packets come from that get through to some port. */
  readonly open: readonly AddressRange[];
  /** Where packets come from that may get through, for all that is told. */
  readonly unknown: readonly AddressRange[];
}

function reachOf(
  model: Architecture,
  guardsIn: GuardsIn,
  crossing: Crossing,
  element: Element,
  pieces: readonly (readonly AddressRange[])[],
  targets: readonly AddressRange[],
  services: Target['services'],
): Reach {
  const open: AddressRange[] = [];
  const unknown: AddressRange[] = [];
  for (const alike of pieces) {
    const passages = services.map((service) =>
      common(
        targets.map((target) =>
          decideOnWay(model, guardsIn, crossing, packetFrom(alike[0]!, element, target, service)),
        ),
      ),
    );
    if (passages.includes('open')) open.push(...alike);
    else if (passages.includes('unknown')) unknown.push(...alike);
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
  internet: readonly AddressRange[],
): Pick<Exposure, 'passage' | 'limitedTo' | 'openListeners'> {
  const openTo = reaches.filter(({ open }) => isMostOf(open, internet));
  const openListeners = openTo.flatMap(({ target }) => (target.listener ? [target.listener.name] : []));
  if (openTo.length > 0) return { passage: 'open', openListeners };
  const blocks = [...new Set(reaches.flatMap(({ open }) => open.map(formatRange)))];
  const limited = blocks.length > 0 ? { limitedTo: blocks } : {};
  const mayReach = reaches.some(({ open, unknown }) => isMostOf([...open, ...unknown], internet));
  return { passage: mayReach ? 'unknown' : 'blocked', openListeners, ...limited };
}

/** The internet at large: more than half of the addresses of one family. */
function isMostOf(open: readonly AddressRange[], internet: readonly AddressRange[]): boolean {
  return ([4, 6] as const).some((family) => count(open, family) * 2n > count(internet, family));
}
