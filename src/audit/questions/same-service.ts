import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import { groupBy } from './group-by.js';

/** The first of all the elements that are one service: instances, members, doubles of one thing. */
export type SameService = (element: Element) => Element;

/**
 * One service are the elements made alike (a tier), those of a cluster with the cluster, the targets of one pool, and those
 * of one kind and one name wherever they stand; and what these have in common.
 */
export function sameService(model: Architecture): SameService {
  const leader = new Map<Element, Element>();
  const first = (element: Element): Element => {
    let top = element;
    for (let next = leader.get(top); next; next = leader.get(top)) top = next;
    if (top !== element) leader.set(element, top);
    return top;
  };
  const join = (elements: readonly Element[]) => {
    const [start, ...others] = elements;
    for (const other of others) {
      const [one, two] = [first(start!), first(other)];
      if (one === two) continue;
      const isInOrder = (model.numberById.get(one.id) ?? 0) < (model.numberById.get(two.id) ?? 0);
      leader.set(isInOrder ? two : one, isInOrder ? one : two);
    }
  };
  const named = (ids: readonly ElementId[]) => ids.flatMap((id) => model.byId.get(id) ?? []);

  for (const same of groupBy(model.elements, ({ kind, name }) => `${kind} ${name}`).values()) join(same);
  const tiered = model.elements.filter(({ tier }) => tier !== undefined);
  for (const same of groupBy(tiered, ({ kind, tier }) => `${kind} ${tier}`).values()) join(same);
  for (const { id, members } of model.clusters) join(named([id, ...members]));
  for (const { flows } of model.pools) {
    const targets = named(flows.flatMap((id) => model.flowById.get(id)?.to ?? []));
    for (const same of groupBy(targets, ({ kind }) => kind).values()) join(same);
  }
  return first;
}
