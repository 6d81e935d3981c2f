import { behindName } from './behind-name.js';
import { find, join } from './groups.js';
import { codeCount } from './protection.js';
import type { RequestGraph } from './request-graph.js';
import { alikeTo, alikeToSome, endsTls, markRoom, type RunRoom, runRoom, wipeRoom } from './run-room.js';
import type { Stretch } from './stretch.js';

/** Legs of one protection that hang together. */
export interface Run {
  /** By flow in the order of the model. */
  readonly legs: Int32Array;
  /** Where a way enters it, and where a way leaves it or ends: elements by their numbers, in the order of the model. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Of the elements that its flows start at, the rank of the nearest to the users. */
  readonly rank: number;
}

/**
 * Cuts a stretch into runs. Two legs belong to one run where one follows the other with the same protection and no TLS
 * ends in between, and where they start at alike elements with the same protection. So what leaves a group with one
 * protection is one slot, and runs are joined slots (union-find; Tarjan, "Efficiency of a good but not linear set union
 * algorithm", 1975).
 */
export function runCutter(graph: RequestGraph): (stretch: Stretch) => readonly Run[] {
  const room = runRoom(graph);
  let before: Stretch | undefined;
  return (stretch) => {
    // Most models ask for one stretch alone, and need no wiping.
    if (before) wipe(room, before);
    before = stretch;
    markRoom(room, stretch);
    joinRuns(room, stretch.flows);
    return collectRuns(room, stretch);
  };
}

function wipe(room: RunRoom, { flows, stores }: Stretch): void {
  markStops(room, flows);
  wipeRoom(room, stores);
}

/** The stops of flows that lead through something have slots too: they are to be wiped as well. */
function markStops({ graph: { legs, flows: all }, touched }: RunRoom, flows: Int32Array): void {
  if (legs.from.length === all.length) return;
  for (let index = 0; index < flows.length; index += 1) {
    for (let leg = legs.next[flows[index]!]!; leg !== -1; leg = legs.next[leg]!) touched.push(legs.from[leg]!);
  }
}

function slotOf({ groups }: RequestGraph, node: number, code: number): number {
  return groups.of[node]! * codeCount + code;
}

function joinRuns(room: RunRoom, flows: Int32Array): void {
  const { graph, touched } = room;
  const { start, items } = graph.edges.behind;
  const joined = { slot: -1, group: -1, bits: 0 };
  for (let index = 0; index < flows.length; index += 1) {
    for (let leg = flows[index]!; leg !== -1; leg = graph.legs.next[leg]!) joinOnward(room, leg, joined);
  }
  for (const node of touched) {
    for (let at = start[node]!; at < start[node + 1]!; at += 1) joinBehind(room, node, items[at]!);
  }
}

/** What was joined last. */
interface Joined {
  slot: number;
  group: number;
  bits: number;
}

function joinOnward(room: RunRoom, leg: number, joined: Joined): void {
  const { graph, leader, leaving } = room;
  const { legs, to } = graph;
  const code = legs.code[leg]!;
  const slot = slotOf(graph, legs.from[leg]!, code);
  const next = legs.next[leg]!;
  if (next !== -1) {
    if (legs.code[next] === code) join(leader, slot, slotOf(graph, legs.from[next]!, code));
  } else if (!endsTls(graph, leg)) {
    const target = to[legs.flow[leg]!]!;
    const bits = alikeTo(code) & leaving[target]!;
    const group = graph.groups.of[target]!;
    // Flows from one element to alike ones mostly stand together.
    if (slot === joined.slot && group === joined.group && bits === joined.bits) return;
    joined.slot = slot;
    joined.group = group;
    joined.bits = bits;
    for (let rest = bits; rest !== 0; rest &= rest - 1) join(leader, slot, slotOf(graph, target, lowest(rest)));
  }
}

function joinBehind({ graph, leader, leaving, arriving }: RunRoom, node: number, behind: number): void {
  for (let bits = alikeToSome(arriving[node]!) & leaving[behind]!; bits !== 0; bits &= bits - 1) {
    join(leader, slotOf(graph, node, lowest(bits)), slotOf(graph, behind, lowest(bits)));
  }
}

function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

interface RunDraft {
  readonly number: number;
  count: number;
  rank: number;
  readonly from: number[];
  readonly to: number[];
}

function collectRuns(room: RunRoom, { flows, rankOf }: Stretch): readonly Run[] {
  const { graph, leader, runOf, begun } = room;
  const { legs, from } = graph;
  const drafts: RunDraft[] = [];
  const last = { slot: -1, draft: emptyDraft(room) };
  for (let index = 0; index < flows.length; index += 1) {
    const rank = rankOf(from[flows[index]!]!);
    let before = -1;
    for (let leg = flows[index]!; leg !== -1; before = leg, leg = legs.next[leg]!) {
      const slot = slotOf(graph, legs.from[leg]!, legs.code[leg]!);
      // What leaves one element mostly stands together.
      if (slot !== last.slot) {
        const root = find(leader, slot);
        if (runOf[root] === -1) runOf[root] = drafts.push(emptyDraft(room)) - 1;
        last.slot = slot;
        last.draft = drafts[runOf[root]!]!;
      }
      const { draft } = last;
      draft.count += 1;
      if (rank < draft.rank) draft.rank = rank;
      if (begins(room, leg, before)) addOnce(begun, draft, draft.from, legs.from[leg]!);
      addEnds(room, leg, draft);
    }
  }
  const lists = legsByRun(room, flows, drafts);
  return drafts.map(({ rank, from, to }, run) => ({ legs: lists[run]!, from: inOrder(from), to: inOrder(to), rank }));
}

function emptyDraft(room: RunRoom): RunDraft {
  room.runs += 1;
  return { number: room.runs, count: 0, rank: Number.POSITIVE_INFINITY, from: [], to: [] };
}

/** Spares most of what a set would hold twice: an element is added again only when another run had it in between. */
function addOnce(last: Int32Array, { number }: RunDraft, nodes: number[], node: number): void {
  if (last[node] === number) return;
  last[node] = number;
  nodes.push(node);
}

function legsByRun(
  { graph, leader, runOf }: RunRoom,
  flows: Int32Array,
  drafts: readonly RunDraft[],
): readonly Int32Array[] {
  const { legs } = graph;
  const lists = drafts.map(({ count }) => new Int32Array(count));
  const filled = new Int32Array(drafts.length);
  let [last, run] = [-1, -1];
  for (let index = 0; index < flows.length; index += 1) {
    for (let leg = flows[index]!; leg !== -1; leg = legs.next[leg]!) {
      const slot = slotOf(graph, legs.from[leg]!, legs.code[leg]!);
      if (slot !== last) run = runOf[find(leader, slot)]!;
      last = slot;
      lists[run]![filled[run]!++] = leg;
    }
  }
  return lists;
}

function inOrder(nodes: readonly number[]): readonly number[] {
  const sorted = Int32Array.from(nodes).sort();
  return Array.from(sorted.filter((node, index) => index === 0 || node !== sorted[index - 1]));
}

/** Some way comes to its start otherwise than it goes on, or begins there. */
function begins({ graph: { legs }, arriving }: RunRoom, leg: number, before: number): boolean {
  if (before !== -1) return legs.code[before] !== legs.code[leg];
  return (arriving[legs.from[leg]!]! & ~alikeTo(legs.code[leg]!)) !== 0;
}

/** Where some way goes on otherwise, or ends; behind a name, what it leads to. */
function addEnds(room: RunRoom, leg: number, draft: RunDraft): void {
  const { graph, leaving, ends, ended } = room;
  const add = (node: number) => addOnce(ended, draft, draft.to, node);
  const { legs, to, standing } = graph;
  const next = legs.next[leg]!;
  if (next !== -1) {
    if (legs.code[next] !== legs.code[leg]) add(legs.to[leg]!);
    return;
  }
  const alike = endsTls(graph, leg) ? 0 : alikeTo(legs.code[leg]!);
  const target = to[legs.flow[leg]!]!;
  const isEnd = (node: number) => ends[node] === 1 || (leaving[node]! & ~alike) !== 0;
  if (!standing.isGroup(target)) {
    if (isEnd(target)) add(target);
    return;
  }
  for (const node of behindName(graph, target)) if (isEnd(node)) add(node);
}
