import type { Mark } from '../scene/scene.js';
import { badgeGap, badgeHeight, badgeWidth } from './badge-size.js';
import type { Rect } from './placement.js';

/** Badges astride the top edge of a card or frame, against its right corner; those without room in further rows above. */
export function placeBadges(frame: Rect, marks: readonly Mark[], fromCorner: number): readonly Rect[] {
  const rows = badgeRows(marks, frame.width - 2 * fromCorner);
  return rows.flatMap((row, index) => {
    let x = frame.x + frame.width - fromCorner - badgeRowWidth(row);
    const y = frame.y - badgeHeight / 2 - index * (badgeHeight + badgeGap);
    return row.map((mark) => {
      const badge = { x, y, width: badgeWidth(mark), height: badgeHeight };
      x += badge.width + badgeGap;
      return badge;
    });
  });
}

/** Pixels from the first badge's left to the last one's right. */
export function badgeRowWidth(marks: readonly Mark[]): number {
  return marks.reduce((total, mark) => total + badgeWidth(mark) + badgeGap, -badgeGap);
}

function badgeRows(marks: readonly Mark[], room: number): readonly (readonly Mark[])[] {
  const rows: Mark[][] = [];
  for (const mark of marks) {
    const row = rows.at(-1);
    if (row && badgeRowWidth([...row, mark]) <= room) row.push(mark);
    else rows.push([mark]);
  }
  return rows;
}
