import type { Architecture, Element, Flow, Listener } from '../../graph/architecture.js';
import type { DataClass } from '../../vocabulary/words.js';
import { isOutside } from '../network/borders.js';
import { endpointsOf, listenerBehind } from '../network/endpoints.js';
import { encryptionOf, tlsOf } from './encryption.js';
import type { Hop } from './result.js';

/** One flow as a request travels it; undefined where an end of it does not exist. */
export function makeHop(model: Architecture, flow: Flow, carries: readonly DataClass[]): Hop | undefined {
  const from = model.byId.get(flow.from);
  const to = model.byId.get(flow.to);
  if (!from || !to) return undefined;
  const listener = listenerBehind(model, flow);
  const tls = listener && tlsOf(listener);
  const passed = tls?.passthrough === true;
  const certificate = certificateOf(model, flow, listener);
  return {
    flow,
    from,
    to,
    ...(listener && { listener }),
    encryption: encryptionOf(model, flow, listener),
    ...(tls?.minimumVersion !== undefined && { version: tls.minimumVersion }),
    ...(certificate && { certificate }),
    terminates: tls !== undefined && !passed,
    crossesZone: crossesZone(model, from, to),
    carries,
    ...(flow.facts.authenticatedBy !== undefined && { authenticatedBy: flow.facts.authenticatedBy }),
  };
}

/** The certificate that the client sees; behind a balancer that passes TLS through, that of the servers. */
function certificateOf(model: Architecture, flow: Flow, listener: Listener | undefined): Element | undefined {
  const tls = listener && tlsOf(listener);
  if (tls?.certificate !== undefined) return model.byId.get(tls.certificate);
  if (tls?.passthrough !== true) return undefined;
  const target = model.byId.get(flow.to);
  for (const element of target ? endpointsOf(model, target) : []) {
    for (const next of model.outgoing(element)) {
      const behind = listenerBehind(model, next);
      const id = behind && tlsOf(behind)?.certificate;
      if (id !== undefined) return model.byId.get(id);
    }
  }
  return undefined;
}

/** It leaves the zone it starts in, enters one, or joins inside and outside. */
function crossesZone(model: Architecture, from: Element, to: Element): boolean {
  const targets = endpointsOf(model, to);
  return endpointsOf(model, from).some((source) => targets.some((target) => areApart(model, source, target)));
}

function areApart(model: Architecture, from: Element, to: Element): boolean {
  if (from === to) return false;
  if (isOutside(from) !== isOutside(to)) return true;
  return innermostZone(model, from) !== innermostZone(model, to);
}

function innermostZone(model: Architecture, element: Element): Element | undefined {
  return element.kind === 'zone' ? element : model.zoneOf(element);
}
