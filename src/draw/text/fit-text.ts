import { graphemes } from './graphemes.js';
import { type Type, textWidth } from './text-width.js';

export const ellipsis = '…';

/** The text, or as much of it as `room` pixels hold with an ellipsis behind it. Expects clean text. */
export function fitText(text: string, type: Type, room: number): string {
  if (textWidth(text, type) <= room) return text;
  const kept = headThatFits(graphemes(text), type, room - textWidth(ellipsis, type));
  return kept.join('').trimEnd() + ellipsis;
}

/** As many graphemes from the start as `room` pixels hold. */
export function headThatFits(parts: readonly string[], type: Type, room: number): readonly string[] {
  let width = 0;
  for (const [index, part] of parts.entries()) {
    width += textWidth(part, type);
    if (width > room) return parts.slice(0, index);
  }
  return parts;
}
