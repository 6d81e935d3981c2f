import type { Element } from '../../graph/architecture.js';
import type { Deaths, Working } from './working.js';

/** The failure that uses an element most, and what it does to it. */
export interface Hit {
  /** The number of what failed. */
  readonly failed: number;
  readonly isOneInstance: boolean;
  readonly demand: number;
  /** NaN where not told. */
  readonly capacity: number;
}

/** More than rounding: a load that a failure leaves as it was is not raised by it. */
const margin = 1e-9;

/** Keeps, element by element, the failure that uses it most: by utilisation where a capacity is told, else by demand. */
export interface WorstHits {
  readonly elements: number;
  offer(element: number, failed: number, demand: number, capacity: number, isOneInstance?: boolean): void;
  of(element: number): Hit | undefined;
  /** How many times its use with nothing failed an element is used at the worst so far, with some room for rounding. */
  raisedBy(element: number): number;
}

/** `now`: the demand of each element with nothing failed; `limits`: what it takes then, NaN where not told. */
export function worstHits(now: Float64Array, limits: Float64Array): WorstHits {
  const failures = new Int32Array(limits.length).fill(-1);
  const demands = new Float64Array(limits.length);
  const capacities = new Float64Array(limits.length);
  const oneInstance = new Uint8Array(limits.length);
  const usual = limits.map((limit, element) => use(now[element]!, limit));
  const most = usual.map((used) => used * (1 + margin));
  return {
    elements: limits.length,
    offer(element, failed, demand, capacity, isOneInstance = false) {
      const reached = use(demand, capacity);
      if (!(reached > most[element]!)) return;
      most[element] = reached * (1 + margin);
      failures[element] = failed;
      demands[element] = demand;
      capacities[element] = capacity;
      oneInstance[element] = isOneInstance ? 1 : 0;
    },
    raisedBy(element) {
      const used = usual[element]!;
      return used > 0 && Number.isFinite(used) ? most[element]! / used : Number.POSITIVE_INFINITY;
    },
    of(element) {
      const failed = failures[element]!;
      if (failed < 0) return undefined;
      const isOneInstance = oneInstance[element] === 1;
      return { failed, isOneInstance, demand: demands[element]!, capacity: capacities[element]! };
    },
  };
}

function use(demand: number, limit: number): number {
  if (Number.isNaN(limit)) return demand;
  return demand === 0 ? 0 : demand / limit;
}

/** Instances that stand in places of their own: how many are left of an element, by what works. */
export interface Standing {
  /** The elements of which these deaths may have taken instances. */
  hitBy(deaths: Deaths): ReadonlySet<number>;
  /** The share of its instances that still stand. */
  left(element: number): number;
}

export function standingIn({ universe, read }: Working): Standing {
  const byNode = new Map<number, number[]>();
  const spread = new Map<number, { readonly nodes: readonly number[]; readonly counts: readonly number[] }>();
  for (const element of read.structure.spared) {
    const spare = read.structure.spares(element).find(({ sort }) => sort === 'instances');
    if (spare?.sort !== 'instances' || !isServing(universe.elements[element]!)) continue;
    spread.set(element, spare);
    for (const node of new Set(spare.nodes)) {
      const elements = byNode.get(node);
      if (elements) elements.push(element);
      else byNode.set(node, [element]);
    }
  }
  return {
    hitBy({ read: dead }) {
      const hit = new Set<number>();
      if (byNode.size > 0) for (const node of dead) for (const element of byNode.get(node) ?? []) hit.add(element);
      return hit;
    },
    left(element) {
      const standing = spread.get(element);
      if (!standing) return 1;
      const all = standing.counts.reduce((sum, count) => sum + count, 0);
      const up = standing.nodes.reduce((sum, node, place) => {
        return sum + (read.state.works[node] === 1 ? standing.counts[place]! : 0);
      }, 0);
      return up / all;
    },
  };
}

function isServing({ facts }: Element): boolean {
  return facts.capacity?.requestsPerSecond !== undefined;
}
