import type { Element, TlsFacts } from '../../graph/architecture.js';
import type { TlsVersion } from '../../vocabulary/words.js';
import { classesNamed } from './data-travel.js';
import { codeBetween, isVpnGateway, legsOfFlow } from './legs.js';
import { codeOf, codes, encryptionNamed, isTls, oldestVersion, terminates, tlsOf } from './protection.js';
import { endsTlsAt } from './receptions.js';
import type { RequestGraph } from './request-graph.js';
import type { Hop, HopLeg } from './result.js';
import { shownBehind } from './shown-behind.js';
import { nowhere, several } from './standing.js';

/** The hops of a model by the numbers of their flows, each made when first asked for. */
export function hopsIn(graph: RequestGraph): (flow: number) => Hop | undefined {
  const made: (Hop | undefined)[] = new Array(graph.flows.length);
  const certificates = new Map<number, Element | undefined>();
  const behind = (target: number) => {
    if (!certificates.has(target)) certificates.set(target, certificateBehind(graph, target));
    return certificates.get(target);
  };
  return (flow) => {
    made[flow] ??= makeHop(graph, flow, behind);
    return made[flow];
  };
}

/** One flow as a request travels it; undefined where an end of it does not exist. */
function makeHop(graph: RequestGraph, index: number, behind: (target: number) => Element | undefined): Hop | undefined {
  const { elements, flows, from, to, receptions, carried, standing } = graph;
  if (from[index]! < 0 || to[index]! < 0) return undefined;
  const flow = flows[index]!;
  const listener = receptions.listenerOf(index);
  const tls = listener && tlsOf(listener);
  const reception = receptions.of(index);
  const passes = isTls(codeOf(reception)) && !terminates(reception);
  return {
    flow,
    from: elements[from[index]!]!,
    to: elements[to[index]!]!,
    listener,
    encryption: encryptionNamed(codeAcross(graph, index, codeOf(reception))),
    version: tls && (standing.isGroup(to[index]!) ? versionBehind(graph, index) : tls.minimumVersion),
    certificate: tls && (shownBy(graph, tls) ?? (passes ? behind(to[index]!) : undefined)),
    terminates: terminates(reception),
    crossesZone: crossesZone(graph, from[index]!, to[index]!),
    carries: classesNamed(carried[index]!),
    authenticatedBy: flow.facts.authenticatedBy,
  };
}

/** Of a flow through a VPN, what holds where it is most exposed: in the tunnel. `legsOf` tells what holds on each leg. */
export function hopCode(graph: RequestGraph, index: number): number {
  return codeAcross(graph, index, codeOf(graph.receptions.of(index)));
}

function codeAcross({ model, flows, from, to, standing }: RequestGraph, index: number, own: number): number {
  const { through } = flows[index]!.facts;
  if (through === undefined || through.length === 0) return codeBetween(standing, from[index]!, to[index]!, own);
  const gateways = through.some((id) => isVpnGateway(model, model.byId.get(id)));
  return !isTls(own) && gateways ? codes.tunnel : own;
}

export function hopLegs(graph: RequestGraph, index: number): readonly HopLeg[] {
  const { elements, flows, from, to, receptions, standing } = graph;
  if (from[index]! < 0 || to[index]! < 0) return [];
  const own = codeOf(receptions.of(index));
  const { verb, facts } = flows[index]!;
  const legs =
    verb !== 'resolvesTo' && facts.through !== undefined && facts.through.length > 0
      ? legsOfFlow(graph, standing, index, own)
      : [{ from: from[index]!, to: to[index]!, code: codeBetween(standing, from[index]!, to[index]!, own) }];
  return legs.map((leg) => ({
    from: elements[leg.from]!,
    to: elements[leg.to]!,
    encryption: encryptionNamed(leg.code),
  }));
}

function versionBehind({ receptions }: RequestGraph, index: number): TlsVersion | undefined {
  return oldestVersion(receptions.listenersOf(index).flatMap((one) => (endsTlsAt(one) ? one.listener : [])));
}

function shownBy({ model }: RequestGraph, tls: TlsFacts): Element | undefined {
  return tls.certificate === undefined ? undefined : model.byId.get(tls.certificate);
}

/** What the client sees where TLS is passed through: the first certificate behind it. */
function certificateBehind(graph: RequestGraph, target: number): Element | undefined {
  for (const node of graph.standing.endpointsOf(target)) {
    const [id] = shownBehind(graph, graph.elements[node]!);
    if (id !== undefined) return graph.model.byId.get(id);
  }
  return undefined;
}

/** It leaves the zone it starts in, enters one, or joins inside and outside. */
function crossesZone({ standing }: RequestGraph, from: number, to: number): boolean {
  const source = standing.areaOf(from);
  const target = standing.areaOf(to);
  return source !== nowhere && target !== nowhere && (source === several || source !== target);
}
