import type { Architecture, Element } from '../../graph/architecture.js';

/**
 * The failure domains below a region whose failure takes an element down, the innermost first: all that it and its places
 * stand in, but those that instances are spread over. Of a cluster those that take down every member.
 */
export function neededDomains(model: Architecture, element: Element): readonly Element[] {
  const members = model.clusterById.get(element.id)?.members.flatMap((id) => model.byId.get(id) ?? []);
  if (!members) return ownDomains(model, element);
  const [first = [], ...others] = [...members.map((member) => ownDomains(model, member))];
  return first.filter((domain) => others.every((domains) => domains.includes(domain)));
}

function ownDomains(model: Architecture, element: Element): readonly Element[] {
  if ([element, ...model.ancestors(element)].some(isSpread)) return [];
  return model.domainsOf(element).filter(({ kind }) => kind === 'availabilityZone' || kind === 'failureDomain');
}

function isSpread({ facts: { instances = 1, standsIn = [] } }: Element): boolean {
  return standsIn.length > 1 && (typeof instances === 'number' ? instances : instances.max) > 1;
}
