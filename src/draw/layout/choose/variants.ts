import { placeBlocks } from '../places/place-blocks.js';
import { placeFlat } from '../places/place-flat.js';
import type { Places } from '../places/places.js';
import type { Plan } from '../plan.js';
import { besideLabel, widestLabel } from '../widest-label.js';

export const variantNames = ['flat-TB', 'flat-TB-loose', 'flat-LR', 'blocks-TB', 'blocks-LR'] as const;
export type VariantName = (typeof variantNames)[number];

export function directionOf(name: VariantName): 'TB' | 'LR' {
  return name.endsWith('LR') ? 'LR' : 'TB';
}

export function isFlat(name: VariantName): boolean {
  return name.startsWith('flat');
}

/** One way to place the boxes, with so many pixels more between its ranks. */
export function placeVariant(plan: Plan, name: VariantName, wider: number): Promise<Places | undefined> {
  const direction = directionOf(name);
  const alongLabels = Math.max(72, widestLabel(plan) + besideLabel);
  const rankGap = wider + (direction === 'LR' ? alongLabels : 72);
  switch (name) {
    case 'flat-TB':
    case 'flat-LR':
      return placeFlat(plan, { direction, rankGap, nodeGap: 36 + wider, idleLast: true });
    case 'flat-TB-loose':
      return placeFlat(plan, { direction, rankGap, nodeGap: 36 + wider, idleLast: false });
    case 'blocks-TB':
    case 'blocks-LR':
      return placeBlocks(plan, { direction, rankGap, nodeGap: 36 + wider });
  }
}
