import { badgeHeight, badgeWidth } from '../layout/badge-size.js';
import type { Point } from '../layout/placement.js';
import type { Mark } from '../scene/scene.js';
import { typeScale } from '../text/type-scale.js';
import { drawText } from './draw-text.js';
import type { ColourName } from './palette.js';
import { type Pen, paint } from './pen.js';
import { linked } from './safe-link.js';
import { tag } from './tag.js';

/** `H2`: letter and number say what the colour says. An accepted finding is an outline only. */
export function drawBadge(pen: Pen, mark: Mark, { x, y }: Point): string {
  const width = badgeWidth(mark);
  const severity: ColourName = `severity.${mark.severity}`;
  const colours = mark.accepted
    ? paint(pen, { fill: 'surface.page', stroke: 'border.card' })
    : paint(pen, { fill: severity, stroke: 'surface.page' });
  const shape = tag('rect', { x, y, width, height: badgeHeight, rx: badgeHeight / 2, 'stroke-width': 1.5, ...colours });
  const ink = mark.accepted ? 'text.muted' : 'text.badge';
  const text = drawText(pen, `${mark.letter}${mark.number}`, typeScale.badge, ink, {
    x: x + width / 2,
    y: y + 11.8,
    anchor: 'middle',
  });
  return linked(pen.links.rule?.(mark.rule), tag('g', {}, [shape, text]));
}
