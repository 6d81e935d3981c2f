import { endpointsOf } from '../../../analyses/network/endpoints.js';
import { analyseTransport } from '../../../analyses/transport/analyse-transport.js';
import type { ClientCertificateFate, Hop, Transport } from '../../../analyses/transport/result.js';
import type { Architecture, Element, ElementId, FlowId } from '../../../graph/architecture.js';
import { verbs } from '../../../vocabulary/verbs.js';

/** What the transport view asks of a model. */
export interface Ground {
  readonly transport: Transport;
  /** What requests of users come to, users included. */
  readonly reached: ReadonlySet<ElementId>;
  /** The hops of those requests; look-ups are none. */
  readonly hops: readonly Hop[];
  /** In plaintext after an element ended TLS. */
  readonly decrypted: ReadonlySet<FlowId>;
  /** Where TLS ended and plaintext goes on. */
  readonly decrypting: ReadonlySet<Element>;
  /** Where the certificate that a user showed is lost, or may be. */
  readonly certificateAt: ReadonlyMap<Element, Extract<ClientCertificateFate, 'lost' | 'unknown'>>;
}

const grounds = new WeakMap<Architecture, Ground>();

export function groundOf(model: Architecture): Ground {
  const known = grounds.get(model);
  if (known) return known;
  const transport = analyseTransport(model);
  const reached = reachedByUsers(model);
  const spans = model.elements.flatMap((element) => {
    const span = reached.has(element.id) ? transport.plaintextSpanFrom(element) : undefined;
    return span ? [span] : [];
  });
  const ground: Ground = {
    transport,
    reached,
    hops: transport.hops.filter(
      ({ flow, to }) => isRequest(flow.verb) && reached.has(flow.from) && to.kind !== 'record',
    ),
    decrypted: new Set(spans.flatMap(({ hops }) => hops.map(({ flow }) => flow.id))),
    decrypting: new Set(spans.map(({ start }) => start)),
    certificateAt: certificatesLost(model, transport),
  };
  grounds.set(model, ground);
  return ground;
}

/** Pointing of names apart: it leads to where requests go, and is none. */
function isRequest(verb: keyof typeof verbs): boolean {
  return verbs[verb].sort === 'traffic' && verb !== 'resolvesTo';
}

function reachedByUsers(model: Architecture): ReadonlySet<ElementId> {
  const reached = new Set<ElementId>();
  const waiting = model.byKind.user.filter((user) => model.outgoing(user).some(({ verb }) => isRequest(verb)));
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (reached.has(element.id)) continue;
    reached.add(element.id);
    const asked = model.outgoing(element).filter(({ verb }) => verbs[verb].sort === 'traffic');
    const passed = asked.flatMap(({ to, facts: { through = [] } }) => [...through, to]);
    const groups = model.clustersOf(element).map(({ id }) => id);
    const behind = [...passed, ...consumersOf(model, element), ...groups];
    // One by one: a group may have more members than a call takes arguments.
    for (const id of behind) {
      const one = model.byId.get(id);
      if (one) waiting.push(one);
    }
    for (const endpoint of endpointsOf(model, element)) waiting.push(endpoint);
  }
  return reached;
}

/** What was put into a queue goes on to whoever takes it out. */
function consumersOf(model: Architecture, element: Element): readonly ElementId[] {
  return model.incoming(element).flatMap(({ verb, from }) => (verb === 'consumes' ? [from] : []));
}

/** At whoever does not hand it on, or does not say whether: the spans from there on tell what became of it. */
function certificatesLost(model: Architecture, { spans }: Transport): Ground['certificateAt'] {
  const found = new Map<Element, 'lost' | 'unknown'>();
  for (const { clientCertificate, from } of spans) {
    if (clientCertificate !== 'lost' && clientCertificate !== 'unknown') continue;
    for (const element of from.flatMap((one) => endpointsOf(model, one))) {
      const { forwardsClientCertificate } = element.facts;
      if (clientCertificate === 'lost' && forwardsClientCertificate === false) found.set(element, 'lost');
      else if (forwardsClientCertificate === undefined && !found.has(element) && asks(element))
        found.set(element, 'unknown');
    }
  }
  return found;
}

/** It asked for the certificate, and ended the session that this was shown in. */
function asks({ listeners = [] }: Element): boolean {
  return listeners.some(
    ({ tls }) => typeof tls === 'object' && tls.clientCertificate !== undefined && !tls.passthrough,
  );
}
