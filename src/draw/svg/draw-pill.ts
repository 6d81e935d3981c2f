import { badgeHeight } from '../layout/badge-size.js';
import type { Point } from '../layout/placement.js';
import type { Pill } from '../scene/scene.js';
import { pill } from '../text/geometry.js';
import { measurePill } from '../text/measure-pill.js';
import { typeScale } from '../text/type-scale.js';
import { drawText } from './draw-text.js';
import { type Pen, paint } from './pen.js';
import { type PillLook, pillLooks } from './state-look.js';
import { decimal, tag } from './tag.js';

/** `✕ dead`: a word and a sign say what the colour says. The sign is drawn: few fonts have one. */
export function drawPill(pen: Pen, { sort, text }: Pill, { x, y }: Point): string {
  const { colour, sign } = pillLooks[sort];
  const width = measurePill(text);
  const size = { x, y, width, height: badgeHeight, rx: badgeHeight / 2, 'stroke-width': 1.5 };
  const left = x + pill.padding;
  return tag('g', {}, [
    tag('rect', { ...size, ...paint(pen, { fill: colour, stroke: 'surface.page' }) }),
    drawSign(pen, sign, left, y + badgeHeight / 2),
    drawText(pen, text, typeScale.badge, 'text.badge', { x: left + pill.sign, y: y + 11.8 }),
  ]);
}

/** In a square of 7 pixels, from the left. */
const signPaths: Readonly<Record<PillLook['sign'], (x: number, middle: number) => string>> = {
  cross: (x, middle) => `M${at(x, middle - 3)}l6 6m0 -6l-6 6`,
  exclamation: (x, middle) => `M${at(x + 3, middle - 4)}v4.4m0 3.2v.01`,
  question: (x, middle) => `M${at(x + 0.9, middle - 2)}a2.1 2.1 0 1 1 3 2q-0.9 .5 -0.9 1.4m0 2.4v.01`,
  inwards: (x, middle) => `M${at(x, middle)}h5.6m-2.6 -3l3 3l-3 3`,
  lock: (x, middle) => `M${at(x, middle - 0.4)}h6.4v4h-6.4zm1.2 0v-1.6a2 2 0 0 1 4 0v1.6`,
  check: (x, middle) => `M${at(x, middle)}l2.4 2.6l4.2 -5.4`,
  plus: (x, middle) => `M${at(x, middle)}h7m-3.5 -3.5v7`,
  minus: (x, middle) => `M${at(x, middle)}h7`,
  arrow: (x, middle) => `M${at(x, middle)}h7m-3 -3l3 3l-3 3`,
  wave: (x, middle) => `M${at(x, middle + 1)}c1 -3 2.4 -3 3.5 -1s2.5 2 3.5 -1`,
};

function drawSign(pen: Pen, sign: PillLook['sign'], x: number, middle: number): string {
  const stroke = { 'stroke-width': 1.8, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return tag('path', {
    d: signPaths[sign](x, middle),
    ...stroke,
    ...paint(pen, { fill: 'none', stroke: 'text.badge' }),
  });
}

function at(x: number, y: number): string {
  return `${decimal(x)} ${decimal(y)}`;
}
