import fc from 'fast-check';
import { fitText } from '../../../src/draw/text/fit-text.js';
import { textWidth } from '../../../src/draw/text/text-width.js';
import { wrapText } from '../../../src/draw/text/wrap-text.js';

const type = { size: 13, weight: 600 } as const;

describe('fitText', () => {
  test('leaves what fits, cuts what does not', () => {
    expect(fitText('nginx', type, 100)).toBe('nginx');
    expect(fitText('server-with-an-extraordinarily-long-name', type, 100)).toMatch(/^server-with.*…$/);
  });

  test('never cuts a character in two', () => {
    expect(fitText('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', type, 34)).toBe('👩‍👩‍👧‍👦…');
    expect(fitText('e\u0301e\u0301e\u0301e\u0301', type, 30)).toMatch(/^(?:e\u0301)+…$/);
  });

  test('any text stays within its room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 20, max: 300 }), (text, room) => {
        expect(textWidth(fitText(text, type, room), type)).toBeLessThanOrEqual(room);
      }),
    );
  });
});

describe('wrapText', () => {
  test('breaks after spaces and joining signs, within words where there are none', () => {
    expect(wrapText('order processing service', type, 110, 2)).toEqual(['order', 'processing ser…']);
    expect(wrapText('payments-gateway', type, 90, 2)).toEqual(['payments-', 'gateway']);
    expect(wrapText('支払いシステム', type, 60, 3)).toEqual(['支払いシ', 'ステム']);
  });

  test('one line stays one line, nothing stays nothing', () => {
    expect(wrapText('nginx', type, 100, 2)).toEqual(['nginx']);
    expect(wrapText('', type, 100, 2)).toEqual(['']);
  });

  test('any text keeps to its lines and its room, and ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 20, max: 200 }), (text, room) => {
        const lines = wrapText(text, type, room, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(textWidth(line, type)).toBeLessThanOrEqual(room + 1e-9);
      }),
    );
  });
});
