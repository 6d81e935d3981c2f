import type { Point } from '../layout/placement.js';
import type { Bundle } from '../scene/scene.js';
import type { ColourName } from './palette.js';
import { type Pen, paint } from './pen.js';
import { towards } from './rounded-path.js';
import { decimal, tag } from './tag.js';

/** How far a line ends before the box, under its head. */
export const headRoom = 7;

/** Full: a request or a write; hollow: a read; a diamond: replication. */
export function drawHead(pen: Pen, head: Bundle['head'], colour: ColourName, from: Point, to: Point): string {
  const fill = head === 'hollow' ? 'surface.page' : colour;
  const outline = head === 'diamond' ? diamond(from, to) : triangle(from, to);
  const stroke = { 'stroke-width': head === 'diamond' ? 1 : 1.4, 'stroke-linejoin': 'round' };
  return tag('path', { d: outline, ...stroke, ...paint(pen, { fill, stroke: colour }) });
}

function triangle(from: Point, to: Point): string {
  return polygon(from, to, [
    [0.5, 0],
    [9, 4.6],
    [9, -4.6],
  ]);
}

function diamond(from: Point, to: Point): string {
  return polygon(from, to, [
    [0.5, 0],
    [6, 4],
    [11.5, 0],
    [6, -4],
  ]);
}

/** Corners as pixels back from the tip, and pixels to the side. */
function polygon(from: Point, to: Point, corners: readonly (readonly [number, number])[]): string {
  const ahead = towards({ x: 0, y: 0 }, { x: to.x - from.x, y: to.y - from.y }, 1);
  const points = corners.map(([back, aside]) => {
    const x = to.x - ahead.x * back - ahead.y * aside;
    const y = to.y - ahead.y * back + ahead.x * aside;
    return `${decimal(x)} ${decimal(y)}`;
  });
  return `M${points.join('L')}Z`;
}
