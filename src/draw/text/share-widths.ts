import type { MeasuredBox } from '../layout/placement.js';
import type { Box } from '../scene/scene.js';
import { card } from './geometry.js';

/**
 * Cards of one group take the widest's width, and narrow cards that of most others: ragged rows look careless, and
 * centres fall on the grid.
 */
export function shareWidths(boxes: readonly Box[], measured: readonly MeasuredBox[]): readonly MeasuredBox[] {
  const widest = widestOfEachGroup(boxes, measured);
  const inGroups = measured.map((box, index) => {
    const shared = widest.get(boxes[index]?.cluster) ?? 0;
    return shared <= card.widestShared ? { ...box, width: shared } : box;
  });
  const common = widthOfMost(inGroups);
  return inGroups.map((box) => (box.width < common ? { ...box, width: common } : box));
}

function widestOfEachGroup(
  boxes: readonly Box[],
  measured: readonly MeasuredBox[],
): ReadonlyMap<string | undefined, number> {
  const widest = new Map<string | undefined, number>();
  for (const [index, { width }] of measured.entries()) {
    const group = boxes[index]?.cluster;
    widest.set(group, Math.max(width, widest.get(group) ?? 0));
  }
  return widest;
}

function widthOfMost(measured: readonly MeasuredBox[]): number {
  const widths = measured.map(({ width }) => width).sort((a, b) => a - b);
  const typical = widths[Math.floor(widths.length * 0.8)] ?? 0;
  return typical <= card.widestShared ? typical : 0;
}
