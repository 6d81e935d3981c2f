import { textWidth, type Weight } from '../../../src/draw/text/text-width.js';
import { widthBase, widthDigits, widthRanges } from '../../../src/draw/text/widths.generated.js';

const em = (text: string, weight: Weight = 400) => textWidth(text, { size: 1, weight });

describe('textWidth', () => {
  // From the fonts' own tables: Liberation Sans 1139/2048 (n), Inter 1344/2048 (M, wider there than Arial's 1706/2048 in none).
  test('knows the widths of the fonts', () => {
    expect(em('n')).toBeGreaterThanOrEqual(1139 / 2048);
    expect(em('n')).toBeLessThan(0.62);
    expect(em('i')).toBeLessThan(0.3);
    expect(em('W')).toBeGreaterThan(0.94);
    expect(em(' ')).toBeGreaterThan(0.27);
  });

  test('is the sum of the characters, times the size', () => {
    expect(textWidth('server-1', { size: 13, weight: 600 })).toBeCloseTo(
      13 * [...'server-1'].reduce((total, letter) => total + em(letter, 600), 0),
    );
  });

  test('grows with the weight', () => {
    const text = 'The quick brown fox jumps over the lazy dog 0123456789';
    expect(em(text, 700)).toBeGreaterThan(em(text, 600) * 0.99);
    expect(em(text, 600)).toBeGreaterThan(em(text, 400));
  });

  test.each([
    ['Ärger façade Łódź', 0.4, 0.75],
    ['Σύστημα', 0.4, 0.75],
    ['Сервер', 0.45, 0.85],
    ['支払いシステム', 1, 1],
    ['서버', 1, 1],
    ['مستخدم', 0.6, 0.75],
    ['שרת', 0.6, 0.75],
    ['🚀🔥', 1.3, 1.3],
    ['🇩🇪', 1.3, 1.3],
    ['👩‍👩‍👧‍👦', 1.3, 1.3],
    ['ገንዘብ', 0.75, 1],
  ])('%s takes between %d and %d em a character', (text, least, most) => {
    const characters = [...new Intl.Segmenter('en').segment(text)].length;
    expect(em(text) / characters).toBeGreaterThanOrEqual(least - 1e-9);
    expect(em(text) / characters).toBeLessThanOrEqual(most + 1e-9);
  });

  test('an accent takes no room of its own', () => {
    expect(em('e\u0301')).toBe(em('e'));
  });

  test('empty text has no width', () => {
    expect(em('')).toBe(0);
  });
});

describe('the table', () => {
  test('has two digits for each code point, every width below three em', () => {
    for (const rows of Object.values(widthDigits)) {
      expect(rows).toHaveLength(widthRanges.length);
      for (const [index, [first, last]] of widthRanges.entries()) {
        expect(rows[index]).toHaveLength(2 * (last - first + 1));
        for (const digits of rows[index]!.match(/../g)!) {
          if (digits !== '..') expect(Number.parseInt(digits, widthBase)).toBeLessThan(1500);
        }
      }
    }
  });

  test('has all of ASCII and the signs that pictures use', () => {
    for (let code = 0x21; code < 0x7f; code++) expect(em(String.fromCharCode(code))).toBeGreaterThan(0.1);
    for (const letter of ['×', '·', '…', '–', '—']) expect(em(letter)).toBeLessThan(1.3);
  });
});
