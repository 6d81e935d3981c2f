import type { Element } from '../../../graph/architecture.js';
import { type Bits, firstCommon, keyOfBits } from '../bits.js';
import { isOutside } from '../borders.js';
import type { EndIndex } from '../end-index.js';
import type { GuardTable } from '../guard-table.js';
import { cutIntervals, type Interval, sorted } from '../interval-index.js';
import { addressesAsked, addressesOf, knownAddresses } from '../party.js';
import { seenAt } from '../seen-addresses.js';
import type { Topology } from '../topology.js';
import { machineOf } from './census.js';
import type { Need } from './needs.js';
import type { SideClasses } from './side-cells.js';

/** A machine, at some of the addresses that it has or may have. */
export interface Place {
  /** What all elements of one machine have in common; undefined: somebody, anywhere. */
  readonly machine: Element | undefined;
  readonly bits: Bits;
  /** Addresses told; one where it is not known which it is. */
  readonly count: number;
}

/** Packets that a declared flow may send, all of which one rule decides. */
export interface NeededPackets {
  /** Left out: no rule matches, which is told of packets from or for anybody. */
  readonly rule?: number;
  readonly from: Place;
  readonly to: Place;
  readonly services: Interval;
}

/** Every way in which a declared flow may meet a rule, where nobody else's does. */
export function neededPackets(
  topology: Topology,
  container: Element | undefined,
  classes: SideClasses,
  needs: readonly Need[],
): readonly NeededPackets[] {
  const { table } = classes;
  const cuts = sorted([
    ...table.services.cuts,
    ...needs.flatMap(({ services }) => services.flatMap(({ from, to }) => [from, to])),
  ]);
  const anybody = (among: SideClasses['sources']): readonly Place[] =>
    among.map(({ bits }) => ({ machine: undefined, bits, count: 0 }));
  const placesOf = (element: Element, index: EndIndex, addresses: readonly Interval[]) =>
    placesOfElement(topology, index, element, seenAt(topology, element, container, addresses));
  const found: NeededPackets[] = [];
  for (const need of needs) {
    const { from, to, stop = to } = need;
    const sources = from ? placesOf(from, table.sources, addressesOf(topology, from)) : anybody(classes.sources);
    const targets =
      to && stop ? placesOf(to, table.targets, addressesAsked(topology, to, stop)) : anybody(classes.targets);
    for (const services of cutIntervals(need.services, cuts)) {
      addPackets(found, table, sources, targets, services);
    }
  }
  return found;
}

/** Of anybody it is enough to know once which rule decides. */
function addPackets(
  found: NeededPackets[],
  { lines, services: index }: GuardTable,
  sources: readonly Place[],
  targets: readonly Place[],
  services: Interval,
): void {
  const matched = index.at(services.from);
  const known = new Set<number>();
  for (let source = 0; source < sources.length; source += 1) {
    const from = sources[source]!;
    for (let target = 0; target < targets.length; target += 1) {
      const to = targets[target]!;
      const rule = lines[firstCommon(from.bits, to.bits, matched)]?.rule;
      if (rule === undefined && from.machine && to.machine) continue;
      const column = (rule === undefined ? 0 : rule + 1) * (sources.length + 1) + (from.machine ? source + 1 : 0);
      const key = column * (targets.length + 1) + (to.machine ? target + 1 : 0);
      if (known.has(key)) continue;
      known.add(key);
      found.push({ ...(rule !== undefined && { rule }), from, to, services });
    }
  }
}

function placesOfElement(
  topology: Topology,
  index: EndIndex,
  element: Element,
  intervals: readonly Interval[],
): readonly Place[] {
  // Somebody outside whose address is not told may have any.
  const isAnybody = isOutside(element) && knownAddresses(topology, element).length === 0;
  const machine = isAnybody ? undefined : machineOf(topology, element);
  const places = new Map<string, { machine: Element | undefined; bits: Bits; count: number }>();
  for (const piece of cutIntervals(intervals, index.cuts)) {
    const bits = index.at(element, piece.from);
    const key = keyOfBits(bits);
    const place = places.get(key) ?? { machine, bits, count: 0 };
    places.set(key, place);
    place.count += piece.to - piece.from === 1 ? 1 : 0;
  }
  return [...places.values()].map((place) => ({ ...place, count: Math.max(1, place.count) }));
}
