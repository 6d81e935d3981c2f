import { sorts } from './numbering.js';
import { isStore, type RequestGraph } from './request-graph.js';
import type { Hop, RequestWay } from './result.js';

/** A shortest way from each user to each store that traffic leads to: one search per user, first statements first. */
export function requestWays(graph: RequestGraph, hop: (flow: number) => Hop | undefined): readonly RequestWay[] {
  const steps = stepsIn(graph);
  return graph.model.byKind.user.flatMap((user) => waysFrom(graph, hop, steps, graph.numberOf(user.id)!));
}

type StepsFrom = (node: number, visit: (to: number, flow: number) => void) => void;

/** The flows of an element in the order of the model, look-ups among them; then the members of a group, by no flow. */
function stepsIn({ model, elements, numberOf, from, to, sort, flows }: RequestGraph): StepsFrom {
  const start = new Int32Array(elements.length + 1);
  for (let flow = 0; flow < flows.length; flow += 1) if (sort[flow] !== sorts.operation) start[from[flow]! + 1]! += 1;
  for (let node = 0; node < elements.length; node += 1) start[node + 1]! += start[node]!;
  const next = start.slice();
  const items = new Int32Array(start[elements.length]!);
  for (let flow = 0; flow < flows.length; flow += 1) {
    if (sort[flow] !== sorts.operation) items[next[from[flow]!]!++] = flow;
  }
  return (node, visit) => {
    for (let at = start[node]!; at < start[node + 1]!; at += 1) visit(to[items[at]!]!, items[at]!);
    const { kind, id } = elements[node]!;
    if (kind !== 'cluster') return;
    for (const member of model.clusterById.get(id)?.members ?? []) {
      const index = numberOf(member);
      if (index !== undefined) visit(index, -1);
    }
  };
}

function waysFrom(
  graph: RequestGraph,
  hop: (flow: number) => Hop | undefined,
  steps: StepsFrom,
  user: number,
): readonly RequestWay[] {
  const { elements } = graph;
  const before = new Int32Array(elements.length).fill(-1);
  const by = new Int32Array(elements.length).fill(-1);
  const order = [user];
  for (let index = 0; index < order.length; index += 1) {
    const node = order[index]!;
    steps(node, (to, flow) => {
      if (to === user || before[to] !== -1) return;
      before[to] = node;
      by[to] = flow;
      order.push(to);
    });
  }
  // A cluster of stores is reached as one: its members are no ends of their own.
  const stores = order.filter((node) => by[node] !== -1 && isStore(graph, elements[node]!));
  return stores.map((store) => ({ from: elements[user]!, to: elements[store]!, hops: hopsTo(store, before, by, hop) }));
}

function hopsTo(
  store: number,
  before: Int32Array,
  by: Int32Array,
  hop: (flow: number) => Hop | undefined,
): readonly Hop[] {
  const hops: Hop[] = [];
  for (let node = store; before[node] !== -1; node = before[node]!) {
    const found = by[node] === -1 ? undefined : hop(by[node]!);
    if (found) hops.push(found);
  }
  return hops.reverse();
}
