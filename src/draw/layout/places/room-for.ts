import type { Plan } from '../plan.js';
import { overlaps } from '../rect.js';
import { type Axis, type Places, rectOf } from './places.js';

const spacing = 24;

/** Whether a box may move along an axis without coming too near to another; those that move along with it do not count. */
export function roomFor(
  plan: Plan,
  places: Places,
  box: number,
  axis: Axis,
  by: number,
  together: readonly number[] = [box],
): boolean {
  const rect = rectOf(plan, places, box);
  const moved = { ...rect, [axis]: rect[axis] + by };
  return !plan.boxes.some(
    ({ index }) => !together.includes(index) && overlaps(moved, rectOf(plan, places, index), spacing),
  );
}
