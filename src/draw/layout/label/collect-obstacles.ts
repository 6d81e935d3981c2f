import type { Rect } from '../placement.js';
import { rectAround } from '../rect.js';
import type { Stage } from '../stage.js';
import type { Line } from './line.js';
import { makeObstacleIndex, type ObstacleIndex } from './obstacle-index.js';

/** Pixels between a label and what it must keep clear of. */
export const clearance = { card: 3, title: 4, label: 4, badge: 2, line: 3, head: 2, border: 2 } as const;

export function collectObstacles(
  stage: Stage,
  isDrawn: (box: number) => boolean,
  lines: readonly Line[],
): ObstacleIndex {
  const index = makeObstacleIndex();
  for (const [box, rect] of stage.boxes.entries()) if (isDrawn(box)) index.add(rect, clearance.card);
  for (const rect of [...stage.titles, ...stage.details]) if (rect) index.add(rect, clearance.title);
  for (const badge of [...stage.boxBadges, ...stage.groupBadges].flat()) index.add(badge, clearance.badge);
  for (const pill of [...stage.boxPills, ...stage.groupPills]) if (pill) index.add(pill, clearance.badge);
  for (const border of stage.frames.flatMap(bordersOf)) index.add(border, clearance.border);
  for (const line of lines) addLine(index, line);
  return index;
}

function addLine(index: ObstacleIndex, { plan, paths, heads }: Line): void {
  for (const path of paths) {
    for (let at = 1; at < path.length; at++)
      index.add(rectAround(path[at - 1]!, path[at]!), clearance.line, plan.index);
  }
  for (const { from, to } of heads) index.add(rectAround(from, to), clearance.head);
}

function bordersOf({ x, y, width, height }: Rect): readonly Rect[] {
  return [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ];
}
