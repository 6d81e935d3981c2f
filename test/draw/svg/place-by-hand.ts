import { badgeGap, badgeHeight, badgeWidth } from '../../../src/draw/layout/badge-size.js';
import type {
  MeasuredScene,
  PlacedBox,
  PlacedGroup,
  PlacedLine,
  Placement,
  Point,
  Rect,
} from '../../../src/draw/layout/placement.js';
import type { Bundle, Mark } from '../../../src/draw/scene/scene.js';

/**
 * A placement without a layout engine: cards in columns, frames beside one another, lines with one bend. It is no beauty;
 * it lets drawing be tested alone.
 */
export function placeByHand(measured: MeasuredScene): Placement {
  const boxes = new Map<string, PlacedBox>();
  const groups = new Map<string, PlacedGroup>();
  const bounds = placeInside(measured, undefined, { x: 0, y: 0 }, boxes, groups);
  const lines = measured.scene.bundles.map((bundle) => placeLine(measured, bundle, boxes));
  return { direction: 'TB', boxes, groups, lines, keys: [], unplacedLabels: [], unroutedBundles: [], bounds };
}

function placeInside(
  measured: MeasuredScene,
  parent: string | undefined,
  at: Point,
  boxes: Map<string, PlacedBox>,
  groups: Map<string, PlacedGroup>,
): Rect {
  const column = placeColumn(measured, parent, at, boxes);
  let x = column.width > 0 ? at.x + column.width + 96 : at.x;
  let bottom = at.y + column.height;
  for (const group of measured.scene.groups.filter((one) => one.parent === parent)) {
    const inner = placeInside(measured, group.id, { x: x + 24, y: at.y + 48 }, boxes, groups);
    const rect = { x, y: at.y, width: Math.max(inner.width + 48, 192), height: inner.height + 72 };
    const size = measured.groups.get(group.id)!;
    groups.set(group.id, {
      id: group.id,
      ...rect,
      title: { x: x + 12, y: at.y + 8, width: size.titleWidth, height: 24 },
      detail: { x: x + rect.width - 12 - size.detailWidth, y: at.y + 8, width: size.detailWidth, height: 24 },
      badges: badgesAt(group.marks, rect),
    });
    x += rect.width + 48;
    bottom = Math.max(bottom, at.y + rect.height);
  }
  const right = Math.max(at.x + column.width, x - 48);
  return { x: at.x, y: at.y, width: Math.max(0, right - at.x), height: bottom - at.y };
}

function placeColumn(
  measured: MeasuredScene,
  parent: string | undefined,
  at: Point,
  boxes: Map<string, PlacedBox>,
): { width: number; height: number } {
  let y = at.y;
  let width = 0;
  for (const box of measured.scene.boxes.filter(({ cluster }) => cluster === parent)) {
    const size = measured.boxes.get(box.id)!;
    const rect = { x: at.x, y, width: size.width, height: size.height };
    boxes.set(box.id, { id: box.id, ...rect, badges: badgesAt(box.marks, rect) });
    width = Math.max(width, size.width);
    y += size.height + 72;
  }
  return { width, height: y === at.y ? 0 : y - 72 - at.y };
}

function badgesAt(marks: readonly Mark[], { x, y, width }: Rect): Rect[] {
  let right = x + width - 6;
  return marks.map((mark) => {
    const size = { width: badgeWidth(mark), height: badgeHeight };
    right -= size.width;
    const badge = { x: right, y: y - badgeHeight / 2, ...size };
    right -= badgeGap;
    return badge;
  });
}

function placeLine(measured: MeasuredScene, bundle: Bundle, boxes: ReadonlyMap<string, PlacedBox>): PlacedLine {
  const pairs = bundle.sources.flatMap((source) =>
    bundle.targets.map((target) => [boxes.get(source)!, boxes.get(target)!] as const),
  );
  const paths = pairs.map(([source, target]) => elbow(source, target));
  const label = measured.labels.get(bundle.id);
  const [first] = paths;
  const start = first?.[0] ?? { x: 0, y: 0 };
  return {
    bundle,
    paths,
    heads: paths.map((path) => ({ from: path.at(-2)!, to: path.at(-1)! })),
    ...(label && {
      label: { x: start.x - 40, y: start.y + 20, width: label.width, height: label.height, text: label.text },
    }),
  };
}

function elbow(source: Rect, target: Rect): Point[] {
  const from = { x: source.x + source.width / 2, y: source.y + source.height };
  if (Math.abs(source.x - target.x) < 1) return [from, { x: target.x + target.width / 2, y: target.y }];
  const side = target.x > source.x ? target.x : target.x + target.width;
  const across = target.y + target.height / 2;
  return [from, { x: from.x, y: across }, { x: side, y: across }];
}
