import type { MeasuredGroup, PlacedGroup, Rect } from '../layout/placement.js';
import { pillOn } from '../scene/failure/pill-of.js';
import type { Group } from '../scene/scene.js';
import { groupTitle } from '../text/geometry.js';
import { signsOf } from '../text/signs.js';
import { typeScale } from '../text/type-scale.js';
import { drawBadge } from './draw-badge.js';
import { drawIcon } from './draw-icon.js';
import { drawPill } from './draw-pill.js';
import { drawSigns } from './draw-signs.js';
import { drawText } from './draw-text.js';
import { explain } from './explain.js';
import { drawingGlyphs } from './glyph-names.js';
import type { ColourName } from './palette.js';
import { type Pen, paint } from './pen.js';
import { linked } from './safe-link.js';
import { inkOf, isGone, outlineOf } from './state-look.js';
import { tag } from './tag.js';

const surfaces: Readonly<Record<Group['kind'], ColourName>> = {
  server: 'surface.server',
  zone: 'surface.zone',
  region: 'surface.region',
  domain: 'surface.region',
  cluster: 'surface.cluster',
  tier: 'surface.cluster',
};

const dashes: Readonly<Partial<Record<Group['kind'], string>>> = { zone: '6 4', cluster: '2 3', tier: '2 3' };

/** The frame, behind everything else. */
export function drawFrame(pen: Pen, group: Group, { x, y, width, height }: Rect): string {
  const look = outlineOf(group.state);
  return tag('rect', {
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: height - 1,
    rx: group.kind === 'server' ? 8 : 12,
    'stroke-width': (look?.width ?? 1) * pen.weight,
    'stroke-dasharray': isGone(group.state) ? look?.dash : dashes[group.kind],
    ...paint(pen, { fill: look?.fill ?? surfaces[group.kind], stroke: look?.stroke ?? 'border.group' }),
  });
}

/** Name, small print, signs and badges, above the lines. */
export function drawTitle(pen: Pen, group: Group, measured: MeasuredGroup, placed: PlacedGroup): string {
  const { title } = placed;
  const pill = pillOn(group);
  const baseline = title.y + title.height / 2 + 4.2;
  const icon = { x: title.x, y: baseline - 11.2, size: groupTitle.iconSize };
  const parts = [
    pen.icons ? drawIcon(pen, drawingGlyphs[group.kind], 'text.muted', icon) : '',
    drawText(pen, measured.title, typeScale.groupTitle, inkOf(group.state), {
      x: title.x + groupTitle.textLeft,
      y: baseline,
      struck: isGone(group.state),
    }),
    drawSmallPrint(pen, group, measured, placed.detail ?? rightOf(placed), baseline),
  ];
  const address = group.element === undefined ? undefined : pen.links.element?.(group.element);
  return tag('g', { id: `${pen.prefix}-${group.id}` }, [
    ...explain(group.name, group.description, group.marks),
    linked(address, parts.join('')),
    ...placed.badges.map((badge, index) => drawBadge(pen, group.marks[index]!, badge)),
    pill && placed.pill ? drawPill(pen, pill, placed.pill) : '',
  ]);
}

function drawSmallPrint(pen: Pen, group: Group, measured: MeasuredGroup, room: Rect, baseline: number): string {
  const right = room.x + room.width;
  const signs = signsOf(group);
  const text = { x: room.x, y: baseline };
  return (
    drawText(pen, measured.detail, typeScale.groupDetail, 'text.muted', text) + drawSigns(pen, signs, right, baseline)
  );
}

function rightOf({ x, width, title }: PlacedGroup): Rect {
  return { x: x + width - groupTitle.margin, y: title.y, width: 0, height: title.height };
}
