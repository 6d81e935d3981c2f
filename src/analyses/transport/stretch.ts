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
  /** What was visited in this round, in this order: the first `count`. */
  readonly found: Int32Array;
  count: number;
}

function emptyMarks(size: number): Marks {
  return { marks: new Int32Array(size), round: 0, found: new Int32Array(size), count: 0 };
}

function begin(search: Marks, starts: readonly number[]): void {
  search.round += 1;
  search.count = 0;
  for (const start of starts) visit(search, start);
}

function visit(search: Marks, node: number): void {
  if (search.marks[node] === search.round) return;
  search.marks[node] = search.round;
  search.found[search.count] = node;
  search.count += 1;
}

/** Finds stretches one after the other in the same room: one must not be asked after the next was found. */
export interface StretchFinder {
  /** The stores, of those given, that a way from one of the users ends at. */
  reached(users: readonly number[], stores: readonly number[]): readonly number[];
  between(users: readonly number[], stores: readonly number[]): Stretch;
}

export function stretchFinder(graph: RequestGraph): StretchFinder {
  const { edges, from, to, elements } = graph;
  const ahead = emptyMarks(elements.length);
  const back = emptyMarks(elements.length);
  let lastUsers: readonly number[] | undefined;

  const ranks = new Int32Array(elements.length);
  const isAhead = (node: number) => ahead.marks[node] === ahead.round;
  const isBack = (node: number) => back.marks[node] === back.round;

  function goAhead(users: readonly number[]): void {
    if (users === lastUsers) return;
    lastUsers = users;
    begin(ahead, users);
    for (let index = 0; index < ahead.count; index += 1) {
      const node = ahead.found[index]!;
      const { outgoing, behind } = edges;
      ranks[node] = index;
      for (let at = outgoing.start[node]!; at < outgoing.start[node + 1]!; at += 1)
        visit(ahead, to[outgoing.items[at]!]!);
      for (let at = behind.start[node]!; at < behind.start[node + 1]!; at += 1) visit(ahead, behind.items[at]!);
    }
  }

  /** Back from the stores over what was visited ahead. */
  function goBack(stores: readonly number[]): Int32Array {
    begin(back, stores.filter(isAhead));
    for (let index = 0; index < back.count; index += 1) {
      const node = back.found[index]!;
      const { incoming, before } = edges;
      for (let at = incoming.start[node]!; at < incoming.start[node + 1]!; at += 1) {
        const source = from[incoming.items[at]!]!;
        if (isAhead(source)) visit(back, source);
      }
      for (let at = before.start[node]!; at < before.start[node + 1]!; at += 1) {
        if (isAhead(before.items[at]!)) visit(back, before.items[at]!);
      }
    }
    return back.found.subarray(0, back.count);
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
  nodes: Int32Array,
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
