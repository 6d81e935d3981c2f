import type { Element, ElementId } from './architecture.js';

/** A map from ids to elements on top of one from ids to their places: of a large graph a second one takes as long as freezing it. */
export function elementsById(
  elements: readonly Element[],
  numberById: ReadonlyMap<ElementId, number>,
): ReadonlyMap<ElementId, Element> {
  const get = (id: ElementId) => {
    const number = numberById.get(id);
    return number === undefined ? undefined : elements[number];
  };
  function* values(): MapIterator<Element> {
    for (const number of numberById.values()) yield elements[number]!;
  }
  function* entries(): MapIterator<[ElementId, Element]> {
    for (const [id, number] of numberById) yield [id, elements[number]!];
  }
  const map: ReadonlyMap<ElementId, Element> = {
    get,
    has: (id) => numberById.has(id),
    get size() {
      return numberById.size;
    },
    keys: () => numberById.keys(),
    values,
    entries,
    [Symbol.iterator]: entries,
    forEach(visit, self) {
      for (const [id, number] of numberById) visit.call(self, elements[number]!, id, map);
    },
  };
  return map;
}
