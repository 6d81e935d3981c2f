import { lazily } from '../../graph/lazily.js';
import { sorts } from './numbering.js';
import { isStore, type RequestGraph } from './request-graph.js';
import type { Hop, RequestWay } from './result.js';

/**
 * A shortest way from each user to each store that traffic leads to: one search per user, first statements first. The hops
 * of a way are listed when they are first read: those of all ways may be many more than the flows of the model.
 */
export function requestWays(graph: RequestGraph, hop: (flow: number) => Hop | undefined): readonly RequestWay[] {
  const treeFrom = searchIn(graph);
  return graph.model.byKind.user.flatMap((user) => waysFrom(graph, hop, treeFrom, graph.numberOf(user.id)!));
}

type StepsFrom = (node: number, visit: (to: number, flow: number) => void) => void;

/** The shortest ways from a user, by element: from where it was first reached, and by which flow; -1 where by none. */
interface Tree {
  readonly order: readonly number[];
  readonly before: Int32Array;
  readonly by: Int32Array;
}

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

/** Keeps the tree of one user at a time: it is overwritten by the next search. */
function searchIn(graph: RequestGraph): (user: number) => Tree {
  const steps = stepsIn(graph);
  const before = new Int32Array(graph.elements.length);
  const by = new Int32Array(graph.elements.length);
  let order: number[] = [];
  return (user) => {
    if (order[0] !== user) {
      before.fill(-1);
      by.fill(-1);
      order = [user];
      for (let index = 0; index < order.length; index += 1) {
        const node = order[index]!;
        steps(node, (to, flow) => {
          if (to === user || before[to] !== -1) return;
          before[to] = node;
          by[to] = flow;
          order.push(to);
        });
      }
    }
    return { order, before, by };
  };
}

function waysFrom(
  graph: RequestGraph,
  hop: (flow: number) => Hop | undefined,
  treeFrom: (user: number) => Tree,
  user: number,
): readonly RequestWay[] {
  const { elements } = graph;
  const { order, by } = treeFrom(user);
  // A cluster of stores is reached as one: its members are no ends of their own.
  const stores = order.filter((node) => by[node] !== -1 && isStore(graph, elements[node]!));
  return stores.map((store) => {
    const hops = lazily(() => hopsTo(store, treeFrom(user), hop));
    return {
      from: elements[user]!,
      to: elements[store]!,
      get hops() {
        return hops();
      },
    };
  });
}

function hopsTo(store: number, { before, by }: Tree, hop: (flow: number) => Hop | undefined): readonly Hop[] {
  const hops: Hop[] = [];
  for (let node = store; before[node] !== -1; node = before[node]!) {
    const found = by[node] === -1 ? undefined : hop(by[node]!);
    if (found) hops.push(found);
  }
  return hops.reverse();
}
