/** Longer text is cut before anything else looks at it: no picture shows more, and a name of 10,000 characters stays cheap. */
const longest = 2000;

const directionControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const invisible = /[\u00AD\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB]/gu;
const breaking = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
const loneSurrogates = /\p{Surrogate}/gu;
const nonCharacters = /[\uFDD0-\uFDEF\uFFFE\uFFFF]/gu;
const stackedMarks = /(\p{M}{3})\p{M}+/gu;

/** Most texts hold nothing else, and need no more than their room trimmed. */
const ordinary = /^[!-~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027]+(?: [!-~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027]+)*$/;

/**
 * An author's text as one line that is safe to draw: no control characters, nothing that turns the direction of what
 * follows, no halves of characters, no towers of accents that climb out of their box.
 */
export function cleanText(text: string): string {
  const kept = text.slice(0, longest);
  if (ordinary.test(kept)) return kept;
  return kept
    .replace(breaking, ' ')
    .replace(directionControls, '')
    .replace(invisible, '')
    .replace(loneSurrogates, '\uFFFD')
    .replace(nonCharacters, '\uFFFD')
    .replace(stackedMarks, '$1')
    .trim();
}
