import type { Element } from '../../../graph/architecture.js';
import { type Bits, firstCommon, keyOfBits } from '../bits.js';
import { isOutside } from '../borders.js';
import type { EndIndex } from '../end-index.js';
import { cutIntervals, type Interval, sorted } from '../interval-index.js';
import { knownAddresses } from '../party.js';
import { addressesSeenAt } from '../seen-addresses.js';
import type { Topology } from '../topology.js';
import { machineOf } from './census.js';
import type { Need } from './needs.js';
import type { SideCells } from './side-cells.js';

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
  cells: SideCells,
  needs: readonly Need[],
): readonly NeededPackets[] {
  const { table } = cells;
  const cuts = sorted([
    ...table.services.cuts,
    ...needs.flatMap(({ services }) => services.flatMap(({ from, to }) => [from, to])),
  ]);
  const placesOf = (element: Element | undefined, index: EndIndex, classes: SideCells['sources']): readonly Place[] =>
    element
      ? placesOfElement(topology, container, index, element)
      : classes.map(({ bits }) => ({ machine: undefined, bits, count: 0 }));
  return needs.flatMap((need) => {
    const sources = placesOf(need.from, table.sources, cells.sources);
    const targets = placesOf(need.to, table.targets, cells.targets);
    return cutIntervals(need.services, cuts).flatMap((services) => {
      const lines = table.services.at(services.from);
      return sources.flatMap((from) =>
        targets.flatMap((to) => {
          const line = table.lines[firstCommon(from.bits, to.bits, lines)];
          if (line) return [{ rule: line.rule, from, to, services }];
          return from.machine && to.machine ? [] : [{ from, to, services }];
        }),
      );
    });
  });
}

function placesOfElement(
  topology: Topology,
  container: Element | undefined,
  index: EndIndex,
  element: Element,
): readonly Place[] {
  // Somebody outside whose address is not told may have any.
  const isAnybody = isOutside(element) && knownAddresses(topology, element).length === 0;
  const machine = isAnybody ? undefined : machineOf(topology, element);
  const intervals = addressesSeenAt(topology, element, container);
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
