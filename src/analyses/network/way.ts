import type { Element } from '../../graph/architecture.js';
import type { Crossing } from './borders.js';
import type { Side } from './compiled-guard.js';
import type { GuardTable } from './guard-table.js';
import type { Topology } from './topology.js';

/** One guard on the way; without a table it is a border of which nothing is declared. */
export interface Stage {
  readonly container: Element | undefined;
  readonly table?: GuardTable;
  /** The guard has no memory: what its other side says to replies. */
  readonly reply?: GuardTable;
}

/** What stands on the way of packets, in the order in which they meet it. */
export interface Way extends Crossing {
  readonly stages: readonly Stage[];
}

export function wayAcross(topology: Topology, crossing: Crossing): Way {
  const stages: Stage[] = [];
  for (const container of crossing.leaving) stages.push(...stagesAt(topology, container, 'outgoing'));
  for (const container of crossing.entering) stages.push(...stagesAt(topology, container, 'incoming'));
  return { ...crossing, stages };
}

/** Two ways with the same guards, asked on the same sides. */
export function keyOfStages({ stages }: Way): string {
  let key = '';
  for (const { container, table } of stages) key += table ? `${table.side} ${table.guard.id}\n` : `${container?.id}\n`;
  return key;
}

const known = new WeakMap<Topology, { readonly [side in Side]: Map<Element | undefined, readonly Stage[]> }>();

function stagesAt(topology: Topology, container: Element | undefined, side: Side): readonly Stage[] {
  const all = known.get(topology) ?? { incoming: new Map(), outgoing: new Map() };
  known.set(topology, all);
  const before = all[side].get(container);
  if (before) return before;
  const stages = makeStages(topology, container, side);
  all[side].set(container, stages);
  return stages;
}

/**
 * The border of one container: every guard of it must let the packet pass. One without a guard is undeclared where it is
 * a zone's, unless the zone says that it is open or the model tells all of its firewalls.
 */
function makeStages(topology: Topology, container: Element | undefined, side: Side): readonly Stage[] {
  const guards = topology.guardsIn(container);
  if (guards.length === 0) return isUndeclared(topology, container) ? [{ container }] : [];
  return guards.map((guard) => ({
    container,
    table: topology.table(guard, side),
    ...(guard.facts.stateful === false && {
      reply: topology.table(guard, side === 'incoming' ? 'outgoing' : 'incoming'),
    }),
  }));
}

export function isUndeclared({ guardsIn, tellsAll }: Topology, container: Element | undefined): boolean {
  return container?.kind === 'zone' && guardsIn(container).length === 0 && container.facts.open !== true && !tellsAll;
}
