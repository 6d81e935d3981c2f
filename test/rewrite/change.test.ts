import fc from 'fast-check';
import { applyChanges, type Change, movedOffset } from '../../src/rewrite/change.js';

/** Changes that lie apart, in a text of which every character is another. */
const edited = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 4 }),
      taken: fc.integer({ min: 0, max: 3 }),
      text: fc.stringMatching(/^-{0,5}$/),
    }),
    { maxLength: 6 },
  )
  .map((steps) => {
    let at = 0;
    const changes = steps.map(({ gap, taken, text }): Change => {
      const start = at + gap;
      at = start + taken;
      return { start, end: at, text };
    });
    return { changes, text: String.fromCharCode(...Array.from({ length: at + 3 }, (_, index) => 0x4e00 + index)) };
  });

test('what stays is found where it moved to', () => {
  fc.assert(
    fc.property(edited, ({ changes, text }) => {
      const after = applyChanges(text, changes);
      for (let offset = 0; offset < text.length; offset++) {
        if (changes.some(({ start, end }) => start <= offset && offset < end)) continue;
        expect(after[movedOffset(offset, changes)]).toBe(text[offset]);
      }
    }),
  );
});

test('what is moved into a new text is found in it', () => {
  const changes: Change[] = [
    { start: 0, end: 0, text: 'const x = bc;\n', moved: { start: 1, end: 3, within: 10 } },
    { start: 1, end: 3, text: 'x' },
    { start: 4, end: 4, text: '!' },
  ];
  const after = applyChanges('abcde', changes);
  expect(after).toBe('const x = bc;\naxd!e');
  expect([...'abcde'].map((_, offset) => after[movedOffset(offset, changes)])).toEqual([...'abcde']);
});
