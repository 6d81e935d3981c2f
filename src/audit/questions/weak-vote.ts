import { endpointsOf } from '../../analyses/network/endpoints.js';
import type { Architecture, Element } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';

/** What coordinates votes; stores do where more than half of the members are needed. */
export function decidesByVote({ facts }: Element, members: readonly Element[]): boolean {
  const [first] = members;
  if (first?.kind === 'coordinator') return true;
  return first !== undefined && traits(first.kind).store === true && (facts.need ?? 1) * 2 > members.length;
}

/**
 * Whether an element votes where one voter too few, or one too many, lets a place take the majority along: the rule of votes
 * says so, and those of shared places need not.
 */
export function hasWeakVote(model: Architecture, element: Element): boolean {
  const counts = model.clustersOf(element).flatMap(({ id }) => {
    const group = model.byId.get(id);
    const members = group ? endpointsOf(model, group) : [];
    return group && decidesByVote(group, members) ? [members.length] : [];
  });
  const { instances } = element.facts;
  if (element.kind === 'coordinator' && typeof instances === 'number') counts.push(instances);
  return counts.some((count) => count > 0 && count % 2 === 0);
}
