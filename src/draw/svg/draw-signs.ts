import { sign } from '../text/geometry.js';
import type { Sign } from '../text/signs.js';
import { typeScale } from '../text/type-scale.js';
import { drawIcon } from './draw-icon.js';
import { drawText } from './draw-text.js';
import type { Pen } from './pen.js';

/** Small signs in a row that ends at `right`; `baseline` is that of the text beside them. */
export function drawSigns(pen: Pen, signs: readonly Sign[], right: number, baseline: number): string {
  let x = right - signs.reduce((total, { width }) => total + width, 0);
  return signs
    .map(({ icon, text, width }) => {
      const left = x;
      x += width;
      const number = drawText(pen, text, typeScale.key, 'text.muted', { x: left + sign.step, y: baseline - 0.5 });
      const place = { x: left + (sign.step - sign.size), y: baseline - 10, size: sign.size };
      return drawIcon(pen, icon, 'text.muted', place) + number;
    })
    .join('');
}
