import type { Architecture, Element, ElementId, Flow, FlowId } from '../../graph/architecture.js';
import { dataOnFlows } from './data-travel.js';
import { makeHop } from './hop.js';
import { plaintextSpan } from './plaintext-span.js';
import type { Hop, PlaintextSpan, RequestWay, Transport } from './result.js';
import { requestWays } from './ways.js';

/** The way of a request: how each flow is encrypted, where TLS ends, what travels in plaintext, who holds which key. */
export function analyseTransport(model: Architecture): Transport {
  const hops = lazily(() => hopsOf(model));
  const ways = lazily((): readonly RequestWay[] => requestWays(model, hop));
  const holders = lazily(() => keyHolders(model));
  const spans = new Map<ElementId, PlaintextSpan | undefined>();

  function hop(flow: Flow): Hop {
    const found = hops().get(flow.id);
    if (!found) throw new RangeError(`the model has no flow ${JSON.stringify(flow.id)}`);
    return found;
  }

  return {
    hop,
    get hops() {
      return [...hops().values()];
    },
    plaintextSpanFrom(element) {
      if (!spans.has(element.id)) spans.set(element.id, plaintextSpan(model, hop, element));
      return spans.get(element.id);
    },
    get ways() {
      return ways();
    },
    holdersOf: (certificate) => holders().get(certificate.id) ?? none,
  };
}

const none: readonly Element[] = [];

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function hopsOf(model: Architecture): ReadonlyMap<FlowId, Hop> {
  const carried = dataOnFlows(model);
  const hops = new Map<FlowId, Hop>();
  for (const flow of model.flows) {
    const hop = makeHop(model, flow, carried.get(flow.id) ?? []);
    if (hop) hops.set(flow.id, hop);
  }
  return hops;
}

/**
 * From the listeners that show a certificate and from what it says itself; in the order of the model. Names and groups
 * answer with the listeners of what stands behind them, and hold no key.
 */
function keyHolders(model: Architecture): ReadonlyMap<ElementId, readonly Element[]> {
  const holders = new Map<ElementId, Set<Element>>(model.byKind.certificate.map(({ id }) => [id, new Set()]));
  for (const element of model.elements) {
    if (element.kind === 'record' || element.kind === 'cluster') continue;
    for (const { tls } of element.listeners ?? []) {
      if (tls && tls.passthrough !== true && tls.certificate !== undefined) holders.get(tls.certificate)?.add(element);
    }
  }
  for (const certificate of model.byKind.certificate) {
    for (const id of certificate.facts.keyHeldBy ?? []) {
      const element = model.byId.get(id);
      if (element) holders.get(certificate.id)?.add(element);
    }
  }
  const place = new Map(model.elements.map((element, index) => [element, index]));
  const inOrder = (left: Element, right: Element) => (place.get(left) ?? 0) - (place.get(right) ?? 0);
  return new Map([...holders].map(([id, elements]) => [id, [...elements].sort(inOrder)]));
}
