import type { Plan } from '../plan.js';
import { overlaps } from '../rect.js';
import { type Axis, type Places, rectOf } from './places.js';

const spacing = 24;

/** Whether a box may move along an axis without coming too near to another. */
export function roomFor(plan: Plan, places: Places, box: number, axis: Axis, by: number): boolean {
  const rect = rectOf(plan, places, box);
  const moved = { ...rect, [axis]: rect[axis] + by };
  return !plan.boxes.some(({ index }) => index !== box && overlaps(moved, rectOf(plan, places, index), spacing));
}
