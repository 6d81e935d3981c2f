import { badgeHeight } from './badge-size.js';
import type { MeasuredPill, Rect } from './placement.js';

/** A pill astride the bottom edge of a card or frame, at its left: badges stand at the top, signs and lines further right. */
export function placePill(frame: Rect, pill: MeasuredPill | undefined): Rect | undefined {
  if (pill?.pillWidth === undefined) return undefined;
  return {
    x: frame.x + (pill.pillLeft ?? 0),
    y: frame.y + frame.height - badgeHeight / 2,
    width: pill.pillWidth,
    height: badgeHeight,
  };
}
