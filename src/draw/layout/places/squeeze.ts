import { groupsAround, type Plan } from '../plan.js';
import { besideLabel, widestLabel } from '../widest-label.js';
import { frameGroups, padding } from './frame-groups.js';
import { type Axis, extentOf, type Places } from './places.js';

const widestBand = 72;
/** Where lines run across a band, their labels stand in it: between the ranks of a picture that is read from left to right. */
const bandOfLabels = { least: 144, most: 264 } as const;

/** Cuts bands that hold nothing, across the whole picture, to a bearable width. */
export function squeeze(plan: Plan, places: Places, direction: 'TB' | 'LR'): void {
  const forLabels = Math.min(bandOfLabels.most, Math.max(bandOfLabels.least, widestLabel(plan) + besideLabel));
  for (const axis of ['x', 'y'] as const) {
    const widest = axis === 'x' && direction === 'LR' ? forLabels : widestBand;
    const cuts = cutsIn(intervals(plan, places, axis), widest);
    const edges = places[axis];
    for (let box = 0; box < edges.length; box++) edges[box]! -= cutBefore(cuts, edges[box]!);
  }
}

interface Interval {
  readonly start: number;
  readonly end: number;
}

/** What boxes take with the frames around them; a frame that its title has widened counts by itself. */
function intervals(plan: Plan, places: Places, axis: Axis): readonly Interval[] {
  const before = axis === 'x' ? padding.side : padding.top;
  const after = axis === 'x' ? padding.side : padding.bottom;
  const boxes = plan.boxes.map(({ index, group }) => {
    const depth = groupsAround(plan, group).length;
    const start = places[axis][index]!;
    return { start: start - before * depth, end: start + extentOf(plan, index, axis) + after * depth };
  });
  if (axis === 'y') return boxes;
  return [...boxes, ...frameGroups(plan, places).map(({ x, width }) => ({ start: x, end: x + width }))];
}

/** Where something is cut out, and how much. */
function cutsIn(taken: readonly Interval[], widest: number): readonly { readonly at: number; readonly by: number }[] {
  const sorted = [...taken].sort((a, b) => a.start - b.start);
  const cuts: { at: number; by: number }[] = [];
  let end = sorted[0]?.end ?? 0;
  for (const interval of sorted) {
    if (interval.start - end > widest) cuts.push({ at: end, by: interval.start - end - widest });
    end = Math.max(end, interval.end);
  }
  return cuts;
}

function cutBefore(cuts: readonly { readonly at: number; readonly by: number }[], edge: number): number {
  return cuts.reduce((total, { at, by }) => (edge >= at ? total + by : total), 0);
}
