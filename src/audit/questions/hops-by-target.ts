import type { Hop } from '../../analyses/transport/result.js';
import type { Element } from '../../graph/architecture.js';
import { alike } from './alike.js';
import { groupBy } from './group-by.js';

/** Hops that lead to one element, or to ones made alike. */
export interface HopsTo {
  readonly targets: readonly Element[];
  readonly sources: readonly Element[];
  readonly hops: readonly Hop[];
}

/** In the order in which the targets come first. */
export function hopsByTarget(hops: readonly Hop[]): readonly HopsTo[] {
  const byTarget = groupBy(hops, ({ to }) => to);
  return alike([...byTarget.keys()]).map((targets) => {
    const leading = targets.flatMap((target) => byTarget.get(target) ?? []);
    return { targets, sources: [...new Set(leading.map(({ from }) => from))], hops: leading };
  });
}
