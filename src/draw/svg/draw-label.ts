import { badgeGap, badgeWidth } from '../layout/badge-size.js';
import type { PlacedLabel, PlacedLine } from '../layout/placement.js';
import type { Bundle } from '../scene/scene.js';
import { chip } from '../text/geometry.js';
import { textWidth } from '../text/text-width.js';
import { typeScale } from '../text/type-scale.js';
import { drawBadge } from './draw-badge.js';
import { drawIcon } from './draw-icon.js';
import { drawText } from './draw-text.js';
import { drawingGlyphs } from './glyph-names.js';
import { lineLook } from './line-look.js';
import { type Pen, paint } from './pen.js';
import { isLivelyLine } from './state-look.js';
import { tag } from './tag.js';

const lockGlyphs = {
  closed: drawingGlyphs.encrypted,
  open: drawingGlyphs.plaintext,
  question: drawingGlyphs.unknown,
} as const;

/** The chip on a line: how it is encrypted, what it says, what was found; or a lettered disc where that found no room. */
export function drawLabel(pen: Pen, { bundle, label }: PlacedLine): string {
  if (!label) return '';
  return label.key === undefined ? drawChip(pen, bundle, label) : drawDiscLabel(pen, bundle, label, label.key);
}

function drawChip(pen: Pen, bundle: Bundle, label: PlacedLabel): string {
  const { colour } = lineLook(bundle);
  const outline = tag('rect', {
    x: label.x,
    y: label.y,
    width: label.width,
    height: label.height,
    rx: label.height / 2,
    'stroke-width': 0.9 * pen.weight,
    ...paint(pen, { fill: 'surface.page', stroke: colour }),
  });
  const ink = isLivelyLine(bundle.state) ? 'text.ink' : 'text.muted';
  const middle = label.y + label.height / 2;
  const left = label.x + chip.padding;
  const textX = left + (bundle.lock ? chip.lock : 0);
  const lock = bundle.lock
    ? drawIcon(pen, lockGlyphs[bundle.lock], colour, { x: left - 1, y: middle - 5.5, size: 11 })
    : '';
  // Measured for the widest font that may show it; centred, a narrower one leaves as much room on either side.
  const width = textWidth(label.text, typeScale.label);
  const place = { x: textX + width / 2, y: middle + 3.8, anchor: 'middle' } as const;
  const text = drawText(pen, label.text, typeScale.label, ink, place);
  const after = textX + width + chip.badgeGap;
  return tag('g', {}, [outline, lock, text, ...badgesFrom(pen, bundle, after, middle)]);
}

function drawDiscLabel(pen: Pen, bundle: Bundle, label: PlacedLabel, letter: string): string {
  const middle = label.y + label.height / 2;
  const disc = drawDisc(pen, bundle, letter, label.x, middle);
  return tag('g', {}, [disc, ...badgesFrom(pen, bundle, label.x + chip.disc + chip.badgeGap, middle)]);
}

/** A letter in a ring of the line's colour; the legend says what it stands for. */
export function drawDisc(pen: Pen, bundle: Bundle, letter: string, left: number, middle: number): string {
  const { colour } = lineLook(bundle);
  const radius = chip.disc / 2;
  const ring = { cx: left + radius, cy: middle, r: radius - 0.6, 'stroke-width': 1.2 };
  return (
    tag('circle', { ...ring, ...paint(pen, { fill: 'surface.page', stroke: colour }) }) +
    drawText(pen, letter, typeScale.key, 'text.ink', { x: left + radius, y: middle + 3.5, anchor: 'middle' })
  );
}

function badgesFrom(pen: Pen, bundle: Bundle, left: number, middle: number): readonly string[] {
  let x = left;
  return bundle.marks.map((mark) => {
    const badge = drawBadge(pen, mark, { x, y: middle - 8 });
    x += badgeWidth(mark) + badgeGap;
    return badge;
  });
}
