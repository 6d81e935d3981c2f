import type { Element } from '../../graph/architecture.js';
import { isOutside } from './borders.js';
import { blocksOf } from './inside-addresses.js';
import { type Interval, withoutHoles } from './interval-index.js';
import type { Topology } from './topology.js';
import { unrouted } from './unrouted.js';

/** Every address from which a packet of the internet can come: routed ones that none of the model's zones holds. */
export function internetAddresses({ model, space }: Topology): readonly Interval[] {
  const holes = unrouted.flatMap((text) => space.block(text) ?? []);
  return withoutHoles(space.everything, [...holes, ...model.byKind.zone.flatMap((zone) => blocksOf(space, zone))]);
}

/** Where an element may be: at its address, else anywhere in the blocks of its innermost zone that has some, else anywhere. */
export function addressesOf(topology: Topology, element: Element): readonly Interval[] {
  const { model, space } = topology;
  const own = knownAddresses(topology, element);
  if (own.length > 0) return own;
  if (isOutside(element)) return space.everything;
  for (const place of element.kind === 'zone' ? [element, ...model.ancestors(element)] : model.ancestors(element)) {
    const told = place.kind === 'server' ? knownAddresses(topology, place) : none;
    if (told.length > 0) return told;
    const blocks = place.kind === 'zone' ? blocksOf(space, place) : [];
    if (blocks.length > 0) return blocks;
  }
  return space.everything;
}

/** The addresses that an element tells of itself. */
export function knownAddresses({ space }: Topology, { facts }: Element): readonly Interval[] {
  const { address, publicAddress } = facts;
  const own = address === undefined ? undefined : space.block(address);
  const outside = typeof publicAddress === 'string' ? space.block(publicAddress) : undefined;
  if (own) return outside ? [own, outside] : [own];
  return outside ? [outside] : none;
}

const none: readonly Interval[] = [];

/** The addresses at which packets for an element may be sent to what stands for it: those that a group shares, else its own. */
export function addressesAsked(topology: Topology, element: Element, stop: Element): readonly Interval[] {
  const shared = stop === element ? none : knownAddresses(topology, stop);
  return shared.length > 0 ? shared : addressesOf(topology, element);
}

/** Where packets reach an element, each way by itself: its own addresses, and those of the groups that it is a member of. */
export function waysToAddress(topology: Topology, element: Element): readonly (readonly Interval[])[] {
  const groups = topology.model.clustersOf(element).flatMap(({ id }) => topology.model.byId.get(id) ?? []);
  const shared = groups.map((group) => knownAddresses(topology, group)).filter(({ length }) => length > 0);
  return [addressesOf(topology, element), ...shared];
}
