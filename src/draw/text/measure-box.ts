import { badgeGap, badgeWidth } from '../layout/badge-size.js';
import type { MeasuredBox } from '../layout/placement.js';
import { pillOn } from '../scene/failure/pill-of.js';
import type { Box, Mark } from '../scene/scene.js';
import { fitText } from './fit-text.js';
import { card, pill } from './geometry.js';
import { measurePill } from './measure-pill.js';
import { signsOf, widthOfSigns } from './signs.js';
import { textWidth } from './text-width.js';
import { typeScale } from './type-scale.js';
import { wrapText } from './wrap-text.js';

/** A card just wide enough for its text and badges, in steps of the grid; the name takes a second line where it must. */
export function measureBox(box: Box): MeasuredBox {
  const room = card.widestText;
  const nameLines = wrapText(box.name, typeScale.name, room, 2);
  const signs = widthOfSigns(signsOf(box));
  const [detail = '', ...moreDetail] = detailLines(box.detail, room - signs, room);
  const factLines = [...moreDetail, ...(box.facts ?? []).flatMap((fact) => wrapText(fact, typeScale.detail, room, 2))];
  const text = Math.max(
    ...nameLines.map((line) => textWidth(line, typeScale.name)),
    textWidth(detail, typeScale.detail) + (signs > 0 ? signs + 6 : 0),
    ...factLines.map((line) => textWidth(line, typeScale.detail)),
  );
  const told = pillOn(box);
  const pillWidth = told && measurePill(told.text);
  const wanted = Math.max(
    text + besideText(box),
    widthOfBadges(box.marks) + 28,
    pillWidth === undefined ? 0 : roomForPill(pillLeft(box), pillWidth),
  );
  return {
    id: box.id,
    width: Math.min(card.widest, Math.max(card.narrowest, roundUp(wanted, card.widthStep))),
    height: heightOf(nameLines) + factLines.length * card.heightOfFact,
    nameLines,
    detail,
    ...(factLines.length > 0 && { factLines }),
    ...(pillWidth !== undefined && { pillWidth, pillLeft: pillLeft(box) }),
  };
}

const separator = ' · ';

/** One line, or two where that saves the second half of the small print; the signs stand beside the first. */
function detailLines(detail: string, firstRoom: number, room: number): readonly string[] {
  const parts = detail.split(separator);
  const fitting = parts.filter((_, last) => fits(parts.slice(0, last + 1).join(separator), firstRoom)).length;
  if (fitting === 0 || fitting === parts.length) return [fitText(detail, typeScale.detail, firstRoom)];
  return [
    parts.slice(0, fitting).join(separator),
    fitText(parts.slice(fitting).join(separator), typeScale.detail, room),
  ];
}

function fits(text: string, room: number): boolean {
  return textWidth(text, typeScale.detail) <= room;
}

function heightOf(nameLines: readonly string[]): number {
  return nameLines.length > 1 ? card.heightOfTwoLines : card.heightOfOneLine;
}

const besidePill = 6;

/** A pill takes less than the left half of an edge, as from the middle a line comes out; a long one leaves room right of it. */
function roomForPill(left: number, width: number): number {
  return width > longPill ? left + width + besidePill + card.widthStep : 2 * (left + width + besidePill);
}

const longPill = 96;

function pillLeft({ shape }: Box): number {
  return shape === 'person' ? pill.fromRoundEnd : pill.fromCorner;
}

/** Where the text begins, from the left edge of the card. */
export function textLeft(box: Box): number {
  return card.textLeft + (box.shape === 'person' ? card.personInset : 0);
}

/** Pixels that the lines of a card of this width may take. */
export function textRoom(box: Box, width: number): number {
  return width - besideText(box);
}

function besideText(box: Box): number {
  const ends = textLeft(box) + card.textRight + (box.shape === 'person' ? card.personInset : 0);
  return ends + (box.count > 1 ? card.countPill : 0);
}

export function widthOfBadges(marks: readonly Mark[]): number {
  return marks.reduce((total, mark) => total + badgeWidth(mark) + badgeGap, 0);
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step - 1e-9) * step;
}
