import { contrast } from '../../../src/draw/svg/contrast.js';
import { contrasting } from '../../../src/draw/svg/contrasting-palette.js';
import { colourNames, colourOf, dark, light } from '../../../src/draw/svg/palette.js';

// WCAG 2.2 AA: text 4.5 (1.4.3), lines, borders and icons 3 (1.4.11); where contrast is asked for, AAA for text (1.4.6).
const usual = { text: 4.5, graphics: 3 };
const high = { text: 7, graphics: 4.5 };

describe('contrast', () => {
  test('is what WCAG says', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#123456', '#123456')).toBe(1);
  });
});

describe.each([
  ['light', light, usual],
  ['dark', dark, usual],
  ['contrasting', contrasting, high],
])('the %s palette', (_, palette, { text, graphics }) => {
  const surfaces = Object.entries(palette.surface);

  test.each(surfaces)('text can be read on %s', (_name, surface) => {
    expect(contrast(palette.text.ink, surface)).toBeGreaterThanOrEqual(7);
    expect(contrast(palette.text.muted, surface)).toBeGreaterThanOrEqual(text);
  });

  test.each(surfaces)('lines, borders, icons and badges stand out on %s', (_name, surface) => {
    const drawn = {
      ...palette.line,
      ...palette.border,
      ...palette.tone,
      ...palette.severity,
      ...palette.state,
      ...palette.told,
      ...palette.change,
    };
    for (const colour of Object.values(drawn)) expect(contrast(colour, surface)).toBeGreaterThanOrEqual(graphics);
  });

  test.each(Object.entries(palette.severity))('text can be read on a badge of %s', (_name, severity) => {
    expect(contrast(palette.text.badge, severity)).toBeGreaterThanOrEqual(text);
  });

  test.each(Object.entries(palette.state))('text can be read on the pill of what is %s', (_name, state) => {
    expect(contrast(palette.text.badge, state)).toBeGreaterThanOrEqual(text);
  });

  test.each(Object.entries(palette.told))('text can be read on the pill that tells of %s', (_name, told) => {
    expect(contrast(palette.text.badge, told)).toBeGreaterThanOrEqual(text);
  });

  test.each(Object.entries(palette.change))('text can be read on the pill of what is %s', (_name, change) => {
    expect(contrast(palette.text.badge, change)).toBeGreaterThanOrEqual(text);
  });

  test('the changes differ', () => {
    expect(new Set(Object.values(palette.change)).size).toBe(4);
  });

  test('the states differ', () => {
    expect(new Set(Object.values(palette.state)).size).toBe(3);
  });

  test('the four severities differ', () => {
    expect(new Set(Object.values(palette.severity)).size).toBe(4);
  });

  test('every colour is written with six digits', () => {
    for (const name of colourNames) expect(colourOf(palette, name)).toMatch(/^#[0-9a-f]{6}$/);
  });
});
