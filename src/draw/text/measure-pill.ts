import { pill } from './geometry.js';
import { textWidth } from './text-width.js';
import { typeScale } from './type-scale.js';

/** Pixels that a pill takes with its sign and its words. */
export function measurePill(words: string): number {
  return Math.ceil(textWidth(words, typeScale.badge)) + pill.sign + 2 * pill.padding;
}
