import type { Plan, PlanGroup } from '../plan.js';
import { roundUp } from '../rect.js';
import { busyBoxes } from './busy-boxes.js';
import { type Axis, centreOf, extentOf, type Places } from './places.js';

const gap = 48;
const besideLabel = 34;
const inOneLine = 30;

/** Groups without ranking flows come out of Graphviz torn apart: their boxes are set close, in declared order. */
export function stackIdleGroups(plan: Plan, places: Places): void {
  const busy = busyBoxes(plan);
  for (const group of plan.groups) {
    const idle = group.boxes.length > 1 && group.groups.length === 0 && !group.boxes.some((box) => busy.has(box));
    if (!idle) continue;
    if (isLine(plan, places, group, 'x')) stack(plan, places, group, 'y');
    else if (isLine(plan, places, group, 'y')) stack(plan, places, group, 'x');
  }
}

function isLine(plan: Plan, places: Places, { boxes }: PlanGroup, axis: Axis): boolean {
  const centres = boxes.map((box) => centreOf(plan, places, box, axis));
  return Math.max(...centres) - Math.min(...centres) <= inOneLine;
}

function stack(plan: Plan, places: Places, { boxes }: PlanGroup, axis: Axis): void {
  const widest = widestLabelWithin(plan, new Set(boxes));
  let at = Math.min(...boxes.map((box) => places[axis][box]!));
  for (const box of boxes) {
    places[axis][box] = at;
    at += extentOf(plan, box, axis) + (axis === 'x' ? roundUp(Math.max(gap, widest + besideLabel), 12) : gap);
  }
}

function widestLabelWithin(plan: Plan, boxes: ReadonlySet<number>): number {
  const within = plan.bundles.filter(
    ({ sources, targets }) => sources.some((box) => boxes.has(box)) && targets.some((box) => boxes.has(box)),
  );
  return Math.max(0, ...within.map(({ label }) => label?.width ?? 0));
}
