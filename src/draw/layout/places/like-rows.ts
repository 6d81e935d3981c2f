import { boxesWithin, type Members, type Plan, type PlanGroup, ranks } from '../plan.js';
import { busyBoxes } from './busy-boxes.js';

const mostSiblings = 8;

/**
 * Boxes that should stand in one row, in this order: of sibling groups that look alike, the first kin that most of them
 * have, unless traffic leads from one of these boxes to another and not back, or none leads to any: then any place suits them.
 */
export function likeRows(plan: Plan): readonly (readonly number[])[] {
  const families = [plan.top, ...plan.groups].flatMap((members) => alikeSiblings(plan, members));
  const alike = families.map((siblings) =>
    siblings.filter((group) => siblings.some((other) => other !== group && areAlike(plan, group, other))),
  );
  return alike.map((siblings) => rowOf(plan, siblings)).filter((row) => row !== undefined);
}

/** Sibling groups of one sort, in declared order. */
export function alikeSiblings(plan: Plan, members: Members): readonly (readonly PlanGroup[])[] {
  const bySort = new Map<string, PlanGroup[]>();
  for (const index of members.groups) {
    const group = plan.groups[index]!;
    const siblings = bySort.get(group.group.kind) ?? [];
    bySort.set(group.group.kind, [...siblings, group]);
  }
  return [...bySort.values()].filter(({ length }) => length > 1);
}

function rowOf(plan: Plan, siblings: readonly PlanGroup[]): readonly number[] | undefined {
  if (siblings.length > mostSiblings) return undefined;
  const kins = new Set(siblings.flatMap(({ boxes }) => boxes.map((box) => plan.boxes[box]!.kin)));
  for (const kin of kins) {
    const row = siblings.flatMap(({ boxes }) => boxes.find((box) => plan.boxes[box]!.kin === kin) ?? []);
    if (row.length > 1 && row.length >= siblings.length * 0.6 && mayStandTogether(plan, row)) return row;
  }
  return undefined;
}

function mayStandTogether(plan: Plan, row: readonly number[]): boolean {
  const busy = busyBoxes(plan);
  const reached = new Map(row.map((box) => [box, reachedFrom(plan, box)]));
  // Of those that call each other in a circle none comes first; nor of a row of doubles of which one has a store besides.
  const isOrdered = row.some((one) =>
    row.some(
      (other) => reached.get(one)!.has(other) && !reached.get(other)!.has(one) && !areNearlyOne(plan, one, other),
    ),
  );
  return row.some((box) => busy.has(box)) && !isOrdered && !trafficWithin(plan, new Set(row));
}

/** What traffic from a box comes to, over whatever stands between. */
function reachedFrom(plan: Plan, start: number): ReadonlySet<number> {
  const seen = new Set([start]);
  for (const box of seen) {
    for (const item of plan.bundles) {
      if (ranks(item) && item.sources.includes(box)) for (const target of item.targets) seen.add(target);
    }
  }
  return seen;
}

function trafficWithin(plan: Plan, row: ReadonlySet<number>): boolean {
  return plan.bundles.some(
    (item) => ranks(item) && item.sources.some((box) => row.has(box)) && item.targets.some((box) => row.has(box)),
  );
}

const nearlyOne = 0.6;

/** Whether the groups of two boxes hold mostly the same. */
function areNearlyOne(plan: Plan, one: number, other: number): boolean {
  const [mine, theirs] = [one, other].map((box) => kinsOf(plan, plan.groups[plan.boxes[box]!.group]!));
  const common = [...mine!].filter((kin) => theirs!.has(kin)).length;
  return common / (mine!.size + theirs!.size - common) > nearlyOne;
}

/** Two kins of boxes in common, or nothing but one and the same. */
export function areAlike(plan: Plan, a: PlanGroup, b: PlanGroup): boolean {
  const [mine, theirs] = [kinsOf(plan, a), kinsOf(plan, b)];
  const common = [...mine].filter((kin) => theirs.has(kin)).length;
  return common >= 2 || (common === 1 && mine.size === 1 && theirs.size === 1);
}

function kinsOf(plan: Plan, group: PlanGroup): ReadonlySet<string> {
  return new Set(boxesWithin(plan, group).map((box) => plan.boxes[box]!.kin));
}
