import { graphemes } from './graphemes.js';
import { widthBase, widthDigits, widthRanges, widthUnitsPerEm } from './widths.generated.js';

export type Weight = keyof typeof widthDigits;

/** Size in pixels and weight of a text. */
export interface Type {
  readonly size: number;
  readonly weight: Weight;
}

/**
 * Pixels that a text takes at the most in the fonts that pictures ask for: the wider of Liberation Sans (Arial, Helvetica)
 * and Inter for each character; careful estimates for scripts that neither has.
 */
export function textWidth(text: string, type: Type): number {
  let em = 0;
  for (const grapheme of graphemes(text)) em += graphemeWidth(grapheme, type.weight);
  return em * type.size;
}

const pictographic = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\uFE0F/u;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const fullWidth =
  /[\u1100-\u115F\u2E80-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;

const emojiEm = 1.3;
const fullWidthEm = 1;
const rightToLeftEm = 0.7;
const unknownEm = 0.85;

const known: Record<Weight, Map<string, number>> = { 400: new Map(), 500: new Map(), 600: new Map(), 700: new Map() };
const mostRemembered = 5000;

function graphemeWidth(grapheme: string, weight: Weight): number {
  const remembered = known[weight].get(grapheme);
  if (remembered !== undefined) return remembered;
  const width = measure(grapheme, weight);
  if (known[weight].size < mostRemembered) known[weight].set(grapheme, width);
  return width;
}

function measure(grapheme: string, weight: Weight): number {
  const listed = tableWidth(grapheme.codePointAt(0) ?? 0, weight);
  if (listed !== undefined && !grapheme.includes('\uFE0F')) return listed;
  if (pictographic.test(grapheme)) return emojiEm;
  if (fullWidth.test(grapheme)) return fullWidthEm;
  if (rightToLeft.test(grapheme)) return rightToLeftEm * letters(grapheme);
  return unknownEm * letters(grapheme);
}

/** Letters of one grapheme: its marks take no room, but scripts of India join several letters that do. */
function letters(grapheme: string): number {
  return Math.max(1, [...grapheme.replace(/\p{M}|\u200C|\u200D/gu, '')].length);
}

function tableWidth(codePoint: number, weight: Weight): number | undefined {
  const range = widthRanges.findIndex(([first, last]) => codePoint >= first && codePoint <= last);
  const bounds = widthRanges[range];
  if (!bounds) return undefined;
  const at = 2 * (codePoint - bounds[0]);
  const digits = widthDigits[weight][range]?.slice(at, at + 2);
  return digits === undefined || digits === '..' ? undefined : Number.parseInt(digits, widthBase) / widthUnitsPerEm;
}
