import type { MeasuredLabel } from '../layout/placement.js';
import type { Bundle } from '../scene/scene.js';
import { fitText } from './fit-text.js';
import { chip } from './geometry.js';
import { widthOfBadges } from './measure-box.js';
import { textWidth } from './text-width.js';
import { typeScale } from './type-scale.js';

/** The chip on a line: lock, text, badges. Undefined where there is nothing to say. */
export function measureLabel(bundle: Bundle): MeasuredLabel | undefined {
  const text = fitText(bundle.label, typeScale.label, chip.widestText);
  if (text === '' && bundle.marks.length === 0) return undefined;
  const badges = bundle.marks.length > 0 ? widthOfBadges(bundle.marks) + chip.badgeGap : 0;
  const around = 2 * chip.padding + (bundle.lock ? chip.lock : 0) + badges;
  const widthWith = (shown: string) => Math.ceil(textWidth(shown, typeScale.label) + around);
  const short = bundle.shortLabel === text ? undefined : bundle.shortLabel;
  return {
    bundle: bundle.id,
    text,
    width: widthWith(text),
    height: chip.height,
    ...(short !== undefined && { short: { text: short, width: widthWith(short) } }),
    keyWidth: chip.disc + badges,
  };
}
