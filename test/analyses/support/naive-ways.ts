import type { Architecture, Flow, Listener } from '../../../src/graph/architecture.js';
import { traits } from '../../../src/vocabulary/kinds.js';

/** The ways of requests as their definition reads: every step tried, every leg judged by itself. */

export interface Leg {
  readonly key: string;
  readonly flow: Flow;
  readonly from: string;
  readonly to: string;
  readonly code: string;
  /** TLS ends at its end. */
  readonly ends: boolean;
}

interface Hop {
  readonly flow: Flow;
  readonly legs: readonly Leg[];
  readonly asks: boolean;
}

export interface Way {
  readonly user: string;
  readonly store: string;
  readonly hops: readonly Hop[];
  /** For each hop where it leads to, names aside. */
  readonly landings: readonly string[];
}

export const lookup = (flow: Flow) => flow.verb === 'resolvesTo';
const request = (flow: Flow) => ['visits', 'calls', 'balances', 'forwards', 'reads', 'writes'].includes(flow.verb);
export const isTls = (code: string) => code === 'tls' || code === 'mutual tls';

export function naiveMembers(model: Architecture, id: string): readonly string[] {
  const { kind } = model.byId.get(id)!;
  if (kind === 'cluster') return model.clusterById.get(id)!.members.flatMap((member) => naiveMembers(model, member));
  if (kind !== 'record') return [id];
  const targets = model.flows.filter((flow) => lookup(flow) && flow.from === id).map(({ to }) => to);
  return [...new Set(targets.flatMap((to) => naiveMembers(model, to)))];
}

/** Every simple way from a user to a store. */
export function naiveWays(model: Architecture): readonly Way[] {
  const found: Way[] = [];
  const go = (way: Way, at: string, seen: readonly string[], arrived: boolean) => {
    if (arrived && isStore(model, at)) found.push({ ...way, store: at });
    const on = (to: string, isArrival: boolean, hops = way.hops) => {
      if (seen.includes(to)) return;
      const isLanding = model.byId.get(to)!.kind !== 'record' && way.landings.length < hops.length;
      go({ ...way, hops, landings: isLanding ? [...way.landings, to] : way.landings }, to, [...seen, to], isArrival);
    };
    for (const flow of model.flows.filter(({ from }) => from === at)) {
      if (request(flow)) on(flow.to, true, [...way.hops, hopOf(model, flow)]);
      if (lookup(flow)) on(flow.to, true);
    }
    for (const member of model.clusterById.get(at)?.members ?? []) on(member, false);
  };
  for (const { id } of model.byKind.user) go({ user: id, store: id, hops: [], landings: [] }, id, [id], false);
  return found;
}

function isStore(model: Architecture, id: string): boolean {
  const { kind } = model.byId.get(id)!;
  return traits(kind === 'cluster' ? model.clusterById.get(id)!.memberKind : kind).store === true;
}

function hopOf(model: Architecture, flow: Flow): Hop {
  const taken = takenBy(model, flow);
  const ways = stopsOf(model, flow, taken.code);
  const legs = ways.map((leg, index) => ({
    ...leg,
    key: `${flow.id} ${index}`,
    flow,
    ends: index === ways.length - 1 && taken.ends && isTls(leg.code),
  }));
  return { flow, legs, asks: taken.ends && taken.asks };
}

interface Taken {
  readonly code: string;
  readonly ends: boolean;
  readonly asks: boolean;
}

/** Of the kinds of random models, those that a bare `tls` is passed through by. */
const handingOn: readonly string[] = ['loadBalancer', 'cdn', 'bastion'];

/** How a listener takes a connection. */
function taking(listener: Listener | undefined, kind: string): Taken {
  const plain = { ends: false, asks: false };
  if (!listener) return { code: 'unknown', ...plain };
  if (listener.protocol === 'ssh') return { code: 'tunnel', ...plain };
  if (listener.protocol === 'http') return { code: 'plaintext', ...plain };
  if (listener.protocol === 'tcp') return { code: 'unknown', ...plain };
  const { clientCertificate, passthrough } = listener.tls || {};
  const code = clientCertificate === 'required' ? 'mutual tls' : 'tls';
  return {
    code,
    ends: passthrough !== true && !(listener.protocol === 'tls' && !listener.tls && handingOn.includes(kind)),
    asks: clientCertificate === 'required' || clientCertificate === 'optional',
  };
}

export function takenBy(model: Architecture, flow: Flow): Taken {
  const pointers = model.flows
    .filter((other) => lookup(other) && other.from === flow.to)
    .map(({ listener }) => listener);
  const name = flow.listener ?? (new Set(pointers).size === 1 ? pointers[0] : undefined);
  const taken = naiveMembers(model, flow.to).map((id) => {
    const { kind, listeners = [] } = model.byId.get(id)!;
    const [only] = listeners.length === 1 ? listeners : [];
    const met = name === undefined ? only : listeners.find((one) => one.name === name);
    // A redirect leads to any encrypted listener of whoever redirects.
    const encrypted = met?.redirects ? listeners.filter(({ protocol }) => ['https', 'tls'].includes(protocol)) : [];
    return together((encrypted.length > 0 ? encrypted : [met]).map((one) => taking(one, kind)));
  });
  return together(taken);
}

/** Whoever of several answers: what is true of all of them. */
function together(all: readonly Taken[]): Taken {
  const [first = { code: 'unknown', ends: false, asks: false }] = all;
  const asks = all.some((one) => one.asks);
  if (all.every((one) => one.code === first.code && one.ends === first.ends)) return { ...first, asks };
  if (all.every((one) => isTls(one.code) && one.ends === first.ends)) return { code: 'tls', ends: first.ends, asks };
  return { code: 'unknown', ends: false, asks: false };
}

function stopsOf(model: Architecture, flow: Flow, own: string) {
  const way = [flow.from, ...(flow.facts.through ?? []), flow.to];
  const kind = (id: string | undefined) => (id === undefined ? undefined : model.byId.get(id)?.kind);
  return way.slice(1).map((to, index) => {
    const from = way[index]!;
    const inTunnel = () => {
      // The leg into a gateway, unless the tunnel begins at that gateway; or the leg behind one where it does.
      const begins = (at: number) =>
        kind(way[at]) === 'vpnGateway' &&
        kind(way[at - 1]) !== 'vpnGateway' &&
        kind(way[at - 1]) !== 'user' &&
        kind(way[at + 1]) === 'vpnGateway';
      return (kind(to) === 'vpnGateway' && !begins(index + 1)) || begins(index);
    };
    const unencrypted = () => {
      if (onOneServer(model, from, to)) return 'local';
      if (own === 'tunnel') return 'tunnel';
      if (inTunnel()) return 'tunnel';
      if (to === flow.to && index === way.length - 2) return own;
      return kind(to) === 'natGateway' || kind(to) === 'vpnGateway'
        ? own
        : taking(model.byId.get(to)!.listeners?.[0], kind(to)!).code;
    };
    return { from, to, code: isTls(own) ? own : unencrypted() };
  });
}

function onOneServer(model: Architecture, from: string, to: string): boolean {
  const [sources, targets] = [naiveMembers(model, from), naiveMembers(model, to)];
  const host = (id: string) => {
    const { parent } = model.byId.get(id)!;
    const server = parent === undefined ? undefined : model.byId.get(parent);
    return server?.kind === 'server' && server.facts.instances !== 2 ? parent : undefined;
  };
  const together = (a: string, b: string) => a === b || (host(a) !== undefined && host(a) === host(b));
  return sources.length > 0 && targets.length > 0 && sources.every((a) => targets.every((b) => together(a, b)));
}

/** What is held by every store that some way of requests leads to from an element, its own and that of its clusters included. */
export function naiveClasses(model: Architecture, id: string, seen: readonly string[] = []): ReadonlySet<string> {
  const element = model.byId.get(id)!;
  const groups = model.clusters.filter((cluster) => naiveMembers(model, cluster.id).includes(id));
  const holding = [element, ...groups.map((cluster) => model.byId.get(cluster.id)!)];
  const held = isStore(model, id) ? holding.flatMap(({ facts }) => facts.holds ?? []) : [];
  const next = [
    ...model.flows.filter((flow) => flow.from === id && (request(flow) || lookup(flow))).map(({ to }) => to),
    ...(model.clusterById.get(id)?.members ?? []),
  ].filter((to) => !seen.includes(to) && to !== id);
  return new Set([...held, ...next.flatMap((to) => [...naiveClasses(model, to, [...seen, id])])]);
}

/** The hops on some walk from a user to a store: whoever starts one is reached from a user, and some store from its end. */
export function naiveHops(model: Architecture): readonly string[] {
  const reached = (starts: readonly string[]) => {
    const found = new Set(starts);
    for (const id of found) {
      for (const flow of model.flows) if (flow.from === id && (request(flow) || lookup(flow))) found.add(flow.to);
      for (const member of model.clusterById.get(id)?.members ?? []) found.add(member);
    }
    return found;
  };
  const fromUsers = reached(model.byKind.user.map(({ id }) => id));
  const asked = (id: string) =>
    model.flows.some((flow) => flow.to === id && fromUsers.has(flow.from) && (request(flow) || lookup(flow)));
  const stores = model.elements.filter(({ id }) => isStore(model, id) && asked(id)).map(({ id }) => id);
  const isOnWay = (flow: Flow) => fromUsers.has(flow.from) && stores.some((store) => reached([flow.to]).has(store));
  return model.flows.filter((flow) => request(flow) && isOnWay(flow)).map(({ id }) => id);
}
