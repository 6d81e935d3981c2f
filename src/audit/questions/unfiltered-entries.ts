import { endpointsOf, listenerAt } from '../../analyses/network/endpoints.js';
import type { Network } from '../../analyses/network/result.js';
import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { type Kind, traits } from '../../vocabulary/kinds.js';
import { isProduction } from './environment-of.js';
import { groupBy } from './group-by.js';

/** Where people come in by http: one element, alike ones, or the members of one group. */
export interface WebEntry {
  readonly elements: readonly Element[];
  readonly visits: readonly Flow[];
  /** What answers without any filter of the kind asked for on the way; none where all of it is filtered. */
  readonly unfiltered: readonly Element[];
}

type Judge = { readonly model: Architecture; readonly network: Network };

/** The public entries of production, each with what is behind it unfiltered; in the order of the model. */
export function webEntries(judge: Judge, isFilter: (element: Element) => boolean): readonly WebEntry[] {
  const { model, network } = judge;
  const found = network.entryPoints.flatMap(({ element, entries, passage }) => {
    const visits = entries.filter((flow) => flow.verb === 'visits' && isWeb(model, flow, element));
    const isAsked = takesRequests(element) && passage !== 'blocked' && isProduction(model, element);
    return visits.length > 0 && isAsked ? [{ element, visits }] : [];
  });
  const groups = groupBy(found, ({ element }) => {
    const group = model.clustersOf(element)[0]?.id ?? element.tier;
    return group === undefined ? `element ${element.id}` : `group ${group}`;
  });
  return [...groups.values()].map((same) => {
    const elements = same.map(({ element }) => element);
    const visits = [...new Set(same.flatMap((one) => one.visits))];
    return { elements, visits, unfiltered: unfilteredBehind(model, elements, isFilter) };
  });
}

/** Files that lie there for everybody are nobody's program. */
export function takesRequests({ kind }: Element): boolean {
  return traits(kind).takesRequests === true && kind !== 'objectStore';
}

function isWeb(model: Architecture, flow: Flow, element: Element): boolean {
  const protocol = listenerAt(model, flow, element)?.protocol;
  return protocol === undefined || protocol === 'http' || protocol === 'https' || protocol === 'tls';
}

/** What hands requests on to others. */
export const handingOn: readonly Kind[] = ['cdn', 'waf', 'apiGateway', 'loadBalancer'];

/** Follows requests until something filters them, or something answers them. */
function unfilteredBehind(
  model: Architecture,
  entries: readonly Element[],
  isFilter: (element: Element) => boolean,
): readonly Element[] {
  const seen = new Set(entries.filter((element) => !isFiltered(model, element, isFilter)));
  const answering: Element[] = [];
  for (const element of seen) {
    const next = handingOn.includes(element.kind) ? behind(model, element) : [];
    if (next.length === 0) answering.push(element);
    for (const one of next) if (takesRequests(one) && !isFiltered(model, one, isFilter)) seen.add(one);
  }
  return answering;
}

/** By itself, or by what is said of its group. */
export function isFiltered(model: Architecture, element: Element, isFilter: (element: Element) => boolean): boolean {
  return isFilter(element) || groupsOf(model, element).some(isFilter);
}

function behind(model: Architecture, element: Element): readonly Element[] {
  return withGroups(model, element)
    .flatMap((one) => model.outgoing(one))
    .filter(({ verb }) => verb === 'balances' || verb === 'forwards')
    .flatMap(({ to }) => model.byId.get(to) ?? [])
    .flatMap((target) => endpointsOf(model, target));
}

/** An element and the groups that it is a member of. */
export function withGroups(model: Architecture, element: Element): readonly Element[] {
  return [element, ...groupsOf(model, element)];
}

function groupsOf(model: Architecture, element: Element): readonly Element[] {
  return model.clustersOf(element).flatMap(({ id }) => model.byId.get(id) ?? []);
}
