import { hopCode } from './hop.js';
import { sorts } from './numbering.js';
import { codes, isPlaintext, tlsOf } from './protection.js';
import type { RequestGraph } from './request-graph.js';

/** What lies ahead of an element along hops of plaintext, one bit each. */
export const bitsAhead = { onWire: 1, onOneServer: 2 } as const;

export interface Ahead {
  /** By element, for what is sent on from it itself; a group sends on by its own flows, not by those of its members. */
  readonly own: Uint8Array;
  /** Plaintext, or nothing on a wire. */
  goesOn(flow: number): boolean;
  /** It is part of a span that has hops on a wire, or of one that has none. */
  counts(flow: number, isOnWire: boolean): boolean;
}

const stops = 0;
const onWire = 1;
const onOneServer = 2;
const toldPlaintext = 3;

/** Back from every plaintext hop over the hops that lead on to it: one pass over the flows, and a work list. */
export function lookAhead(graph: RequestGraph): Ahead {
  const { flows, from, to, sort, edges, elements } = graph;
  const way = new Uint8Array(flows.length);
  const bits = new Uint8Array(elements.length);
  const own = new Uint8Array(elements.length);
  const waiting: number[] = [];
  const add = (node: number, added: number) => {
    if ((bits[node]! | added) === bits[node]) return;
    bits[node]! |= added;
    waiting.push(node);
  };
  const addOwn = (node: number, added: number) => {
    own[node]! |= added;
    add(node, added);
  };
  for (let flow = 0; flow < flows.length; flow += 1) {
    if (sort[flow] !== sorts.request) continue;
    way[flow] = wayOf(graph, flow);
    if (way[flow] === onWire) addOwn(from[flow]!, bitsAhead.onWire);
    if (way[flow] === toldPlaintext) addOwn(from[flow]!, bitsAhead.onOneServer);
  }
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { incoming, before } = edges;
    for (let at = incoming.start[node]!; at < incoming.start[node + 1]!; at += 1) {
      const flow = incoming.items[at]!;
      if (way[flow] !== stops) addOwn(from[flow]!, bits[node]!);
    }
    for (let at = before.start[node]!; at < before.start[node + 1]!; at += 1) add(before.items[at]!, bits[node]!);
  }
  return {
    own,
    goesOn: (flow) => way[flow] !== stops,
    counts(flow, isOnWire) {
      if (way[flow] === onWire || !isOnWire) return way[flow] !== onOneServer;
      return (bits[to[flow]!]! & bitsAhead.onWire) !== 0;
    },
  };
}

function wayOf(graph: RequestGraph, flow: number): number {
  const code = hopCode(graph, flow);
  if (code === codes.plaintext) return onWire;
  if (code !== codes.local) return stops;
  const listener = graph.receptions.listenerOf(flow);
  return listener && isPlaintext(listener) ? toldPlaintext : listener && tlsOf(listener) ? stops : onOneServer;
}
