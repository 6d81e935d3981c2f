import type { RequestGraph } from './request-graph.js';
import type { Run } from './runs.js';

/** Of some users, those from whom a way leads into a run. */
export function usersBefore(graph: RequestGraph, run: Run, users: readonly number[]): readonly number[] {
  if (users.length < 2) return users;
  const { edges, from, legs } = graph;
  const found = search(
    Array.from(run.legs, (leg) => from[legs.flow[leg]!]!),
    (node, visit) => {
      const { incoming, before } = edges;
      for (let at = incoming.start[node]!; at < incoming.start[node + 1]!; at += 1) visit(from[incoming.items[at]!]!);
      for (let at = before.start[node]!; at < before.start[node + 1]!; at += 1) visit(before.items[at]!);
    },
    graph.elements.length,
  );
  return users.filter((user) => found[user] === 1);
}

/** Of some stores, those to which a way leads out of a run: by a hop or a name, not as a member of what is asked. */
export function storesBehind(graph: RequestGraph, run: Run, stores: readonly number[]): readonly number[] {
  if (stores.length < 2) return stores;
  const { edges, to, legs, elements } = graph;
  const arrived = new Uint8Array(elements.length);
  const starts = Array.from(run.legs, (leg) => to[legs.flow[leg]!]!);
  for (const node of starts) arrived[node] = 1;
  search(
    starts,
    (node, visit) => {
      const { outgoing, behind } = edges;
      const isName = elements[node]!.kind === 'record';
      for (let at = outgoing.start[node]!; at < outgoing.start[node + 1]!; at += 1) {
        arrived[to[outgoing.items[at]!]!] = 1;
        visit(to[outgoing.items[at]!]!);
      }
      for (let at = behind.start[node]!; at < behind.start[node + 1]!; at += 1) {
        if (isName) arrived[behind.items[at]!] = 1;
        visit(behind.items[at]!);
      }
    },
    elements.length,
  );
  return stores.filter((store) => arrived[store] === 1);
}

function search(
  starts: readonly number[],
  steps: (node: number, visit: (next: number) => void) => void,
  size: number,
): Uint8Array {
  const found = new Uint8Array(size);
  const waiting: number[] = [];
  const visit = (node: number) => {
    if (found[node] === 1) return;
    found[node] = 1;
    waiting.push(node);
  };
  for (const start of starts) visit(start);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) steps(node, visit);
  return found;
}
