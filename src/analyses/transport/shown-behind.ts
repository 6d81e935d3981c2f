import type { Element, ElementId } from '../../graph/architecture.js';
import { passesThrough, tlsOf } from './protection.js';
import type { RequestGraph } from './request-graph.js';

/** The certificates that clients see through an element that hands TLS on unopened, nearest first. */
export function shownBehind(graph: RequestGraph, start: Element): ReadonlySet<ElementId> {
  const { numberOf, to, edges, receptions } = graph;
  const found = new Set<ElementId>();
  const seen = new Set<number>([numberOf(start.id)!]);
  for (const { id } of graph.model.clustersOf(start)) seen.add(numberOf(id)!);
  for (const node of seen) {
    for (let at = edges.outgoing.start[node]!; at < edges.outgoing.start[node + 1]!; at += 1) {
      const flow = edges.outgoing.items[at]!;
      for (const { at: element, listener } of receptions.listenersOf(flow)) {
        const tls = tlsOf(listener);
        if (tls?.certificate !== undefined) found.add(tls.certificate);
        if (!passesThrough(listener, element.kind)) continue;
        seen.add(to[flow]!);
        seen.add(numberOf(element.id)!);
      }
    }
  }
  return found;
}
