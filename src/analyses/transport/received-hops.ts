import { behindName } from './behind-name.js';
import { sorts } from './numbering.js';
import { terminates } from './protection.js';
import type { RequestGraph } from './request-graph.js';

/** By element, whether TLS of some request ends there; of what came by a name, behind that name too. */
export function receivesTls(graph: RequestGraph): Uint8Array {
  const { elements, flows, to, sort, receptions } = graph;
  const receives = new Uint8Array(elements.length);
  for (let flow = 0; flow < flows.length; flow += 1) {
    const target = to[flow]!;
    if (sort[flow] === sorts.operation || receives[target] === 1 || !terminates(receptions.of(flow))) continue;
    receives[target] = 1;
    for (const node of behindName(graph, target)) receives[node] = 1;
  }
  return receives;
}

/** The flows whose TLS ends at one of these elements; of those that came by a name, the hops that asked for it, where there are any. */
export function receivedBy(graph: RequestGraph, ends: readonly number[]): readonly number[] {
  const isEncrypted = (flow: number) => terminates(graph.receptions.of(flow));
  const direct = ends.flatMap((end) => comingTo(graph, end)).filter(isEncrypted);
  const isEnd = new Set(ends);
  // A look-up need not say which listener it is for: whoever asks by the name does.
  const lookups = [...graph.edges.lookups].filter((flow) => isEnd.has(graph.to[flow]!));
  const names = namesAbove(
    graph,
    lookups.map((flow) => graph.from[flow]!),
  );
  const asking = names.flatMap((name) => comingTo(graph, name)).filter(isEncrypted);
  return [...new Set([...direct, ...(asking.length > 0 ? asking : lookups.filter(isEncrypted))])];
}

function comingTo({ edges: { incoming } }: RequestGraph, node: number): readonly number[] {
  return [...incoming.items.subarray(incoming.start[node]!, incoming.start[node + 1]!)];
}

/** Names, and the names that lead to them. */
function namesAbove({ edges: { before }, elements }: RequestGraph, names: readonly number[]): readonly number[] {
  const found = new Set(names);
  for (const name of found) {
    for (let at = before.start[name]!; at < before.start[name + 1]!; at += 1) {
      if (elements[before.items[at]!]!.kind === 'record') found.add(before.items[at]!);
    }
  }
  return [...found];
}
