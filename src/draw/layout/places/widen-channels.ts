import type { Plan } from '../plan.js';
import { type Axis, extentOf, type Places } from './places.js';

const perLine = 24;
const mostLines = 5;

/** Between two tiers there is room for one bundle that branches; every further one gets a track of its own. */
export function widenChannels(plan: Plan, places: Places, axis: Axis): void {
  for (const channel of channelsIn(plan, places, axis)) {
    const extra = perLine * (Math.min(mostLines, channel.lines) - 1);
    const behind = plan.boxes.filter(({ index }) => places[axis][index]! >= channel.end);
    for (const { index } of behind) places[axis][index]! += extra;
  }
}

interface Channel {
  start: number;
  end: number;
  lines: number;
}

/** Stretches between tiers and how many bundles spread there; from the last to the first, so that none moves another. */
function channelsIn(plan: Plan, places: Places, axis: Axis): readonly Channel[] {
  const channels: Channel[] = [];
  for (const { bundle, sources, targets } of plan.bundles) {
    if (bundle.sort === 'operations') continue;
    const start = Math.max(...sources.map((box) => places[axis][box]! + extentOf(plan, box, axis)));
    const end = Math.min(...targets.map((box) => places[axis][box]!));
    if (!(start < end) || isStraight(plan, places, axis, [...sources, ...targets])) continue;
    const channel = channels.find((other) => start < other.end && other.start < end);
    if (!channel) channels.push({ start, end, lines: 1 });
    else
      Object.assign(channel, {
        start: Math.max(start, channel.start),
        end: Math.min(end, channel.end),
        lines: channel.lines + 1,
      });
  }
  return channels.sort((a, b) => b.end - a.end);
}

function isStraight(plan: Plan, places: Places, axis: Axis, boxes: readonly number[]): boolean {
  const across = axis === 'x' ? 'y' : 'x';
  const centres = boxes.map((box) => places[across][box]! + extentOf(plan, box, across) / 2);
  return boxes.length === 2 && Math.abs(centres[0]! - centres[1]!) < extentOf(plan, boxes[0]!, across) / 2;
}
