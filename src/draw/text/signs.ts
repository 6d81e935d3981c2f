import type { Box, Group } from '../scene/scene.js';
import { sign } from './geometry.js';
import { textWidth } from './text-width.js';
import { typeScale } from './type-scale.js';

/** A small sign, with the number that stands behind it. */
export interface Sign {
  readonly icon: 'eye' | 'shield';
  readonly text: string;
  readonly width: number;
}

/** What stands at the right end of a card's or a title's small print, from left to right. */
export function signsOf(place: Box | Group): readonly Sign[] {
  const signs: Sign[] = [];
  if (place.guarded) signs.push(makeSign('shield', ''));
  const watches = 'watches' in place ? place.watches : 0;
  if (watches > 0) signs.push(makeSign('eye', String(watches)));
  else if (place.watched) signs.push(makeSign('eye', ''));
  return signs;
}

export function widthOfSigns(signs: readonly Sign[]): number {
  return signs.reduce((total, { width }) => total + width, 0);
}

function makeSign(icon: Sign['icon'], text: string): Sign {
  return { icon, text, width: sign.step + (text === '' ? 0 : Math.ceil(textWidth(text, typeScale.key)) + 3) };
}
