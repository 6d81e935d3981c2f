import { type Duration, seconds } from '../../vocabulary/units.js';
import type { StoreGroup } from './store-groups.js';

/** The shortest of some durations; undefined where none is told. */
export function shortest(durations: readonly (Duration | undefined)[]): Duration | undefined {
  const [first, ...others] = durations.flatMap((duration) => duration ?? []);
  return others.reduce((best, one) => (best !== undefined && seconds(best) <= seconds(one) ? best : one), first);
}

/** How much of a store may be lost, whichever of its copies or its cluster says so: the strictest that is told. */
export function rpoOf({ members, cluster }: StoreGroup): Duration | undefined {
  return shortest([...members, ...(cluster ? [cluster] : [])].map(({ facts }) => facts.rpo));
}
