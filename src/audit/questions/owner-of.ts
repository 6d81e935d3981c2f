import type { Architecture, Element } from '../../graph/architecture.js';

/** Who answers for an element: the owner that is named for it, else for its cluster, a place it stands in, or the whole. */
export function ownerOf(model: Architecture, element: Element): string | undefined {
  const clusters = model.clustersOf(element).flatMap(({ id }) => model.byId.get(id) ?? []);
  const nearest = [element, ...clusters, ...model.ancestors(element)].find(({ facts }) => facts.owner !== undefined);
  return nearest?.facts.owner ?? model.facts.owner;
}
