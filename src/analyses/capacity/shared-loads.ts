import type { Element, ElementId, Pool } from '../../graph/architecture.js';
import type { GroupPlan } from '../faults/clusters.js';
import { instancesIn, limitOf } from './limits.js';
import type { Demand, SharedLoad } from './result.js';
import type { Statement } from './statements.js';
import type { Working } from './working.js';

/** What shares a demand, before it is known what a place takes along. */
interface Sharing {
  readonly subject: SharedLoad['subject'];
  /** In the order in which they serve, where one serves alone. */
  readonly members: readonly Element[];
  readonly capacities: readonly (number | undefined)[];
  readonly policy: 'share' | 'first' | 'alone';
  readonly demand: Demand;
  zoneLoss?: { readonly failed: Element; readonly capacity: number | undefined };
}

export interface SharedLoads {
  readonly loads: () => readonly SharedLoad[];
  /** To be told, while a place is failed, which elements die with it or lose instances. */
  onPlace(place: number, hit: readonly number[]): void;
}

export interface DemandOf {
  pool(statement: Statement): Demand;
  element(element: Element): Demand | undefined;
}

export function sharedLoads(
  working: Working,
  statements: readonly Statement[],
  demandOf: DemandOf,
  left: (element: number) => number,
): SharedLoads {
  const { universe } = working;
  const sharings = [
    ...statements.flatMap((statement) => poolOf(working, statement, demandOf)),
    ...universe.model.byKind.cluster.flatMap((cluster) => groupOf(working, cluster, demandOf)),
    ...universe.model.elements.flatMap((element) => instancesOfOne(working, element, demandOf)),
  ];
  const byMember = new Map<number, Sharing[]>();
  for (const sharing of sharings) {
    for (const { id } of sharing.members) append(byMember, universe.indexOf.get(id)!, sharing);
  }

  function capacityNow({ members, capacities, policy }: Sharing): number | undefined {
    const standing = members.map((member, place) => {
      const index = universe.indexOf.get(member.id)!;
      const capacity = capacities[place];
      if (!working.isUp(index, index)) return 0;
      return capacity === undefined ? undefined : capacity * left(index);
    });
    if (policy === 'share') return sumOf(standing);
    const first = members.findIndex(({ id }) => {
      const index = universe.indexOf.get(id)!;
      return working.isUp(index, index);
    });
    return first < 0 || (policy === 'alone' && first > 0) ? 0 : standing[first];
  }

  return {
    onPlace(place, hit) {
      const affected = new Set<Sharing>();
      for (const node of hit) for (const one of byMember.get(node) ?? []) affected.add(one);
      for (const sharing of affected) {
        const capacity = capacityNow(sharing);
        const before = sharing.zoneLoss;
        if (before && !(capacity !== undefined && capacity < (before.capacity ?? Number.POSITIVE_INFINITY))) continue;
        sharing.zoneLoss = { failed: universe.elements[place]!, capacity };
      }
    },
    loads: () => sharings.map((sharing) => loadOf(working, sharing)),
  };
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function loadOf({ universe: { model } }: Working, sharing: Sharing): SharedLoad {
  const { subject, members, capacities, policy, demand, zoneLoss } = sharing;
  return {
    subject,
    members,
    demand,
    zoneLoss,
    capacity: policy === 'share' ? sumOf(capacities) : capacities[0],
    withoutLargest: (k) => {
      if (policy === 'alone') return k > 0 ? 0 : capacities[0];
      if (policy === 'first') return k < members.length ? leastOf(capacities.slice(0, k + 1)) : 0;
      return withoutLargest(model, members, capacities, k);
    },
  };
}

/** Of n instances the k that take most are lost. */
function withoutLargest(
  model: Parameters<typeof instancesIn>[0],
  members: readonly Element[],
  capacities: readonly (number | undefined)[],
  k: number,
): number | undefined {
  const all = sumOf(capacities);
  if (all === undefined) return undefined;
  const instances = members.map((member, place) => {
    const { guaranteed } = instancesIn(model, member);
    return { count: guaranteed, each: capacities[place]! / guaranteed };
  });
  let lost = 0;
  let still = k;
  for (const { count, each } of instances.sort((left, right) => right.each - left.each)) {
    const taken = Math.min(count, still);
    lost += taken * each;
    still -= taken;
  }
  return Math.max(0, all - lost);
}

function sumOf(capacities: readonly (number | undefined)[]): number | undefined {
  return capacities.reduce<number | undefined>((sum, capacity) => {
    return sum === undefined || capacity === undefined ? undefined : sum + capacity;
  }, 0);
}

function leastOf(capacities: readonly (number | undefined)[]): number | undefined {
  return capacities.reduce((least, capacity) => {
    return least === undefined || capacity === undefined ? undefined : Math.min(least, capacity);
  });
}

function capacityOf({ universe: { model } }: Working, id: ElementId): number | undefined {
  const element = model.byId.get(id);
  return element && limitOf(model, element, 'requestsPerSecond')?.guaranteed;
}

function poolOf(working: Working, statement: Statement, demandOf: DemandOf): readonly Sharing[] {
  const { model } = working.universe;
  const pool: Pool | undefined = statement.pool;
  const source = pool && model.byId.get(pool.from);
  if (!pool || !source || pool.flows.length < 2 || pool.verb === 'consumes') return [];
  const members = statement.flows.flatMap(({ to }) => model.byId.get(to) ?? []);
  return [
    {
      subject: { sort: 'pool', pool, source },
      members,
      capacities: members.map(({ id }) => capacityOf(working, id)),
      policy: 'share',
      demand: demandOf.pool(statement),
    },
  ];
}

function groupOf(working: Working, element: Element, demandOf: DemandOf): readonly Sharing[] {
  const { universe, read } = working;
  const demand = demandOf.element(element);
  const spare = read.structure.spares(universe.indexOf.get(element.id)!).find(({ sort }) => sort === 'group');
  if (!demand || spare?.sort !== 'group' || spare.plan.members.length < 2) return [];
  // One takes the writes and all are read: what they take together depends on how much of it is writing.
  if (spare.plan.active && spare.plan.anyReads) return [];
  const members = inOrder(spare.plan);
  const capacities = members.map(({ id }) => capacityOf(working, id));
  const policy = !spare.plan.active ? 'share' : spare.plan.mechanism ? 'first' : 'alone';
  return [{ subject: { sort: 'cluster', element }, members, capacities, policy, demand }];
}

function inOrder({ members, active }: GroupPlan): readonly Element[] {
  return active ? [active, ...members.filter((member) => member !== active)] : members;
}

function instancesOfOne(working: Working, element: Element, demandOf: DemandOf): readonly Sharing[] {
  const { model } = working.universe;
  const demand = demandOf.element(element);
  if (!demand || instancesIn(model, element).guaranteed < 2) return [];
  const capacities = [capacityOf(working, element.id)];
  return [{ subject: { sort: 'instances', element }, members: [element], capacities, policy: 'share', demand }];
}
