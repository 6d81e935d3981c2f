import type { Placement } from '../layout/placement.js';
import type { Scene } from '../scene/scene.js';
import { fitText } from '../text/fit-text.js';
import { typeScale } from '../text/type-scale.js';
import type { Block } from './block.js';
import { drawText } from './draw-text.js';
import { headings, type Page } from './page.js';
import { type Pen, paint } from './pen.js';
import { decimal, tag } from './tag.js';

/** The title and what stands under it; of an empty picture, that it is. */
export function drawHeadings(pen: Pen, { title, boxes, view }: Scene, { drawing, width, subtitle }: Page): string {
  const { x, y } = drawing;
  const top = y - headings.aboveDrawing - (subtitle.length - 1) * headings.lineHeight;
  const under = subtitle.map((line, index) => {
    const place = { x, y: top + headings.titleToSubtitle + index * headings.lineHeight, room: width };
    return drawText(
      pen,
      line,
      typeScale.subtitle,
      view === 'failure' || view === 'change' ? 'text.ink' : 'text.muted',
      place,
    );
  });
  const empty = 'There is nothing to draw in this view.';
  return [
    drawText(pen, fitText(title, typeScale.title, width), typeScale.title, 'text.ink', { x, y: top, room: width }),
    ...under,
    boxes.length === 0 ? drawText(pen, empty, typeScale.name, 'text.muted', { x, y: y + 20 }) : '',
  ].join('');
}

/** A hairline between the drawing and a legend below it. */
export function drawRule(pen: Pen, { drawing, width, legend }: Page, { height }: Block): string {
  if (legend.beside || height === 0) return '';
  return tag('path', {
    d: `M${decimal(drawing.x)} ${decimal(legend.y - 14)}h${decimal(width)}`,
    'stroke-width': 1,
    // As faint as a hairline may be, except where nothing is to be faint.
    'stroke-opacity': pen.weight > 1 ? undefined : 0.5,
    ...paint(pen, { fill: 'none', stroke: 'border.rule' }),
  });
}

/** What the picture was drawn from, and how to read it. */
export function drawFooter(pen: Pen, { footer }: Scene, { direction }: Placement, page: Page, y: number): string {
  const text = `${footer} · read from ${direction === 'TB' ? 'top to bottom' : 'left to right'}`;
  const fitting = fitText(text, typeScale.footer, page.width);
  return drawText(pen, fitting, typeScale.footer, 'text.muted', { x: page.drawing.x, y });
}
