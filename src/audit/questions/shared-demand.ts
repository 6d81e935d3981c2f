import type { Load, SharedLoad } from '../../analyses/capacity/result.js';
import type { Architecture, Element } from '../../graph/architecture.js';
import { isProduction } from './environment-of.js';
import { groupBy } from './group-by.js';

/** Elements that share a demand and what they take together. */
export interface SharedDemand {
  /** Whom a finding is about: the members, the cluster, or the element of many instances. */
  readonly subjects: readonly Element[];
  readonly members: readonly Element[];
  readonly isInstances: boolean;
  /** Requests per second, of all that send to them; at least so many where it is not complete. */
  readonly demand: number;
  readonly isComplete: boolean;
  /** Undefined where a member does not tell. */
  readonly capacity: number | undefined;
  readonly withoutLargest: SharedLoad['withoutLargest'];
  readonly zoneLoss: SharedLoad['zoneLoss'];
}

/**
 * Those in production that get anything and are not full already: what is has no need to lose one. Several pools of the same
 * members are one, and instances of a member are the larger group's.
 */
export function sharedDemands(model: Architecture, load: Load): readonly SharedDemand[] {
  const groups = [
    ...groupBy(load.shared, ({ members }) => JSON.stringify(members.map(({ id }) => id).sort())).values(),
  ];
  const inGroups = new Set(groups.flatMap(([first]) => (first!.members.length > 1 ? first!.members : [])));
  return groups
    .filter(([first]) => first!.members.length > 1 || !inGroups.has(first!.members[0]!))
    .map((same) => merged(same))
    .filter(({ members, demand, capacity }) => {
      if (demand === 0 || !isProduction(model, members[0]!)) return false;
      return !members.some((member) => isFull(load, member)) && !(capacity !== undefined && capacity < demand);
    });
}

function merged(same: readonly SharedLoad[]): SharedDemand {
  const one = same.find(({ subject }) => subject.sort === 'cluster') ?? same[0]!;
  const { subject, members, capacity, zoneLoss } = one;
  return {
    subjects: subject.sort === 'pool' ? members : [subject.element],
    members,
    isInstances: subject.sort === 'instances',
    demand: same.reduce((sum, { demand }) => sum + demand.known, 0),
    isComplete: same.every(({ demand }) => demand.isComplete),
    capacity,
    withoutLargest: (k) => one.withoutLargest(k),
    zoneLoss,
  };
}

function isFull(load: Load, { id }: Element): boolean {
  const told = load.loadOf(id);
  return told?.capacity !== undefined && told.demand.known > told.capacity.most;
}
