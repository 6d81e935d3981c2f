import type { Element } from '../../graph/architecture.js';
import { asksForCertificate, codeOf, isTls, terminates } from './protection.js';
import type { RequestGraph } from './request-graph.js';
import type { ClientCertificateFate } from './result.js';
import type { Stretch } from './stretch.js';

/** What may be true of the user's certificate where a request arrives, one bit each; a request may come by several ways. */
const states = {
  /** In the session that the user opened, which nobody has ended yet. */
  ownSession: 1,
  notAsked: 2,
  kept: 4,
  unknown: 8,
  lost: 16,
  /** Kept, or unknown, up to whoever ends TLS here: what that hands on is still to be seen. */
  keptToEnd: 32,
  unknownToEnd: 64,
} as const;

const proxies: ReadonlySet<string> = new Set(['loadBalancer', 'cdn', 'waf', 'apiGateway']);

/**
 * Of some legs of a stretch, the worst that may be true of the user's certificate on any of them. It is asked for where the
 * user's own TLS session ends; from there it lives on only as what each proxy that ends TLS says it forwards. Servers use
 * it themselves.
 */
export function clientCertificates(graph: RequestGraph, stretch: Stretch): (legs: Int32Array) => ClientCertificateFate {
  const { legs } = graph;
  if (!stretch.flows.some((flow) => asksForCertificate(legs.reception[flow]!))) return () => 'not asked';
  const onFlow = certificateBits(graph, stretch);
  return (some) => fateOf(some.reduce((bits, leg) => bits | onFlow(legs.flow[leg]!), 0));
}

/** By flow of a stretch, as bits. */
function certificateBits(graph: RequestGraph, { users, leadsOn }: Stretch): (flow: number) => number {
  const { from, to, edges } = graph;
  const arrived = new Uint8Array(graph.elements.length);
  const waiting: number[] = [];
  const arrive = (node: number, added: number) => {
    const before = arrived[node]!;
    if ((before | added) === before || !leadsOn(node)) return;
    arrived[node] = before | added;
    waiting.push(node);
  };
  for (const user of users) arrive(user, states.ownSession);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const bits = arrived[node]!;
    const { outgoing, behind } = edges;
    for (let at = behind.start[node]!; at < behind.start[node + 1]!; at += 1) arrive(behind.items[at]!, bits);
    const leaving = handedOn(graph, node, bits);
    for (let at = outgoing.start[node]!; at < outgoing.start[node + 1]!; at += 1) {
      const flow = outgoing.items[at]!;
      if (leadsOn(to[flow]!)) arrive(to[flow]!, afterHop(graph, flow, leaving));
    }
  }
  return (flow) => onHop(graph, flow, handedOn(graph, from[flow]!, arrived[from[flow]!]!));
}

/** The worst that may be true of any of them. */
function fateOf(bits: number): ClientCertificateFate {
  if (bits & states.lost) return 'lost';
  if (bits & states.unknown) return 'unknown';
  return bits & states.kept ? 'kept' : 'not asked';
}

/** What goes on from an element that it came to: a group hands on what its members do. */
function handedOn(graph: RequestGraph, node: number, bits: number): number {
  let handed = bits & ~(states.keptToEnd | states.unknownToEnd);
  if (handed === bits) return bits;
  for (const end of graph.standing.endpointsOf(node)) {
    const element = graph.elements[end]!;
    if (bits & states.keptToEnd) handed |= forwarded(element, states.kept);
    if (bits & states.unknownToEnd) handed |= forwarded(element, states.unknown);
  }
  return handed;
}

function forwarded({ kind, facts }: Element, state: number): number {
  if (!proxies.has(kind) || facts.forwardsClientCertificate === true) return state;
  return facts.forwardsClientCertificate === false ? states.lost : states.unknown;
}

function endsTls({ legs }: RequestGraph, flow: number): boolean {
  return terminates(legs.reception[flow]!);
}

/** TLS that is passed through: the session of whoever opened it goes on. */
function passesThrough({ legs }: RequestGraph, flow: number): boolean {
  const reception = legs.reception[flow]!;
  return isTls(codeOf(reception)) && !terminates(reception);
}

function afterHop(graph: RequestGraph, flow: number, bits: number): number {
  const ends = endsTls(graph, flow);
  let after = bits & (states.notAsked | states.lost);
  if (bits & states.kept) after |= ends ? states.keptToEnd : states.kept;
  if (bits & states.unknown) after |= ends ? states.unknownToEnd : states.unknown;
  if (bits & states.ownSession) {
    if (passesThrough(graph, flow)) after |= states.ownSession;
    else after |= ends && asksForCertificate(graph.legs.reception[flow]!) ? states.keptToEnd : states.notAsked;
  }
  return after;
}

/** On the hop itself the certificate is there where it is asked for at the hop's end. */
function onHop(graph: RequestGraph, flow: number, bits: number): number {
  const asked = endsTls(graph, flow) && asksForCertificate(graph.legs.reception[flow]!);
  const own = bits & states.ownSession ? (asked ? states.kept : states.notAsked) : 0;
  return own | (bits & (states.notAsked | states.kept | states.unknown | states.lost));
}
