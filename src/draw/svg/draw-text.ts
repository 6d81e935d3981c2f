import { isDrawnOtherwise } from '../text/drawn-otherwise.js';
import { type Type, textWidth } from '../text/text-width.js';
import type { ColourName } from './palette.js';
import { type Pen, paint } from './pen.js';
import { type Attributes, textTag } from './tag.js';

export interface TextPlace {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly anchor?: 'middle' | 'end';
  /** Pixels that the text may take; one that needs nearly all of them is held to its measured width. */
  readonly room?: number;
  /** Struck through: what it names does not work. */
  readonly struck?: boolean;
}

/** One line of text. */
export function drawText(pen: Pen, text: string, type: Type, colour: ColourName, place: TextPlace): string {
  return textTag(
    'text',
    {
      x: place.x,
      y: place.y,
      'font-size': type.size,
      'font-weight': type.weight === 400 ? undefined : type.weight,
      'font-variant': isDrawnOtherwise(text) ? 'none' : undefined,
      'text-anchor': place.anchor,
      'text-decoration': place.struck ? 'line-through' : undefined,
      ...held(text, type, place.room),
      ...paint(pen, { fill: colour }),
    },
    text,
  );
}

/** A font that is wider than those measured would run out of the box: spacing and letters together are held back. */
function held(text: string, type: Type, room: number | undefined): Attributes {
  if (room === undefined) return {};
  const width = textWidth(text, type);
  if (width <= 0.9 * room) return {};
  return { textLength: Math.min(width, room), lengthAdjust: 'spacingAndGlyphs' };
}
