import type { Architecture, Element } from '../../graph/architecture.js';

export type NameOf = (element: Element) => string;

/** An element's name; with its place behind it where another is called the same. */
export function namesApart(model: Architecture): NameOf {
  const counts = new Map<string, number>();
  for (const { name } of model.elements) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (element) => {
    const place = model.hostOf(element) ?? model.ancestors(element)[0];
    return place && (counts.get(element.name) ?? 0) > 1 ? `${element.name} (${place.name})` : element.name;
  };
}
