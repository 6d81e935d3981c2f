import { placeBadges } from './place-badges.js';
import { placePill } from './place-pill.js';
import type { Rect } from './placement.js';
import { frameGroups } from './places/frame-groups.js';
import { type Places, rectOf } from './places/places.js';
import type { Plan } from './plan.js';

/** Everything that stands still before the first line is drawn; by the numbers of boxes and groups. */
export interface Stage {
  readonly boxes: readonly Rect[];
  readonly boxBadges: readonly (readonly Rect[])[];
  readonly frames: readonly Rect[];
  readonly titles: readonly Rect[];
  readonly details: readonly (Rect | undefined)[];
  readonly groupBadges: readonly (readonly Rect[])[];
  readonly boxPills: readonly (Rect | undefined)[];
  readonly groupPills: readonly (Rect | undefined)[];
  /** Where no line may run: titles, small print, badges, with the room to keep beside them. */
  readonly closed: readonly { readonly rect: Rect; readonly besideX: number; readonly besideY: number }[];
}

const titleInset = { left: 12, top: 10, height: 20 } as const;
const badgeFromCorner = { card: 6, frame: 12 } as const;

export function setStage(plan: Plan, places: Places): Stage {
  const boxes = plan.boxes.map(({ index }) => rectOf(plan, places, index));
  const frames = frameGroups(plan, places);
  const boxBadges = plan.boxes.map(({ index, box }) =>
    placeBadges(boxes[index]!, box?.marks ?? [], badgeFromCorner.card),
  );
  const groupBadges = plan.groups.map(({ index, group }) =>
    placeBadges(frames[index]!, group.marks, badgeFromCorner.frame),
  );
  const boxPills = plan.boxes.map(({ index, pill }) => placePill(boxes[index]!, pill));
  const groupPills = plan.groups.map(({ index, pill }) => placePill(frames[index]!, pill));
  const titles = plan.groups.map(({ index, titleWidth }) => titleRect(frames[index]!, titleWidth));
  const details = plan.groups.map(({ index, detailWidth }) => detailRect(frames[index]!, detailWidth));
  const words = [...titles, ...details].filter((rect) => rect !== undefined);
  const closed = [
    ...words.map((rect) => ({ rect, besideX: 6, besideY: 3 })),
    ...[...boxBadges, ...groupBadges, boxPills, groupPills]
      .flat()
      .filter((rect) => rect !== undefined)
      .map((rect) => ({ rect, besideX: 4, besideY: 2 })),
  ];
  return { boxes, boxBadges, frames, titles, details, groupBadges, boxPills, groupPills, closed };
}

function titleRect(frame: Rect, width: number): Rect {
  return { x: frame.x + titleInset.left, y: frame.y + titleInset.top, width, height: titleInset.height };
}

function detailRect(frame: Rect, width: number): Rect | undefined {
  if (width === 0) return undefined;
  return { ...titleRect(frame, width), x: frame.x + frame.width - titleInset.left - width };
}
