import type { Architecture, Element, Flow, Listener } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';

/** From where to where packets go: a flow has one leg for each element it is led through, and one more. */
export interface Leg {
  readonly from: Element;
  readonly to: Element;
}

/**
 * What answers behind a name or a shared address: the targets of a record, the members of a cluster, followed through
 * one another; else the element itself.
 */
export function endpointsOf(model: Architecture, element: Element): readonly Element[] {
  if (element.kind !== 'record' && element.kind !== 'cluster') return [element];
  const found = new Set<Element>();
  const seen = new Set<Element>([element]);
  const waiting: Element[] = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const behind of standingBehind(model, next)) {
      if (seen.has(behind)) continue;
      seen.add(behind);
      if (behind.kind === 'record' || behind.kind === 'cluster') waiting.push(behind);
      else found.add(behind);
    }
  }
  return [...found];
}

function standingBehind(model: Architecture, element: Element): readonly Element[] {
  const ids =
    element.kind === 'cluster'
      ? (model.clusterById.get(element.id)?.members ?? [])
      : model.outgoing(element).flatMap((flow) => (flow.verb === 'resolvesTo' ? [flow.to] : []));
  return ids.flatMap((id) => model.byId.get(id) ?? []);
}

/** The listener that a flow ends at, looked for behind records and clusters too; undefined where they differ or none is told. */
export function listenerBehind(model: Architecture, flow: Flow): Listener | undefined {
  const own = model.listenerOf(flow);
  if (own) return own;
  const target = model.byId.get(flow.to);
  if (!target || (target.kind !== 'record' && target.kind !== 'cluster')) return undefined;
  const endpoints = endpointsOf(model, target);
  const named = flow.listener ?? nameBehind(model, target);
  const first = endpoints[0] && chosen(endpoints[0], named);
  return first && endpoints.every((endpoint) => alike(chosen(endpoint, named), first)) ? first : undefined;
}

/** The listener that a flow ends at on one of the elements behind its target, or on one that stands in for it. */
export function listenerAt(model: Architecture, flow: Flow, endpoint: Element): Listener | undefined {
  const target = model.byId.get(flow.to);
  return chosen(endpoint, flow.listener ?? (target && nameBehind(model, target)));
}

/** The listener that all the flows of a record name, where they agree. */
function nameBehind(model: Architecture, target: Element): string | undefined {
  const names = new Set(model.outgoing(target).flatMap((flow) => (flow.verb === 'resolvesTo' ? [flow.listener] : [])));
  return names.size === 1 ? [...names][0] : undefined;
}

function chosen(element: Element, name: string | undefined): Listener | undefined {
  const listeners = element.listeners ?? [];
  if (name === undefined) return listeners.length === 1 ? listeners[0] : undefined;
  return listeners.find((listener) => listener.name === name);
}

function alike(left: Listener | undefined, right: Listener): boolean {
  if (left === undefined || left.protocol !== right.protocol || left.port !== right.port) return false;
  return (left.redirects ?? false) === (right.redirects ?? false) && sameTls(left, right);
}

function sameTls({ tls: left }: Listener, { tls: right }: Listener): boolean {
  if (!left || !right) return left === right;
  return left.certificate === right.certificate && left.passthrough === right.passthrough;
}

/** The legs of a flow: through each bastion or gateway named, in order. What has no address (an uplink) makes no leg. */
export function legsOf(model: Architecture, flow: Flow): readonly Leg[] {
  const from = model.byId.get(flow.from);
  const to = model.byId.get(flow.to);
  if (!from || !to || flow.verb === 'resolvesTo') return [];
  if (!flow.facts.through) return [{ from, to }];
  const stops = flow.facts.through.flatMap((id) => model.byId.get(id) ?? []).filter(hasAddress);
  const way = [from, ...stops, to];
  return way.slice(1).map((stop, index) => ({ from: way[index]!, to: stop }));
}

function hasAddress({ kind }: Element): boolean {
  return traits(kind).running === true || kind === 'cluster' || kind === 'externalService';
}
