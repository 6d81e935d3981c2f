import type { Rect } from '../placement.js';
import { boxesWithin, type Members, type Plan, type PlanGroup } from '../plan.js';
import { roundUp, snap } from '../rect.js';
import { flowLength } from './flow-length.js';
import { frameGroups, padding } from './frame-groups.js';
import { alikeSiblings, areAlike } from './like-rows.js';
import { type Axis, type Places, shift } from './places.js';

const gaps = { least: 24, most: 84, mostForLabels: 120 } as const;
const besideLabel = 34;
const acceptedForGroups = 1.08;
const acceptedForBoxes = 1.1;

/** Puts sibling groups and rows of boxes that are alike into declared order, where flows do not grow much longer for it. */
export function orderDeclared(plan: Plan, places: Places): void {
  for (const members of [plan.top, ...plan.groups]) {
    for (const siblings of alikeSiblings(plan, members)) {
      for (const axis of ['x', 'y'] as const) orderGroups(plan, places, siblings, axis);
    }
    for (const axis of ['x', 'y'] as const) orderBoxes(plan, places, members, axis);
  }
}

function orderGroups(plan: Plan, places: Places, siblings: readonly PlanGroup[], axis: Axis): void {
  const frames = frameGroups(plan, places);
  const alike = siblings.filter((group) => siblings.some((other) => other !== group && areAlike(plan, group, other)));
  const rows = rowsOf(frames, alike, axis === 'x' ? 'y' : 'x').filter(({ length }) => length > 1);
  const gap = Math.max(0, ...rows.map((row) => gapFor(plan, frames, row, axis)));
  for (const row of rows)
    if (!othersBetween(plan, places, frames, row)) orderRow(plan, places, frames, { row, gap, axis });
}

interface Row {
  readonly row: readonly PlanGroup[];
  readonly gap: number;
  readonly axis: Axis;
}

function orderRow(plan: Plan, places: Places, frames: readonly Rect[], { row, gap, axis }: Row): void {
  const sorted = sortedBy(frames, row, axis);
  const before = flowLength(plan, places);
  const kept = { x: places.x.slice(), y: places.y.slice() };
  moveToSlots(plan, places, frames, { row, gap, axis });
  if (sorted.every((group, index) => group === row[index]) || flowLength(plan, places) <= before * acceptedForGroups)
    return;
  places.x.set(kept.x);
  places.y.set(kept.y);
  moveToSlots(plan, places, frames, { row: sorted, gap, axis });
}

/** Groups that stand beside one another, in declared order. */
function rowsOf(
  frames: readonly Rect[],
  groups: readonly PlanGroup[],
  across: Axis,
): readonly (readonly PlanGroup[])[] {
  const size = sizeAlong(across);
  const rows: { groups: PlanGroup[]; start: number; end: number }[] = [];
  for (const group of groups) {
    const [start, end] = [frames[group.index]![across], frames[group.index]![across] + frames[group.index]![size]];
    const row = rows.find((other) => start < other.end && other.start < end);
    if (!row) rows.push({ groups: [group], start, end });
    else {
      row.groups.push(group);
      [row.start, row.end] = [Math.max(row.start, start), Math.min(row.end, end)];
    }
  }
  return rows.map((row) => row.groups);
}

/** The gaps as they are, made even and kept within bounds; wide enough for a label between two neighbours. */
function gapFor(plan: Plan, frames: readonly Rect[], row: readonly PlanGroup[], axis: Axis): number {
  const size = sizeAlong(axis);
  const sorted = sortedBy(frames, row, axis);
  const [first, last] = [frames[sorted[0]!.index]!, frames[sorted.at(-1)!.index]!];
  const taken = row.reduce((sum, { index }) => sum + frames[index]![size], 0);
  const mean = (last[axis] + last[size] - first[axis] - taken) / (row.length - 1);
  const labels = axis === 'x' ? labelsBetween(plan, row) - 2 * padding.side : 0;
  return roundUp(Math.max(Math.min(gaps.most, Math.max(gaps.least, mean)), Math.min(gaps.mostForLabels, labels)), 12);
}

/** Room for the widest label of a single line of replication from one of the groups to another. */
function labelsBetween(plan: Plan, row: readonly PlanGroup[]): number {
  const home = new Map(row.flatMap((group) => boxesWithin(plan, group).map((box) => [box, group] as const)));
  const between = plan.bundles.filter(({ bundle, sources, targets }) => {
    const [from, to] = [home.get(sources[0] ?? -1), home.get(targets[0] ?? -1)];
    const isSingle = sources.length === 1 && targets.length === 1;
    return bundle.sort === 'replication' && isSingle && from && to && from !== to;
  });
  return Math.max(0, ...between.map(({ label }) => (label ? label.width + besideLabel : 0)));
}

function sortedBy(frames: readonly Rect[], groups: readonly PlanGroup[], axis: Axis): readonly PlanGroup[] {
  return [...groups].sort((a, b) => frames[a.index]![axis] - frames[b.index]![axis]);
}

function sizeAlong(axis: Axis): 'width' | 'height' {
  return axis === 'x' ? 'width' : 'height';
}

/** Whether a box of somebody else stands among the groups, so that moving them would run over it. */
function othersBetween(plan: Plan, places: Places, frames: readonly Rect[], groups: readonly PlanGroup[]): boolean {
  const own = new Set(groups.flatMap((group) => boxesWithin(plan, group)));
  const rects = groups.map(({ index }) => frames[index]!);
  const [left, top] = [Math.min(...rects.map(({ x }) => x)), Math.min(...rects.map(({ y }) => y))];
  const right = Math.max(...rects.map(({ x, width }) => x + width));
  const bottom = Math.max(...rects.map(({ y, height }) => y + height));
  return plan.boxes.some(({ index, width, height }) => {
    const [x, y] = [places.x[index]! + width / 2, places.y[index]! + height / 2];
    return !own.has(index) && x > left && x < right && y > top && y < bottom;
  });
}

/** One behind the other with even gaps, about the middle of where they stood. */
function moveToSlots(plan: Plan, places: Places, frames: readonly Rect[], { row, gap, axis }: Row): void {
  const size = sizeAlong(axis);
  const start = Math.min(...row.map(({ index }) => frames[index]![axis]));
  const end = Math.max(...row.map(({ index }) => frames[index]![axis] + frames[index]![size]));
  const taken = row.reduce((sum, { index }) => sum + frames[index]![size] + gap, -gap);
  let at = snap((start + end - taken) / 2);
  for (const group of row) {
    const frame = frames[group.index]!;
    const by = at - frame[axis];
    shift(places, boxesWithin(plan, group), axis === 'x' ? by : 0, axis === 'y' ? by : 0);
    at += frame[size] + gap;
  }
}

/** Boxes of one kin and width in a row or column swap places among themselves. */
function orderBoxes(plan: Plan, places: Places, { boxes }: Members, axis: Axis): void {
  const across = axis === 'x' ? 'y' : 'x';
  const rows = new Map<string, number[]>();
  for (const box of boxes) {
    const { kin, width } = plan.boxes[box]!;
    const row = `${Math.round(places[across][box]!)} ${kin} ${width}`;
    rows.set(row, [...(rows.get(row) ?? []), box]);
  }
  for (const row of rows.values()) if (row.length > 1) orderBoxRow(plan, places, row, axis);
}

function orderBoxRow(plan: Plan, places: Places, row: readonly number[], axis: Axis): void {
  const old = row.map((box) => places[axis][box]!);
  const slots = [...old].sort((a, b) => a - b);
  if (slots.every((slot, index) => slot === old[index])) return;
  const touching = { ...plan, bundles: plan.bundles.filter(touches(new Set(row))) };
  const before = flowLength(touching, places);
  row.forEach((box, index) => {
    places[axis][box] = slots[index]!;
  });
  if (flowLength(touching, places) <= before * acceptedForBoxes + 1) return;
  row.forEach((box, index) => {
    places[axis][box] = old[index]!;
  });
}

function touches(row: ReadonlySet<number>) {
  return ({ sources, targets }: { readonly sources: readonly number[]; readonly targets: readonly number[] }) =>
    sources.some((box) => row.has(box)) || targets.some((box) => row.has(box));
}
