import type { Rect } from '../layout/placement.js';
import type { Box } from '../scene/scene.js';
import type { ColourName } from './palette.js';
import { type Pen, paint } from './pen.js';
import { isLively, type OutlineLook, outlineOf } from './state-look.js';
import { type Attributes, decimal, tag } from './tag.js';

const lip = 5;
const inset = 0.6;

/** The outline of a card by its shape; a folded set has others behind it. */
export function drawOutline(pen: Pen, box: Box, place: Rect): string {
  const look = lookOf(box);
  const colours = {
    'stroke-dasharray': look.dash,
    'stroke-width': look.width * pen.weight,
    ...paint(pen, { fill: look.fill ?? 'surface.card', stroke: look.stroke }),
  };
  const sheets = box.count > 1 ? [behind(place, 6), behind(place, 3)] : [];
  const shape = (sheet: Rect) =>
    box.shape === 'store' ? cylinder(pen, sheet, colours, look.stroke) : rounded(box, sheet, colours);
  const guard = box.shape === 'guard' ? bar(pen, place, isLively(box.state) ? 'tone.guard' : 'text.muted') : '';
  return [...sheets.map(shape), shape(place), guard].join('');
}

/** A service outside is dashed, unless its state says something with its outline. */
function lookOf({ shape, state }: Box): OutlineLook {
  const plain: OutlineLook = { stroke: 'border.card', width: 1.2 };
  const look = outlineOf(state) ?? plain;
  return shape === 'outside' && state !== 'failed' && look.dash === undefined ? { ...look, dash: '4 3' } : look;
}

function behind(place: Rect, step: number): Rect {
  return { ...place, x: place.x + step - 1, y: place.y + step - 1 };
}

function rounded(box: Box, { x, y, width, height }: Rect, colours: Attributes): string {
  return tag('rect', {
    x: x + inset,
    y: y + inset,
    width: width - 2 * inset,
    height: height - 2 * inset,
    rx: box.shape === 'person' ? height / 2 : 8,
    ...colours,
  });
}

function cylinder(pen: Pen, { x, y, width, height }: Rect, colours: Attributes, stroke: ColourName): string {
  const [left, right] = [decimal(x + inset), decimal(x + width - inset)];
  const [top, bottom] = [y + lip + inset, y + height - lip - inset];
  const curve = (from: number, by: number) => `${left} ${decimal(from + by)} ${right} ${decimal(from + by)}`;
  const lid = `M${left} ${decimal(top)}C${curve(top, -7.2)} ${right} ${decimal(top)}`;
  const body = `${lid}V${decimal(bottom)}C${right} ${decimal(bottom + 7.2)} ${left} ${decimal(bottom + 7.2)} ${left} ${decimal(bottom)}Z`;
  const rim = `M${left} ${decimal(top)}C${curve(top, 7.2)} ${right} ${decimal(top)}`;
  const front = { d: rim, 'stroke-width': 1, ...paint(pen, { fill: 'none', stroke }) };
  return tag('path', { d: body, ...colours }) + tag('path', front);
}

function bar(pen: Pen, { x, y, height }: Rect, stroke: ColourName): string {
  return tag('path', {
    d: `M${decimal(x + 4.5)} ${decimal(y + 10)}V${decimal(y + height - 10)}`,
    'stroke-width': 3,
    'stroke-linecap': 'round',
    ...paint(pen, { fill: 'none', stroke }),
  });
}
