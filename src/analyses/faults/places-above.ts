import type { Element } from '../../graph/architecture.js';
import type { Universe } from './universe.js';

/** The places and domains an element stands in, one within another, from the innermost outwards; providers last. */
export function placesAbove({ model, elements, providers }: Universe, element: Element): readonly Element[] {
  const domains = model.domainsOf(element);
  const places = [...model.ancestors(element), ...domains];
  const named = [element, ...places].flatMap(({ facts }) => facts.provider ?? []);
  const owners = named.flatMap((name) => elements[providers.get(name) ?? -1] ?? []);
  return [...new Set([...places, ...owners])].filter((place) => place !== element);
}
