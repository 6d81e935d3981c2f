import { sorts } from './numbering.js';
import type { RequestGraph } from './request-graph.js';

/** The flows on some way from one of the users to one of the stores. */
export interface Stretch {
  readonly users: readonly number[];
  /** Only those that a way leads to. */
  readonly stores: readonly number[];
  /** In the order of the model. */
  readonly flows: Int32Array;
  /** A way leads from here to one of the stores. */
  leadsOn(node: number): boolean;
  /** Of those that a way leads to, the nearer to the users the smaller. */
  rankOf(node: number): number;
}

/** Marks that are wiped by counting up: a search costs what it visits, not what the model holds. */
interface Marks {
  readonly marks: Int32Array;
  round: number;
}

/** Finds stretches one after the other in the same room: one must not be asked after the next was found. */
export interface StretchFinder {
  /** The stores, of those given, that a way from one of the users ends at. */
  reached(users: readonly number[], stores: readonly number[]): readonly number[];
  between(users: readonly number[], stores: readonly number[]): Stretch;
}

export function stretchFinder(graph: RequestGraph): StretchFinder {
  const { edges, from, to, elements } = graph;
  const ahead: Marks = { marks: new Int32Array(elements.length), round: 0 };
  const back: Marks = { marks: new Int32Array(elements.length), round: 0 };
  let lastUsers: readonly number[] | undefined;

  const ranks = new Int32Array(elements.length);
  const isAhead = (node: number) => ahead.marks[node] === ahead.round;
  const isBack = (node: number) => back.marks[node] === back.round;

  function goAhead(users: readonly number[]): void {
    if (users === lastUsers) return;
    lastUsers = users;
    ahead.round += 1;
    const found: number[] = [];
    const visit = (node: number) => {
      if (isAhead(node)) return;
      ahead.marks[node] = ahead.round;
      ranks[node] = found.push(node);
    };
    for (const user of users) visit(user);
    for (let index = 0; index < found.length; index += 1) {
      const node = found[index]!;
      const { outgoing, behind } = edges;
      for (let at = outgoing.start[node]!; at < outgoing.start[node + 1]!; at += 1) visit(to[outgoing.items[at]!]!);
      for (let at = behind.start[node]!; at < behind.start[node + 1]!; at += 1) visit(behind.items[at]!);
    }
  }

  /** Back from the stores over what was visited ahead. */
  function goBack(stores: readonly number[]): readonly number[] {
    back.round += 1;
    const found: number[] = [];
    const visit = (node: number) => {
      if (isBack(node) || !isAhead(node)) return;
      back.marks[node] = back.round;
      found.push(node);
    };
    for (const store of stores) visit(store);
    for (let index = 0; index < found.length; index += 1) {
      const node = found[index]!;
      const { incoming, before } = edges;
      for (let at = incoming.start[node]!; at < incoming.start[node + 1]!; at += 1) visit(from[incoming.items[at]!]!);
      for (let at = before.start[node]!; at < before.start[node + 1]!; at += 1) visit(before.items[at]!);
    }
    return found;
  }

  function reached(users: readonly number[], stores: readonly number[]): readonly number[] {
    goAhead(users);
    return stores.filter((store) => isAhead(store) && isArrivedAt(store));
  }

  /** By a hop or by its name: a member is no end where only its group is asked. */
  function isArrivedAt(store: number): boolean {
    const { incoming, before } = edges;
    for (let at = incoming.start[store]!; at < incoming.start[store + 1]!; at += 1) {
      if (isAhead(from[incoming.items[at]!]!)) return true;
    }
    for (let at = before.start[store]!; at < before.start[store + 1]!; at += 1) {
      const source = before.items[at]!;
      if (isAhead(source) && elements[source]!.kind === 'record') return true;
    }
    return false;
  }

  return {
    reached,
    between(users, stores) {
      const ends = reached(users, stores);
      const nodes = goBack(ends);
      const flows = flowsFrom(graph, nodes, isBack);
      return { users: users.filter(isBack), stores: ends, flows, leadsOn: isBack, rankOf: (node) => ranks[node]! };
    },
  };
}

function flowsFrom(
  { edges: { outgoing }, from, to, sort }: RequestGraph,
  nodes: readonly number[],
  leadsOn: (node: number) => boolean,
): Int32Array {
  let count = 0;
  for (const node of nodes) count += outgoing.start[node + 1]! - outgoing.start[node]!;
  const found = new Int32Array(count);
  let next = 0;
  // Of most flows it is faster to look through all of them, which are in order.
  if (count * 8 > sort.length) {
    for (let flow = 0; flow < sort.length; flow += 1) {
      if (sort[flow] === sorts.request && leadsOn(from[flow]!) && leadsOn(to[flow]!)) found[next++] = flow;
    }
    return found.subarray(0, next);
  }
  for (const node of nodes) {
    for (let at = outgoing.start[node]!; at < outgoing.start[node + 1]!; at += 1) {
      const flow = outgoing.items[at]!;
      if (leadsOn(to[flow]!)) found[next++] = flow;
    }
  }
  return found.subarray(0, next).sort();
}
