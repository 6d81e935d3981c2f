import type { Element } from '../../graph/architecture.js';
import { lazily } from '../../graph/lazily.js';
import { classesNamed } from './data-travel.js';
import { type Ahead, bitsAhead, lookAhead } from './plaintext-ahead.js';
import { asksForCertificate } from './protection.js';
import { readLazily } from './read-lazily.js';
import { receivedBy, receivesTls } from './received-hops.js';
import type { RequestGraph } from './request-graph.js';
import type { Hop, PlaintextSpan } from './result.js';

/**
 * The plaintext behind an element that ends TLS. Hops on one server put nothing on a wire: they lead on, and are part of
 * the span where plaintext follows them, or where there is nothing else. Unknown hops are no plaintext. Whether there is a
 * span is known of all elements after one pass; what it holds is looked up when it is read.
 */
export function plaintextSpans(
  graph: RequestGraph,
  hop: (flow: number) => Hop | undefined,
): (element: Element) => PlaintextSpan | undefined {
  const ahead = lazily(() => lookAhead(graph));
  const receives = lazily(() => receivesTls(graph));
  const known = new Map<number, PlaintextSpan>();
  const silent = new Uint8Array(graph.elements.length);
  const hops = (flows: readonly number[]) => flows.flatMap((flow) => hop(flow) ?? []);

  function spanFrom(node: number): PlaintextSpan | undefined {
    const groups = clustersOf(graph, node);
    if (![node, ...groups].some((one) => receives()[one] === 1)) return undefined;
    const first = [...behindAll(graph, node), ...groups];
    const seen = first.reduce((bits, source) => bits | ahead().own[source]!, 0);
    if (seen === 0) return undefined;
    const isOnWire = (seen & bitsAhead.onWire) !== 0;
    const received = lazily(() => receivedBy(graph, [node, ...groups]));
    const flows = lazily(() => walk(graph, ahead(), first, isOnWire));
    const start = graph.elements[node]!;
    return readLazily<PlaintextSpan>({
      start: () => start,
      received: () => hops(received()),
      hops: () => hops(flows()),
      targets: () => targetsOf(graph, flows(), new Set(first)),
      carries: () => classesNamed(flows().reduce((bits, flow) => bits | graph.carried[flow]!, 0)),
      staysOnOneHost: () => !isOnWire,
      losesClientCertificate: () => losesClientCertificate(graph, start, received()),
    });
  }

  return (element) => {
    const node = graph.numberOf(element.id);
    if (node === undefined) return undefined;
    const before = known.get(node);
    if (before || silent[node] === 1) return before;
    const span = spanFrom(node);
    if (span) known.set(node, span);
    else silent[node] = 1;
    return span;
  };
}

/** A group hands on what its members take, and a member what its group does. */
function clustersOf({ model, elements, numberOf }: RequestGraph, node: number): readonly number[] {
  return model.clustersOf(elements[node]!).flatMap(({ id }) => numberOf(id) ?? []);
}

/** With all that answers behind a name or a shared address. */
function behindAll({ edges: { behind } }: RequestGraph, node: number): readonly number[] {
  const found = new Set<number>([node]);
  for (const next of found) {
    for (let at = behind.start[next]!; at < behind.start[next + 1]!; at += 1) found.add(behind.items[at]!);
  }
  return [...found];
}

/** The flows of the span, nearest first. A local hop counts where plaintext on a wire follows it, or where none does at all. */
function walk(graph: RequestGraph, ahead: Ahead, first: readonly number[], isOnWire: boolean): readonly number[] {
  const { edges, to } = graph;
  const { outgoing, behind } = edges;
  const found: number[] = [];
  const order = new Set<number>(first);
  const arrived = new Set<number>();
  for (const node of order) {
    for (let at = outgoing.start[node]!; at < outgoing.start[node + 1]!; at += 1) {
      const flow = outgoing.items[at]!;
      if (!ahead.goesOn(flow)) continue;
      if (ahead.counts(flow, isOnWire)) found.push(flow);
      arrive(to[flow]!);
    }
  }
  return found;

  function arrive(target: number): void {
    const waiting = [target];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (arrived.has(node)) continue;
      arrived.add(node);
      order.add(node);
      for (let at = behind.start[node]!; at < behind.start[node + 1]!; at += 1) waiting.push(behind.items[at]!);
    }
  }
}

/** Where the first hops lead. */
function targetsOf(
  { elements, from, to }: RequestGraph,
  flows: readonly number[],
  first: ReadonlySet<number>,
): readonly Element[] {
  const targets = new Set(flows.filter((flow) => first.has(from[flow]!)).map((flow) => to[flow]!));
  return [...targets].map((node) => elements[node]!);
}

/** Undefined where a certificate is asked for and nothing says whether it is handed on. */
function losesClientCertificate(
  { receptions }: RequestGraph,
  { facts }: Element,
  received: readonly number[],
): boolean | undefined {
  const asked = received.some((flow) => asksForCertificate(receptions.of(flow)));
  if (!asked || facts.forwardsClientCertificate === true) return false;
  return facts.forwardsClientCertificate === false ? true : undefined;
}
