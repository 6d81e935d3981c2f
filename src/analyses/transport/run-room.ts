import { codeCount, isTls, terminates } from './protection.js';
import type { RequestGraph } from './request-graph.js';
import type { Stretch } from './stretch.js';

/** The room that cutting needs, made once and wiped after each stretch: only what was touched. */
export interface RunRoom {
  readonly graph: RequestGraph;
  /** By element, as bits: with which protections a way goes on from here, and with which it came. */
  readonly leaving: Uint8Array;
  readonly arriving: Uint8Array;
  /** By slot (an alike group and a protection): the slot that leads its run, and the number of the run. */
  readonly leader: Int32Array;
  readonly runOf: Int32Array;
  readonly touched: number[];
  /** By element: a way ends here. */
  readonly ends: Uint8Array;
  /** By element: the last run that it was added to, as a start and as an end of it. Runs are counted on and on. */
  readonly begun: Int32Array;
  readonly ended: Int32Array;
  runs: number;
}

const tlsCodes = 0b11_0000;
const tlsEnded = 64;
const startsHere = 128;

export function runRoom(graph: RequestGraph): RunRoom {
  const count = graph.elements.length;
  const leader = new Int32Array(graph.groups.count * codeCount);
  for (let slot = 0; slot < leader.length; slot += 1) leader[slot] = slot;
  return {
    graph,
    leaving: new Uint8Array(count),
    arriving: new Uint8Array(count),
    leader,
    runOf: new Int32Array(leader.length).fill(-1),
    touched: [],
    ends: new Uint8Array(count),
    begun: new Int32Array(count),
    ended: new Int32Array(count),
    runs: 0,
  };
}

/** With what a leg can go on without a change. TLS is one session until it ends, whatever it asks of the client. */
export function alikeTo(code: number): number {
  return isTls(code) ? tlsCodes : 1 << code;
}

/** With what those go on that came with these, each without a change. */
export function alikeToSome(arriving: number): number {
  const going = arriving & ~(tlsEnded | startsHere);
  return (going & tlsCodes) === 0 ? going : going | tlsCodes;
}

export function endsTls({ legs }: RequestGraph, leg: number): boolean {
  return legs.next[leg] === -1 && isTls(legs.code[leg]!) && terminates(legs.reception[legs.flow[leg]!]!);
}

export function markRoom(room: RunRoom, { users, stores, flows }: Stretch): void {
  const { graph, leaving, arriving, ends } = room;
  const { legs, from, to, edges } = graph;
  for (const user of users) mark(room, arriving, user, startsHere);
  for (const store of stores) ends[store] = 1;
  for (let index = 0; index < flows.length; index += 1) {
    const flow = flows[index]!;
    let last = flow;
    while (legs.next[last] !== -1) last = legs.next[last]!;
    mark(room, leaving, from[flow]!, 1 << legs.code[flow]!);
    mark(room, arriving, to[flow]!, endsTls(graph, last) ? tlsEnded : 1 << legs.code[last]!);
  }
  spread(room, leaving, edges.before);
  spread(room, arriving, edges.behind);
}

function mark({ leaving, arriving, touched }: RunRoom, bits: Uint8Array, node: number, added: number): boolean {
  const old = bits[node]!;
  if ((old | added) === old) return false;
  if (leaving[node] === 0 && arriving[node] === 0) touched.push(node);
  bits[node] = old | added;
  return true;
}

/** A way stops neither at a name nor at a group: what goes on behind them goes on from them, what comes to them comes to that. */
function spread(room: RunRoom, bits: Uint8Array, { start, items }: RequestGraph['edges']['behind']): void {
  const waiting = room.touched.filter((node) => start[node] !== start[node + 1]);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (let at = start[node]!; at < start[node + 1]!; at += 1) {
      if (mark(room, bits, items[at]!, bits[node]!)) waiting.push(items[at]!);
    }
  }
}

export function wipeRoom(
  { graph, leaving, arriving, leader, runOf, touched, ends }: RunRoom,
  stores: readonly number[],
): void {
  for (const store of stores) ends[store] = 0;
  for (const node of touched) {
    leaving[node] = 0;
    arriving[node] = 0;
    const first = graph.groups.of[node]! * codeCount;
    for (let slot = first; slot < first + codeCount; slot += 1) {
      leader[slot] = slot;
      runOf[slot] = -1;
    }
  }
  touched.length = 0;
}
