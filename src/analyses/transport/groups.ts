import type { Element, Flow } from '../../graph/architecture.js';
import { type Numbering, sorts } from './numbering.js';

/** By element the number of its group, and how many there are. */
export interface Groups {
  readonly of: Int32Array;
  readonly count: number;
}

/**
 * Which elements a span takes for one: the members of a tier, the members of a cluster with the cluster, the targets of
 * one pool that are of the kind of its first, and users whose own flows are the same; and what these have in common, is one as well.
 */
export function groupsOf(numbering: Numbering): Groups {
  const leader = new Int32Array(numbering.elements.length);
  for (let node = 0; node < leader.length; node += 1) leader[node] = node;
  joinTiers(numbering, leader);
  joinPools(numbering, leader);
  joinClusters(numbering, leader);
  joinUsers(numbering, leader);
  return numbered(leader);
}

/** Numbers the sets in the order of their first members. */
function numbered(leader: Int32Array): Groups {
  const of = new Int32Array(leader.length);
  let count = 0;
  // The smallest number of a set leads it: it comes first.
  for (let node = 0; node < leader.length; node += 1) {
    const first = find(leader, node);
    of[node] = first === node ? count++ : of[first]!;
  }
  return { of, count };
}

/** The first of a set, with the way to it made shorter. */
export function find(leader: Int32Array, node: number): number {
  let at = node;
  while (leader[at] !== at) {
    leader[at] = leader[leader[at]!]!;
    at = leader[at]!;
  }
  return at;
}

/** Joins two sets: the smaller number leads. */
export function join(leader: Int32Array, left: number, right: number): void {
  const a = find(leader, left);
  const b = find(leader, right);
  if (a < b) leader[b] = a;
  else leader[a] = b;
}

function joinTiers({ elements }: Numbering, leader: Int32Array): void {
  const first = new Map<string, Map<string, number>>();
  for (let node = 0; node < elements.length; node += 1) {
    const { kind, tier } = elements[node]!;
    if (tier === undefined || kind === 'server') continue;
    const tiers = first.get(kind) ?? new Map<string, number>();
    if (tiers.size === 0) first.set(kind, tiers);
    const before = tiers.get(tier);
    if (before === undefined) tiers.set(tier, node);
    else leader[node] = before;
  }
}

function joinPools(numbering: Numbering, leader: Int32Array): void {
  const { elements, to, sort, pool } = numbering;
  const first: number[] = [];
  for (let flow = 0; flow < pool.length; flow += 1) {
    if (pool[flow] === -1 || sort[flow] === sorts.operation) continue;
    const target = to[flow]!;
    const before = first[pool[flow]!];
    if (before === undefined) first[pool[flow]!] = target;
    else if (find(leader, before) === find(leader, target)) continue;
    else if (kindOf(numbering, elements[before]!) === kindOf(numbering, elements[target]!))
      join(leader, before, target);
  }
}

/** A cluster counts as its members' kind. */
function kindOf({ model }: Numbering, { id, kind }: Element): string {
  return kind === 'cluster' ? (model.clusterById.get(id)?.memberKind ?? kind) : kind;
}

function joinClusters({ model, numberOf }: Numbering, leader: Int32Array): void {
  for (const { id, members } of model.clusters) {
    const cluster = numberOf(id);
    if (cluster === undefined) continue;
    for (const member of members) {
      const node = numberOf(member);
      if (node !== undefined) join(leader, cluster, node);
    }
  }
}

function joinUsers({ model, numberOf }: Numbering, leader: Int32Array): void {
  const first = new Map<string, number>();
  for (const user of model.byKind.user) {
    const node = numberOf(user.id)!;
    const key = model.outgoing(user).map(looks).sort().join('\n');
    const before = first.get(key);
    if (before === undefined) first.set(key, node);
    else join(leader, before, node);
  }
}

function looks({ verb, to, listener, facts }: Flow): string {
  return JSON.stringify([verb, to, listener, facts.through, facts.carries, facts.authenticatedBy, facts.as]);
}
