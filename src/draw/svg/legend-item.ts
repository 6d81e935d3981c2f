import type { Bundle } from '../scene/scene.js';
import { textWidth } from '../text/text-width.js';
import { typeScale } from '../text/type-scale.js';
import { drawHead } from './draw-head.js';
import { drawText } from './draw-text.js';
import { lineLook } from './line-look.js';
import { type Pen, paint } from './pen.js';
import { decimal, tag } from './tag.js';

/** An entry of the legend: a sample and its meaning. `middle` is the height of the sample's centre. */
export interface LegendItem {
  readonly width: number;
  draw(x: number, middle: number): string;
}

export const gapBehindItem = 20;

const sampleLength = 30;

export function lineItem(
  pen: Pen,
  sample: Pick<Bundle, 'style' | 'head' | 'thin' | 'state'>,
  words: string,
): LegendItem {
  const { colour, width, dash } = lineLook(sample);
  return item(pen, sampleLength, words, (x, middle) => {
    const line = { d: `M${decimal(x)} ${decimal(middle)}H${decimal(x + 22)}`, 'stroke-width': width * pen.weight };
    const [from, to] = [
      { x, y: middle },
      { x: x + sampleLength, y: middle },
    ];
    return (
      tag('path', { ...line, 'stroke-dasharray': dash, ...paint(pen, { fill: 'none', stroke: colour }) }) +
      drawHead(pen, sample.head, colour, from, to)
    );
  });
}

export function item(pen: Pen, sample: number, words: string, draw: LegendItem['draw']): LegendItem {
  const textAt = sample + 8;
  return {
    width: textAt + textWidth(words, typeScale.legend) + gapBehindItem,
    draw: (x, middle) =>
      draw(x, middle) + drawText(pen, words, typeScale.legend, 'text.muted', { x: x + textAt, y: middle + 4 }),
  };
}
