/** Signs in a row, and an x between figures: fonts with ligatures, such as Inter, make arrows and × of them. */
const joined = /[-=<>|~*+]{2}|\d\s*x\s*\d/iu;

/** A name is drawn as it is written: `a-->b` has no arrow, and `3x4` is no product. */
export function isDrawnOtherwise(text: string): boolean {
  return joined.test(text);
}
