import type { Element } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { type DataClass, dataClasses } from '../../vocabulary/words.js';
import type { Edges } from './edges.js';
import { type Numbering, sorts } from './numbering.js';
import type { Standing } from './standing.js';

/** Data classes as bits, in the order of the vocabulary. */
export type Classes = number;

/**
 * The data classes each flow carries: what it says itself, what the store at its end holds, and what its target in turn
 * fetches from stores, back towards the users. What a flow says it carries is told of that flow alone.
 */
export function dataOnFlows(numbering: Numbering, edges: Edges, standing: Standing): Uint8Array {
  const { flows, from, to, sort, carrying } = numbering;
  const held = classesHeld(numbering, standing);
  const reached = classesReached(numbering, edges, held);
  const carried = new Uint8Array(flows.length);
  for (let flow = 0; flow < flows.length; flow += 1) {
    if (sort[flow] !== sorts.operation) carried[flow] = reached[to[flow]!]!;
    else if (from[flow]! >= 0 && to[flow]! >= 0) carried[flow] = copied(numbering, standing, held, flow);
  }
  for (const flow of carrying) carried[flow]! |= bitsOf(flows[flow]!.facts.carries ?? []);
  return carried;
}

/** For each element: what is held by the stores that its traffic leads to, its own included. */
function classesReached({ elements, from }: Numbering, { incoming, before }: Edges, held: Uint8Array): Uint8Array {
  const reached = held.slice();
  const isWaiting = new Uint8Array(elements.length);
  const waiting: number[] = [];
  for (let node = 0; node < elements.length; node += 1) {
    if (reached[node] === 0) continue;
    waiting.push(node);
    isWaiting[node] = 1;
  }
  const pass = (source: number, classes: Classes) => {
    if ((reached[source]! | classes) === reached[source]) return;
    reached[source]! |= classes;
    if (isWaiting[source]) return;
    waiting.push(source);
    isWaiting[source] = 1;
  };
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    isWaiting[node] = 0;
    const classes = reached[node]!;
    for (let at = incoming.start[node]!; at < incoming.start[node + 1]!; at += 1) {
      pass(from[incoming.items[at]!]!, classes);
    }
    for (let at = before.start[node]!; at < before.start[node + 1]!; at += 1) pass(before.items[at]!, classes);
  }
  return reached;
}

/** What each store holds: what a cluster holds, every member of it does. */
function classesHeld(numbering: Numbering, standing: Standing): Uint8Array {
  const { model, elements, numberOf } = numbering;
  const held = new Uint8Array(elements.length);
  for (let node = 0; node < elements.length; node += 1) held[node] = heldBy(numbering, elements[node]!);
  for (const { id } of model.byKind.cluster) {
    const cluster = numberOf(id)!;
    const classes = heldBy(numbering, elements[cluster]!);
    if (classes !== 0) for (const member of standing.endpointsOf(cluster)) held[member]! |= classes;
  }
  return held;
}

function heldBy({ model }: Numbering, { id, kind, facts }: Element): Classes {
  if (facts.holds === undefined) return 0;
  const held = kind === 'cluster' ? model.clusterById.get(id)?.memberKind : kind;
  return held !== undefined && traits(held).store ? bitsOf(facts.holds) : 0;
}

/** What replication copies, in either direction, and what a backup keeps. */
function copied(numbering: Numbering, standing: Standing, held: Uint8Array, flow: number): Classes {
  const { verb } = numbering.flows[flow]!;
  if (verb !== 'replicates' && verb !== 'backsUp') return 0;
  const source = heldBehind(standing, held, numbering.from[flow]!);
  return verb === 'backsUp' ? source : source | heldBehind(standing, held, numbering.to[flow]!);
}

function heldBehind(standing: Standing, held: Uint8Array, node: number): Classes {
  let classes = held[node]!;
  for (const member of standing.endpointsOf(node)) classes |= held[member]!;
  return classes;
}

function bitsOf(classes: readonly DataClass[]): Classes {
  let bits = 0;
  for (const name of classes) bits |= 1 << dataClasses.indexOf(name);
  return bits;
}

const namedBefore = new Map<Classes, readonly DataClass[]>();

/** In the order of the vocabulary; the same list for the same classes. */
export function classesNamed(bits: Classes): readonly DataClass[] {
  const known = namedBefore.get(bits);
  if (known) return known;
  const names = Object.freeze(dataClasses.filter((_, index) => (bits & (1 << index)) !== 0));
  namedBefore.set(bits, names);
  return names;
}
