import type { PillName } from '../scene/scene.js';
import { pill } from './geometry.js';
import { textWidth } from './text-width.js';
import { typeScale } from './type-scale.js';

/** Pixels that a pill takes with its sign and its word. */
export function measurePill(name: PillName): number {
  return Math.ceil(textWidth(name, typeScale.badge)) + pill.sign + 2 * pill.padding;
}
