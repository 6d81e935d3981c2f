const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const plain = /^[\x20-\x7E]*$/;

/** The characters as a reader counts them: a flag, a family or a letter with its accents is one. */
export function graphemes(text: string): readonly string[] {
  if (plain.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
