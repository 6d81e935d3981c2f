import type { Plan } from '../plan.js';
import { type Axis, centreOf, type Places } from './places.js';
import { roomFor } from './room-for.js';

const furthest = 60;

/** Boxes of a group that stand nearly on its middle line move onto it. */
export function alignMembers(plan: Plan, places: Places, axis: Axis): void {
  for (const { boxes } of plan.groups) {
    if (boxes.length < 2) continue;
    const centres = boxes.map((box) => centreOf(plan, places, box, axis)).sort((a, b) => a - b);
    const middle = centres[Math.floor(centres.length / 2)]!;
    for (const box of boxes) {
      const by = middle - centreOf(plan, places, box, axis);
      if (by !== 0 && Math.abs(by) <= furthest && roomFor(plan, places, box, axis, by)) places[axis][box]! += by;
    }
  }
}
