import type { Element } from '../../../graph/architecture.js';
import { traits } from '../../../vocabulary/kinds.js';
import { isOutside } from '../borders.js';
import { blocksOf } from '../inside-addresses.js';
import { countUpTo, type Interval, sorted, withoutHoles } from '../interval-index.js';
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
  /** Addresses that one machine alone tells, rising. */
  readonly held: readonly number[];
  /** Addresses that are in no zone's block: where those may be that tell nothing. */
  readonly nowhere: readonly Interval[];
  /** Machines that tell an address within the blocks of a zone in which they do not stand. */
  readonly foreigners: readonly Element[];
  /** Machines inside that stand in no zone. */
  readonly zoneless: readonly Element[];
}

const none: readonly number[] = [];

export function takeCensus(topology: Topology): Census {
  const strays = new Map<Element, number[]>();
  const unplaced = new Map<Element, number>();
  const holders = new Map<number, number>();
  const foreigners: Element[] = [];
  const zoneless: Element[] = [];
  const blocks = topology.model.byKind.zone.flatMap((zone) =>
    blocksOf(topology.space, zone).map((block) => ({ zone, block })),
  );
  for (const machine of topology.model.elements) {
    if (!isMachine(topology, machine)) continue;
    const addresses = knownAddresses(topology, machine).map(({ from }) => from);
    for (const address of addresses) holders.set(address, (holders.get(address) ?? 0) + 1);
    const around = topology.model.ancestors(machine);
    const isForeign = (address: number) =>
      blocks.some(({ zone, block }) => holds(block, address) && !around.includes(zone));
    if (addresses.some(isForeign)) foreigners.push(machine);
    const zone = topology.model.zoneOf(machine);
    if (!zone && !isOutside(machine)) zoneless.push(machine);
    if (!zone) continue;
    const own = blocksOf(topology.space, zone);
    const outside = addresses.filter((address) => !own.some((block) => holds(block, address)));
    if (outside.length > 0) strays.set(zone, [...(strays.get(zone) ?? []), ...outside]);
    if (addresses.length === 0 && own.length === 0) unplaced.set(zone, (unplaced.get(zone) ?? 0) + 1);
  }
  for (const addresses of strays.values()) addresses.sort((left, right) => left - right);
  return {
    strays: (zone) => strays.get(zone) ?? none,
    unplaced: (zone) => unplaced.get(zone) ?? 0,
    holders: (address) => holders.get(address) ?? 0,
    held: sorted([...holders].flatMap(([address, count]) => (count === 1 ? [address] : []))),
    foreigners,
    zoneless,
    nowhere: withoutHoles(
      topology.space.everything,
      blocks.map(({ block }) => block),
    ),
  };
}

/** What has an address of its own: a server, what runs without one, and what tells another than its server. */
export function machineOf(topology: Topology, element: Element): Element {
  const { model } = topology;
  return isMachine(topology, element) ? element : (model.hostOf(element) ?? element);
}

function isMachine(topology: Topology, element: Element): boolean {
  if (isOutside(element) || element.kind === 'server') return true;
  if (traits(element.kind).running !== true) return false;
  return topology.model.hostOf(element) === undefined || knownAddresses(topology, element).length > 0;
}

export function holds({ from, to }: Interval, position: number): boolean {
  return from <= position && position < to;
}

export function countWithin(rising: readonly number[], { from, to }: Interval): number {
  return rising.length === 0 ? 0 : countUpTo(rising, to - 1) - countUpTo(rising, from - 1);
}
