import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { verbs } from '../../vocabulary/verbs.js';
import type { Hop, RequestWay } from './result.js';

/** A shortest way from each user to each store that traffic leads to: one search per user, first statements first. */
export function requestWays(model: Architecture, hopOf: (flow: Flow) => Hop): readonly RequestWay[] {
  return model.byKind.user.flatMap((user) => waysFrom(model, hopOf, user));
}

function waysFrom(model: Architecture, hopOf: (flow: Flow) => Hop, user: Element): readonly RequestWay[] {
  const cameBy = new Map<Element, { readonly before: Element; readonly flow?: Flow }>();
  const order: Element[] = [user];
  for (let index = 0; index < order.length; index += 1) {
    const element = order[index]!;
    for (const step of stepsFrom(model, element)) {
      if (step.to === user || cameBy.has(step.to)) continue;
      cameBy.set(step.to, { before: element, ...(step.flow && { flow: step.flow }) });
      order.push(step.to);
    }
  }
  return order
    .filter((element) => isReachedStore(model, element, cameBy.get(element)?.flow))
    .map((store) => ({ from: user, to: store, hops: hopsTo(store, cameBy, hopOf) }));
}

function stepsFrom(model: Architecture, element: Element): readonly { readonly to: Element; readonly flow?: Flow }[] {
  const flows = model.outgoing(element).flatMap((flow) => {
    const to = verbs[flow.verb].sort === 'traffic' ? model.byId.get(flow.to) : undefined;
    return to ? [{ to, flow }] : [];
  });
  const members = element.kind === 'cluster' ? (model.clusterById.get(element.id)?.members ?? []) : [];
  return [...flows, ...members.flatMap((id) => model.byId.get(id) ?? []).map((to) => ({ to }))];
}

/** A cluster of stores is reached as one: its members are no ends of their own. */
function isReachedStore(model: Architecture, element: Element, flow: Flow | undefined): boolean {
  const kind = element.kind === 'cluster' ? model.clusterById.get(element.id)?.memberKind : element.kind;
  return flow !== undefined && kind !== undefined && traits(kind).store === true;
}

function hopsTo(
  store: Element,
  cameBy: ReadonlyMap<Element, { readonly before: Element; readonly flow?: Flow }>,
  hopOf: (flow: Flow) => Hop,
): readonly Hop[] {
  const hops: Hop[] = [];
  for (let step = cameBy.get(store); step; step = cameBy.get(step.before)) {
    if (step.flow) hops.push(hopOf(step.flow));
  }
  return hops.reverse();
}
