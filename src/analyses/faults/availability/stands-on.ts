import { placeOf } from '../places.js';
import { domainsNamed } from '../spread.js';
import type { Universe } from '../universe.js';
import { figureOf } from './figure-of.js';

/**
 * An element and whatever it stands on, by number: hosts, zones, domains and providers. A figure that covers everything
 * ends the descent.
 */
export function standsOn(universe: Universe, element: number): readonly number[] {
  const found = new Set<number>([element]);
  for (const index of found) {
    const { facts } = universe.elements[index]!;
    if (facts.availabilityIncludes === 'everything' && figureOf(facts)) continue;
    const domains = domainsNamed(universe, universe.elements[index]!).common;
    const provider = facts.provider === undefined ? undefined : universe.providers.get(facts.provider);
    for (const place of [placeOf(universe, index), ...domains.map((id) => universe.indexOf.get(id)), provider]) {
      if (place !== undefined) found.add(place);
    }
  }
  return [...found];
}
