import type { Box, Bundle, Group } from '../scene/scene.js';
import { badgeRowWidth } from './place-badges.js';
import type { MeasuredScene } from './placement.js';
import type { Members, Plan, PlanBox, PlanBundle, PlanGroup } from './plan.js';
import { roundUp } from './rect.js';

const emptyGroup = { width: 144, height: 24 };
const betweenTitleAndDetail = 36;
const beyondTitle = 24;

/** Numbers the scene. What names an unknown box or group is left out; a group inside itself stands at the top. */
export function makePlan(measured: MeasuredScene): Plan {
  const { scene } = measured;
  const groupNumbers = numbered(scene.groups);
  const boxNumbers = numbered(scene.boxes);
  const cards = scene.boxes.map((box, index) =>
    planBox(measured, box, index, groupNumbers.get(box.cluster ?? '') ?? -1),
  );
  const parents = parentsOf(scene.groups, groupNumbers);
  const boxes = [...cards, ...roomOfEmptyGroups(cards, parents)];
  return {
    direction: scene.direction,
    boxes,
    groups: scene.groups.map((group, index) => planGroup(measured, group, index, boxes, parents)),
    bundles: scene.bundles.map((bundle, index) => planBundle(measured, bundle, index, boxNumbers)),
    top: membersOf(-1, boxes, parents),
  };
}

function numbered(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, index) => [id, index]));
}

function parentsOf(groups: readonly Group[], numbers: ReadonlyMap<string, number>): readonly number[] {
  const named = groups.map(({ parent }) => numbers.get(parent ?? '') ?? -1);
  return named.map((parent, group) => (leadsTo(group, parent, named) ? -1 : parent));
}

function leadsTo(group: number, from: number, parents: readonly number[]): boolean {
  const seen = new Set<number>();
  for (let at = from; at >= 0 && !seen.has(at); at = parents[at]!) {
    if (at === group) return true;
    seen.add(at);
  }
  return false;
}

function planBox(measured: MeasuredScene, box: Box, index: number, group: number): PlanBox {
  const pill = measured.boxes.get(box.id);
  const { width, height } = pill ?? emptyGroup;
  return { index, group, width, height, kin: `${box.shape} ${box.tone} ${height}`, box, pill };
}

function roomOfEmptyGroups(cards: readonly PlanBox[], parents: readonly number[]): readonly PlanBox[] {
  const filled = new Set([...cards.map(({ group }) => group), ...parents]);
  const empty = parents.map((_, group) => group).filter((group) => !filled.has(group));
  return empty.map((group, offset) => ({ index: cards.length + offset, group, ...emptyGroup, kin: 'room' }));
}

function planGroup(
  measured: MeasuredScene,
  group: Group,
  index: number,
  boxes: readonly PlanBox[],
  parents: readonly number[],
): PlanGroup {
  const size = measured.groups.get(group.id);
  const titleWidth = size?.titleWidth ?? 0;
  const detailWidth = size?.detailWidth ?? 0;
  const words = titleWidth + (detailWidth > 0 ? detailWidth + betweenTitleAndDetail : 0) + beyondTitle;
  const narrowest = roundUp(Math.max(words, badgeRowWidth(group.marks) + beyondTitle), 24);
  return {
    index,
    parent: parents[index]!,
    group,
    titleWidth,
    detailWidth,
    narrowest,
    pill: size,
    ...membersOf(index, boxes, parents),
  };
}

function membersOf(group: number, boxes: readonly PlanBox[], parents: readonly number[]): Members {
  return {
    boxes: boxes.filter((box) => box.group === group).map(({ index }) => index),
    groups: parents.flatMap((parent, index) => (parent === group ? [index] : [])),
  };
}

function planBundle(
  measured: MeasuredScene,
  bundle: Bundle,
  index: number,
  boxes: ReadonlyMap<string, number>,
): PlanBundle {
  const numbersOf = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => boxes.get(id) ?? []))];
  return {
    index,
    bundle,
    sources: numbersOf(bundle.sources),
    targets: numbersOf(bundle.targets),
    label: measured.labels.get(bundle.id),
  };
}
