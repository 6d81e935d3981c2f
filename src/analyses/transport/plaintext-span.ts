import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import { endpointsOf } from '../network/endpoints.js';
import { joinClasses } from './data-travel.js';
import { isPlaintext, tlsOf } from './encryption.js';
import type { Hop, PlaintextSpan } from './result.js';

type HopOf = (flow: Flow) => Hop;

/**
 * The plaintext behind an element that ends TLS. Hops on one server put nothing on a wire: they lead on, and are part of
 * the span where plaintext follows them, or where there is nothing else. Unknown hops are no plaintext.
 */
export function plaintextSpan(model: Architecture, hopOf: HopOf, start: Element): PlaintextSpan | undefined {
  const received = receivedBy(model, hopOf, start);
  if (received.length === 0) return undefined;
  const walked = walk(model, hopOf, start);
  const onWire = walked.filter(({ encryption }) => encryption === 'plaintext');
  const hops = onWire.length > 0 ? leadingTo(model, walked, onWire) : walked.filter(isPlaintextOnOneServer);
  if (hops.length === 0) return undefined;
  const first = sourcesBehind(model, start);
  return {
    start,
    received,
    hops,
    targets: [...new Set(hops.filter(({ from }) => first.has(from)).map(({ to }) => to))],
    carries: joinClasses(hops.map(({ carries }) => carries)),
    staysOnOneHost: onWire.length === 0,
    losesClientCertificate: losesClientCertificate(start, received),
  };
}

/** The encrypted hops that end here, and for those that came by a name the hops that looked it up. */
function receivedBy(model: Architecture, hopOf: HopOf, start: Element): readonly Hop[] {
  const incoming = [start, ...clustersOf(model, start)].flatMap((element) => model.incoming(element));
  const hops = incoming.filter(({ verb }) => verbs[verb].sort === 'traffic').map(hopOf);
  const ending = hops.filter(({ terminates }) => terminates);
  const named = ending.filter(({ from }) => from.kind === 'record').map(({ from }) => from);
  const askers = named.flatMap((record) => model.incoming(record).map(hopOf)).filter(({ terminates }) => terminates);
  const direct = ending.filter(({ from }) => from.kind !== 'record');
  return [...new Set([...direct, ...(askers.length > 0 ? askers : ending)])];
}

function clustersOf(model: Architecture, element: Element): readonly Element[] {
  return model.clustersOf(element).flatMap(({ id }) => model.byId.get(id) ?? []);
}

function walk(model: Architecture, hopOf: HopOf, start: Element): readonly Hop[] {
  const hops: Hop[] = [];
  const seen = new Set<Element>();
  let frontier = [...sourcesBehind(model, start)];
  while (frontier.length > 0) {
    const next: Element[] = [];
    for (const element of frontier) {
      if (seen.has(element)) continue;
      seen.add(element);
      for (const hop of model.outgoing(element).map(hopOf).filter(goesOn)) {
        hops.push(hop);
        next.push(hop.to, ...endpointsOf(model, hop.to));
      }
    }
    frontier = next;
  }
  return hops;
}

/** A group hands on what its members take, and a member what its group does. */
function sourcesBehind(model: Architecture, start: Element): ReadonlySet<Element> {
  return new Set([start, ...endpointsOf(model, start), ...clustersOf(model, start)]);
}

function goesOn({ flow, encryption, listener }: Hop): boolean {
  if (verbs[flow.verb].sort !== 'traffic' || flow.verb === 'resolvesTo') return false;
  return encryption === 'plaintext' || (encryption === 'local' && !(listener && tlsOf(listener)));
}

function isPlaintextOnOneServer({ encryption, listener }: Hop): boolean {
  return encryption === 'local' && listener !== undefined && isPlaintext(listener);
}

/** The hops on the wire, with the local ones that lead to one of them, in the order walked. */
function leadingTo(model: Architecture, walked: readonly Hop[], onWire: readonly Hop[]): readonly Hop[] {
  const before = new Map<Element, Hop[]>();
  for (const hop of walked) {
    for (const end of new Set([hop.to, ...endpointsOf(model, hop.to)]))
      before.set(end, [...(before.get(end) ?? []), hop]);
  }
  const kept = new Set<Hop>(onWire);
  const waiting = [...onWire];
  for (let hop = waiting.pop(); hop; hop = waiting.pop()) {
    for (const earlier of before.get(hop.from) ?? []) {
      if (kept.has(earlier)) continue;
      kept.add(earlier);
      waiting.push(earlier);
    }
  }
  return walked.filter((hop) => kept.has(hop));
}

/** Undefined where a certificate is asked for and nothing says whether it is handed on. */
function losesClientCertificate({ facts }: Element, received: readonly Hop[]): boolean | undefined {
  const asked = received.some(({ listener }) => {
    const wanted = listener && tlsOf(listener)?.clientCertificate;
    return wanted === 'required' || wanted === 'optional';
  });
  if (!asked || facts.forwardsClientCertificate === true) return false;
  return facts.forwardsClientCertificate === false ? true : undefined;
}
