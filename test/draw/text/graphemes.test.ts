import fc from 'fast-check';
import { graphemes } from '../../../src/draw/text/graphemes.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
// Around the ends of what is taken letter by letter, and what combines with its neighbours.
const letters = fc.oneof(
  fc.integer({ min: 0x20, max: 0x2ff }),
  fc.integer({ min: 0x2000, max: 0x2200 }),
  fc.constantFrom(0x0a, 0x0d, 0x301, 0x200d, 0xfe0f, 0x1f1e9, 0x1f1ea, 0x1f468, 0x1f469, 0xac00, 0x0915, 0x094d),
);

test('are those of Unicode, whether taken letter by letter or not', () => {
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 6 }), (codes) => {
      const text = String.fromCodePoint(...codes);
      expect(graphemes(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
    }),
    { numRuns: 2_000 },
  );
});
