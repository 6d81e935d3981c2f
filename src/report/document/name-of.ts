import type { Architecture, Element } from '../../graph/architecture.js';
import { joined } from './words.js';

export type NameOf = (element: Element) => string;

/** `web (server-1, server-2 and server-3), lb`: those of one name share it; of many the first, and how many more. */
export function namesOf(elements: readonly Element[], nameOf: NameOf, most = 6): string {
  const places = new Map<string, string[]>();
  for (const element of elements.slice(0, most)) {
    const place = nameOf(element).slice(element.name.length + 2, -1);
    const same = places.get(element.name);
    if (same) same.push(place);
    else places.set(element.name, [place]);
  }
  const names = [...places].map(([name, where]) => {
    const told = where.filter((place) => place !== '');
    return told.length === 0 ? name : `${name} (${joined(told)})`;
  });
  return elements.length > most ? `${names.join(', ')} and ${elements.length - most} more` : joined(names);
}

/** An element's name; with its place behind it where another is called the same. */
export function namesApart(model: Architecture): NameOf {
  const counts = new Map<string, number>();
  for (const { name } of model.elements) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (element) => {
    const place = model.hostOf(element) ?? model.ancestors(element)[0];
    return place && (counts.get(element.name) ?? 0) > 1 ? `${element.name} (${place.name})` : element.name;
  };
}
