// Letters and signs of which each is a character of its own: nearly every text of a picture.
const plain = /^[\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u21FF]*$/;

/** Takes some ten milliseconds to make: as much as a tenth of a small picture. */
let segmenter: Intl.Segmenter | undefined;

/** The characters as a reader counts them: a flag, a family or a letter with its accents is one. */
export function graphemes(text: string): readonly string[] {
  if (plain.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
