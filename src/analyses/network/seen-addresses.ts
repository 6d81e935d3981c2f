import type { Element } from '../../graph/architecture.js';
import { containersOf, isOutside } from './borders.js';
import type { Interval } from './interval-index.js';
import { addressesOf } from './party.js';
import type { Topology } from './topology.js';
import { cutForTranslation, seenFromOutside } from './translations.js';

/** Where an element may be, as the guards of a container see it: through every translation that lies in between. */
export function addressesSeenAt(
  topology: Topology,
  element: Element,
  container: Element | undefined,
): readonly Interval[] {
  return seenAt(topology, element, container, addressesOf(topology, element));
}

export function seenAt(
  { model, translations }: Topology,
  element: Element,
  container: Element | undefined,
  intervals: readonly Interval[],
): readonly Interval[] {
  if (translations.none || isOutside(element)) return intervals;
  const around = container ? [container, ...model.ancestors(container)] : [];
  let seen = intervals;
  for (const place of containersOf(model, element)) {
    if (place === container || (place && around.includes(place))) break;
    const at = translations.at(place);
    if (at.length > 0) {
      seen = seen.flatMap((interval) => cutForTranslation(interval, at)).map((piece) => seenFromOutside(piece, at));
    }
  }
  return seen;
}
