import type { Architecture, Element } from '../../../graph/architecture.js';
import { traits } from '../../../vocabulary/kinds.js';
import { isOutside } from '../borders.js';
import { blocksOf } from '../compiled-guard.js';
import { countUpTo, type Interval } from '../interval-index.js';
import { knownAddresses } from '../party.js';
import type { Topology } from '../topology.js';

/** Who lives where, so that a rule that names a zone need not look at each of its machines. */
export interface Census {
  /** Addresses told in a zone that lie outside of the zone's own blocks, rising. */
  strays(zone: Element): readonly number[];
  /** Machines in a zone that tell no address, where the zone has no blocks either. */
  unplaced(zone: Element): number;
  /** How many machines tell an address. */
  holders(address: number): number;
}

const none: readonly number[] = [];

export function takeCensus(topology: Topology): Census {
  const strays = new Map<Element, number[]>();
  const unplaced = new Map<Element, number>();
  const holders = new Map<number, number>();
  for (const machine of topology.model.elements) {
    if (!isMachine(topology.model, machine)) continue;
    const addresses = knownAddresses(topology, machine).map(({ from }) => from);
    for (const address of addresses) holders.set(address, (holders.get(address) ?? 0) + 1);
    const zone = topology.model.zoneOf(machine);
    if (!zone) continue;
    const blocks = blocksOf(topology.space, zone);
    const outside = addresses.filter((address) => !blocks.some((block) => holds(block, address)));
    if (outside.length > 0) strays.set(zone, [...(strays.get(zone) ?? []), ...outside]);
    if (addresses.length === 0 && blocks.length === 0) unplaced.set(zone, (unplaced.get(zone) ?? 0) + 1);
  }
  for (const addresses of strays.values()) addresses.sort((left, right) => left - right);
  return {
    strays: (zone) => strays.get(zone) ?? none,
    unplaced: (zone) => unplaced.get(zone) ?? 0,
    holders: (address) => holders.get(address) ?? 0,
  };
}

/** A server, or what runs without one. */
export function machineOf(model: Architecture, element: Element): Element {
  return model.hostOf(element) ?? element;
}

function isMachine(model: Architecture, element: Element): boolean {
  if (isOutside(element)) return true;
  return element.kind === 'server' || (traits(element.kind).running === true && !model.hostOf(element));
}

export function holds({ from, to }: Interval, position: number): boolean {
  return from <= position && position < to;
}

export function countWithin(rising: readonly number[], { from, to }: Interval): number {
  return rising.length === 0 ? 0 : countUpTo(rising, to - 1) - countUpTo(rising, from - 1);
}
