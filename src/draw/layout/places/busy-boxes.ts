import type { Box } from '../../scene/scene.js';
import { type Plan, ranks } from '../plan.js';

/** Boxes that take part in traffic or replication. */
export function busyBoxes(plan: Plan): ReadonlySet<number> {
  const busy = plan.bundles.filter((item) => ranks(item) || item.bundle.sort === 'replication');
  return new Set(busy.flatMap(({ sources, targets }) => [...sources, ...targets]));
}

/** What takes no part may stand behind the rest; people and outside services stand at the edge anyway. */
export function isIdle(busy: ReadonlySet<number>, index: number, box: Box | undefined): boolean {
  return !busy.has(index) && box?.shape !== 'person' && box?.shape !== 'outside';
}
