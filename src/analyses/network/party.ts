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
    const address = place.kind === 'server' ? addressOf(topology, place) : undefined;
    if (address) return [address];
    const blocks = place.kind === 'zone' ? blocksOf(space, place) : [];
    if (blocks.length > 0) return blocks;
  }
  return space.everything;
}

/** The addresses that an element tells of itself. */
export function knownAddresses({ space }: Topology, { facts }: Element): readonly Interval[] {
  const { address, publicAddress } = facts;
  if (address === undefined && typeof publicAddress !== 'string') return none;
  return [address, publicAddress].flatMap((text) => (typeof text === 'string' ? (space.block(text) ?? []) : []));
}

const none: readonly Interval[] = [];

function addressOf({ space }: Topology, { facts }: Element): Interval | undefined {
  return facts.address === undefined ? undefined : space.block(facts.address);
}
