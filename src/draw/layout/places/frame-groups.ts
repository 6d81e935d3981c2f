import type { Rect } from '../placement.js';
import type { Members, Plan } from '../plan.js';
import { boundsOf, roundUp, snap } from '../rect.js';
import { type Places, rectOf } from './places.js';

/** Pixels between a frame and what is in it; the title stands in the band at the top. */
export const padding = { side: 24, top: 48, bottom: 24 } as const;

/** The frames of all groups by number, each around what is in it. */
export function frameGroups(plan: Plan, places: Places): readonly Rect[] {
  const frames: Rect[] = [];
  for (const group of plan.top.groups) frameWithin(plan, places, group, frames);
  return frames;
}

/** The frame of one group from its members' rectangles. A title wider than the content widens it to both sides. */
export function frameAround(content: Rect, narrowest: number): Rect {
  const tight = content.width + 2 * padding.side;
  const width = Math.max(tight, narrowest);
  return {
    x: content.x - padding.side - snap((width - tight) / 2),
    y: content.y - padding.top,
    width: roundUp(width, 12),
    height: content.height + padding.top + padding.bottom,
  };
}

function frameWithin(plan: Plan, places: Places, group: number, frames: Rect[]): Rect {
  const members = plan.groups[group]!;
  const inner = members.groups.map((child) => frameWithin(plan, places, child, frames));
  const frame = frameAround(boundsOf([...inner, ...boxRects(plan, places, members)]), members.narrowest);
  frames[group] = frame;
  return frame;
}

function boxRects(plan: Plan, places: Places, { boxes }: Members): readonly Rect[] {
  return boxes.map((box) => rectOf(plan, places, box));
}
