import type { MeasuredBox, PlacedBox, Rect } from '../layout/placement.js';
import { pillOn } from '../scene/failure/pill-of.js';
import type { Box } from '../scene/scene.js';
import { card } from '../text/geometry.js';
import { textLeft, textRoom } from '../text/measure-box.js';
import { signsOf, widthOfSigns } from '../text/signs.js';
import { typeScale } from '../text/type-scale.js';
import { drawOutline } from './card-outline.js';
import { drawBadge } from './draw-badge.js';
import { drawIcon } from './draw-icon.js';
import { drawPill } from './draw-pill.js';
import { drawSigns } from './draw-signs.js';
import { drawText } from './draw-text.js';
import { explain } from './explain.js';
import { type Pen, paint } from './pen.js';
import { linked } from './safe-link.js';
import { inkOf, isGone, isLively } from './state-look.js';
import { tag } from './tag.js';

/** Pixels that the sheets behind a folded set take from its front one. */
const sheets = 5;
/** Pixels from one line of small print to the next. */
const smallLine = 14;
/** A cylinder's lid pushes its contents down. */
const lid = 4;

/** A card: outline, icon, name, small print, signs and badges. */
export function drawCard(pen: Pen, box: Box, measured: MeasuredBox, placed: PlacedBox): string {
  const front = box.count > 1 ? { ...placed, width: placed.width - sheets, height: placed.height - sheets } : placed;
  const middle = front.y + front.height / 2 + (box.shape === 'store' ? lid : 0);
  const pill = pillOn(box);
  const parts = [
    drawOutline(pen, box, front),
    pen.icons ? drawIconOf(pen, box, front, middle) : '',
    ...drawWords(pen, box, measured, front, middle),
    box.count > 1 ? drawCount(pen, box.count, front, middle) : '',
  ];
  return tag('g', { id: `${pen.prefix}-${box.id}` }, [
    ...explain(box.name, box.description, box.marks),
    linked(pen.links.element?.(box.element), parts.join('')),
    ...placed.badges.map((badge, index) => drawBadge(pen, box.marks[index]!, badge)),
    pill && placed.pill ? drawPill(pen, pill, placed.pill) : '',
  ]);
}

/** On a tile of its own colour, so that kinds can be told apart from afar; not where it steps back or contrast is all. */
function drawIconOf(pen: Pen, { icon, tone, state, shape }: Box, { x }: Rect, middle: number): string {
  const { iconLeft, iconSize: size, personInset, iconTile } = card;
  const place = { x: x + iconLeft + (shape === 'person' ? personInset : 0), y: middle - size / 2, size };
  const colour = isLively(state) ? (`tone.${tone}` as const) : 'text.muted';
  if (!isLively(state) || pen.weight > 1) return drawIcon(pen, icon, colour, place);
  const side = size + 2 * iconTile;
  const tile = { x: place.x - iconTile, y: place.y - iconTile, width: side, height: side, rx: 7, 'fill-opacity': 0.1 };
  return tag('rect', { ...tile, ...paint(pen, { fill: colour }) }) + drawIcon(pen, icon, colour, place);
}

function drawWords(pen: Pen, box: Box, measured: MeasuredBox, front: Rect, middle: number): readonly string[] {
  const { nameLines, detail, factLines = [] } = measured;
  const x = front.x + textLeft(box);
  const room = textRoom(box, measured.width);
  const smallPrint = (detail === '' ? 0 : smallLine) + factLines.length * smallLine;
  const top = middle - (nameLines.length * card.lineHeight + smallPrint) / 2;
  const below = top + nameLines.length * card.lineHeight + 10.5;
  const signs = signsOf(box);
  const struck = isGone(box.state) && (box.shape !== 'person' || box.state === 'removed');
  return [
    ...nameLines.map((line, index) =>
      drawText(pen, line, typeScale.name, inkOf(box.state), {
        x,
        y: top + 12.5 + index * card.lineHeight,
        room,
        struck,
      }),
    ),
    drawText(pen, detail, typeScale.detail, 'text.muted', { x, y: below, room: room - widthOfSigns(signs) }),
    ...factLines.map((line, index) => {
      const y = below + (index + (detail === '' ? 0 : 1)) * smallLine;
      return drawText(pen, line, typeScale.detail, 'text.muted', { x, y, room });
    }),
    drawSigns(pen, signs, front.x + front.width - besideSigns(box), below),
  ];
}

/** What stands right of the signs: the number of a folded set, the round end of a pill. */
function besideSigns({ shape, count }: Box): number {
  return (shape === 'person' ? 18 : 10) + (count > 1 ? card.countPill - 4 : 0);
}

function drawCount(pen: Pen, count: number, front: Rect, middle: number): string {
  const pill = { x: front.x + front.width - 40, y: middle - 10, width: 32, height: 20, rx: 10 };
  const text = { x: pill.x + pill.width / 2, y: middle + 4, anchor: 'middle', room: pill.width - 2 } as const;
  return (
    tag('rect', { ...pill, ...paint(pen, { fill: 'surface.server' }) }) +
    drawText(pen, `×${count}`, typeScale.count, 'text.ink', text)
  );
}
