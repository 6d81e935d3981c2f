import type { Element } from '../../../graph/architecture.js';
import { traits } from '../../../vocabulary/kinds.js';
import { isOutside } from '../borders.js';
import type { EndIndex } from '../end-index.js';
import type { Interval } from '../interval-index.js';
import { addressesOf, knownAddresses } from '../party.js';
import { addressesSeenAt } from '../seen-addresses.js';
import type { Topology } from '../topology.js';
import { type Census, machineOf } from './census.js';

/** An element that rules tell apart from what surrounds it. */
export interface Atom {
  readonly element: Element;
  /** Where it may be, as the guard sees it. */
  readonly intervals: readonly Interval[];
  /** `known`: it tells its address; `placed`: its zone tells a block; else it counts as one address beside all others. */
  readonly place: 'known' | 'placed' | 'nowhere';
  /** Nobody else has its address. */
  readonly isAlone: boolean;
  /** Of the elements on one machine, which have one address, the first counts. */
  readonly counts: boolean;
}

/** The elements that the rules name, those with addresses of their own on servers that they name, and what the guard stands at. */
export function atomsOf(
  topology: Topology,
  census: Census,
  index: EndIndex,
  container: Element | undefined,
): readonly Atom[] {
  const elements = new Set<Element>([...census.foreigners, ...(container ? [] : census.zoneless)]);
  for (const element of [...index.named.keys(), ...(container ? [container] : [])]) {
    if (element.kind === 'zone') continue;
    elements.add(element);
    for (const child of topology.model.children(element)) {
      if (traits(child.kind).running && knownAddresses(topology, child).length > 0) elements.add(child);
    }
  }
  const machines = new Set<Element>();
  return [...elements].map((element) => {
    const machine = machineOf(topology, element);
    const counts = !machines.has(machine);
    machines.add(machine);
    const known = knownAddresses(topology, machine).length > 0;
    const place = known ? 'known' : isSomewhere(topology, element) ? 'placed' : 'nowhere';
    const intervals = place === 'nowhere' ? census.nowhere : addressesSeenAt(topology, element, container);
    const isAlone = element === machine && intervals.every(({ from }) => census.holders(from) <= 1);
    return { element, intervals, place, isAlone, counts };
  });
}

function isSomewhere(topology: Topology, element: Element): boolean {
  return !isOutside(element) && addressesOf(topology, element) !== topology.space.everything;
}
