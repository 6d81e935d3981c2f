import { cleanText } from '../../../src/draw/text/clean-text.js';

describe('cleanText', () => {
  test.each([
    ['line\none\ttwo\r\nthree', 'line one two three'],
    ['  wide   room ', 'wide room'],
    ['bell\u0007 and \u0000 null', 'bell and null'],
    ['next\u0085line \u009B31m', 'next line 31m'],
    ['\u202Eevil\u202C \u2066isolate\u2069\u200F', 'evil isolate'],
    ['zero\u200Bwidth\uFEFF soft\u00ADhyphen', 'zerowidth softhyphen'],
    ['lone \uD800 half', 'lone \uFFFD half'],
    ['lone \uDC00 half', 'lone \uFFFD half'],
    ['not a character \uFFFE', 'not a character \uFFFD'],
    ['paragraph\u2029separator\u2028', 'paragraph separator'],
    ['<script>"&\'', '<script>"&\''],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  test('keeps what scripts and emoji are made of', () => {
    for (const text of ['注文処理サービス', 'مستخدم', '👩‍👩‍👧‍👦', 'é', 'क्षि']) expect(cleanText(text)).toBe(text);
  });

  test('cuts towers of accents', () => {
    expect(cleanText(`a${'\u0301'.repeat(50)}b`)).toBe('a\u0301\u0301\u0301b');
  });

  test('stays quick and short whatever the length', () => {
    expect(cleanText('x'.repeat(1_000_000)).length).toBeLessThanOrEqual(2000);
  });
});
