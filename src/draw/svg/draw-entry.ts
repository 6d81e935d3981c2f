import { typeScale } from '../text/type-scale.js';
import { wrapText } from '../text/wrap-text.js';
import type { Block } from './block.js';
import { drawText } from './draw-text.js';
import type { ColourName } from './palette.js';
import type { Pen } from './pen.js';
import { tag } from './tag.js';

/** Of a row of the legend, and of a further line in it. Pixels. */
export const rowHeight = 24;
const lineHeight = 15;
const mostLines = 3;

export interface Entry {
  /** The badge or pill at the left, drawn already. */
  readonly sign: string;
  readonly text: string;
  readonly colour: ColourName;
  readonly textAt: number;
  readonly width: number;
  /** Makes a link of the text. */
  readonly link?: (markup: string) => string;
}

/** A sign and what it stands for, in at most three lines. */
export function drawEntry(pen: Pen, { sign, text, colour, textAt, width, link = (same) => same }: Entry): Block {
  const room = width - textAt;
  const lines = wrapText(text, typeScale.legend, room, mostLines);
  const drawn = lines.map((line, index) =>
    drawText(pen, line, typeScale.legend, colour, { x: textAt, y: 16 + index * lineHeight, room }),
  );
  return {
    markup: tag('g', {}, [sign, link(drawn.join(''))]),
    height: rowHeight + (lines.length - 1) * lineHeight,
  };
}
