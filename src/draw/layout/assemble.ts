import type { Line } from './label/line.js';
import type { Labels } from './label/place-labels.js';
import type { PlacedBox, PlacedGroup, Placement, Rect } from './placement.js';
import type { Plan } from './plan.js';
import { boundsOf, rectAround } from './rect.js';
import type { Stage } from './stage.js';

/** Everything that was found, by the ids of the scene. */
export function assemble(
  plan: Plan,
  direction: 'TB' | 'LR',
  stage: Stage,
  lines: readonly Line[],
  labels: Labels,
): Placement {
  const drawn = new Set(lines.map((line) => line.plan.index));
  return {
    direction,
    boxes: new Map(
      plan.boxes.flatMap(({ index, box }) => (box ? [[box.id, placedBox(box.id, index, stage)] as const] : [])),
    ),
    groups: new Map(plan.groups.map(({ index, group }) => [group.id, placedGroup(group.id, index, stage)])),
    lines: lines.map(({ plan: { index, bundle }, paths, heads }) => ({
      bundle,
      paths,
      heads,
      ...(labels.placed.has(index) && { label: labels.placed.get(index)! }),
    })),
    keys: labels.keys,
    unplacedLabels: labels.unplaced,
    unroutedBundles: plan.bundles.filter(({ index }) => !drawn.has(index)).map(({ bundle }) => bundle.id),
    bounds: boundsOf(everything(stage, lines, labels)),
  };
}

function placedBox(id: string, index: number, stage: Stage): PlacedBox {
  const pill = stage.boxPills[index];
  return { id, ...stage.boxes[index]!, badges: stage.boxBadges[index]!, ...(pill && { pill }) };
}

function placedGroup(id: string, index: number, stage: Stage): PlacedGroup {
  const detail = stage.details[index];
  const title = stage.titles[index]!;
  const pill = stage.groupPills[index];
  const badges = stage.groupBadges[index]!;
  return { id, ...stage.frames[index]!, title, ...(detail && { detail }), badges, ...(pill && { pill }) };
}

function* everything(stage: Stage, lines: readonly Line[], labels: Labels): Iterable<Rect> {
  yield* stage.boxes;
  yield* stage.frames;
  for (const badges of [...stage.boxBadges, ...stage.groupBadges]) yield* badges;
  for (const pill of [...stage.boxPills, ...stage.groupPills]) if (pill) yield pill;
  for (const { paths } of lines) {
    for (const path of paths) for (let at = 1; at < path.length; at++) yield rectAround(path[at - 1]!, path[at]!);
  }
  yield* labels.placed.values();
}
