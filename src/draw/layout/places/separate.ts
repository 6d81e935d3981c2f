import type { Rect } from '../placement.js';
import { boxesWithin, type Members, type Plan } from '../plan.js';
import { boundsOf, overlaps, roundUp } from '../rect.js';
import { frameAround } from './frame-groups.js';
import { type Axis, type Places, rectOf, shift } from './places.js';

const betweenBoxes = 24;
const besideFrames = 24;

interface Item {
  rect: Rect;
  readonly boxes: readonly number[];
  readonly isFrame: boolean;
}

/** Pushes apart, from the inside out, what would overlap or touch. Whatever came before, the result is free of overlaps. */
export function separate(plan: Plan, places: Places): void {
  separateMembers(plan, places, plan.top);
}

function separateMembers(plan: Plan, places: Places, members: Members): Rect {
  const items: Item[] = members.groups.map((group) => {
    const content = separateMembers(plan, places, plan.groups[group]!);
    const rect = frameAround(content, plan.groups[group]!.narrowest);
    return { rect, boxes: boxesWithin(plan, plan.groups[group]!), isFrame: true };
  });
  for (const box of members.boxes) items.push({ rect: rectOf(plan, places, box), boxes: [box], isFrame: false });
  if (collides(items)) pushApart(places, items, fewerPushes(items));
  return boundsOf(items.map(({ rect }) => rect));
}

function gapBetween(a: Item, b: Item): number {
  return a.isFrame || b.isFrame ? besideFrames : betweenBoxes;
}

function collides(items: readonly Item[]): boolean {
  return items.some((item, index) => items.slice(index + 1).some((other) => tooNear(item, other)));
}

function tooNear(a: Item, b: Item): boolean {
  return overlaps(a.rect, b.rect, gapBetween(a, b));
}

/** The axis on which the overlaps are the shallower. */
function fewerPushes(items: readonly Item[]): Axis {
  let [alongX, alongY] = [0, 0];
  for (const [index, a] of items.entries()) {
    for (const b of items.slice(index + 1)) {
      if (!tooNear(a, b)) continue;
      alongX += Math.min(a.rect.x + a.rect.width - b.rect.x, b.rect.x + b.rect.width - a.rect.x);
      alongY += Math.min(a.rect.y + a.rect.height - b.rect.y, b.rect.y + b.rect.height - a.rect.y);
    }
  }
  return alongX <= alongY ? 'x' : 'y';
}

/** In order along the axis, each goes on until it clears all before it that it would meet. */
function pushApart(places: Places, items: Item[], axis: Axis): void {
  const [size, across, depth] =
    axis === 'x' ? (['width', 'y', 'height'] as const) : (['height', 'x', 'width'] as const);
  const sorted = [...items].sort((a, b) => a.rect[axis] - b.rect[axis]);
  for (const [index, item] of sorted.entries()) {
    let start = item.rect[axis];
    for (const before of sorted.slice(0, index)) {
      const gap = gapBetween(item, before);
      const meets =
        item.rect[across] < before.rect[across] + before.rect[depth] + gap &&
        before.rect[across] < item.rect[across] + item.rect[depth] + gap;
      if (meets) start = Math.max(start, roundUp(before.rect[axis] + before.rect[size] + gap, 12));
    }
    const by = start - item.rect[axis];
    if (by === 0) continue;
    shift(places, item.boxes, axis === 'x' ? by : 0, axis === 'y' ? by : 0);
    item.rect = { ...item.rect, [axis]: start };
  }
}
