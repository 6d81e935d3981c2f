import { drawPng } from '../../../src/draw/png/draw-png.js';
import { foreignScripts } from '../../../src/draw/png/foreign-scripts.js';
import { mostPixels, sizeOfPng } from '../../../src/draw/png/size-of-png.js';
import { sheetOf, writeFormat } from '../../../src/draw/render.js';
import { isDrawnOtherwise } from '../../../src/draw/text/drawn-otherwise.js';
import { typeScale } from '../../../src/draw/text/type-scale.js';
import type { FormatOptions } from '../../../src/draw/write-format.js';
import { fontFiles } from '../../../src/load/font-files.js';
import { auditWith, findingsEverywhere } from '../fixtures/findings.js';
import { hostile } from '../fixtures/hostile.js';
import { threeServers } from '../fixtures/three-servers.js';
import { type Node, readSvg } from '../svg/read-svg.js';
import { coloursWithin, readPng } from './read-png.js';

const model = threeServers();
const audit = auditWith(model, findingsEverywhere(model).slice(0, 6));
const sheet = () => sheetOf(model, audit, { view: 'deployment' });
const draw = (options: Partial<FormatOptions> = {}, of = sheet()) =>
  writeFormat('png', of, { fontFiles: fontFiles(), ...options });

test('the same picture gives the same bytes', async () => {
  const [one, other] = [await draw(), await draw()];
  expect(Buffer.compare(one, other)).toBe(0);
});

test('every text of the picture is there', async () => {
  const of = sheet();
  const svg = await writeFormat('svg', of, { theme: 'light', fontFiles: [] });
  const root = readSvg(svg);
  const [left, top] = root.attributes.viewBox!.split(' ').map(Number) as [number, number];
  const pixels = readPng(await draw({}, of));
  const texts = placedTexts(root, { x: -left, y: -top });
  expect(texts.length).toBeGreaterThan(30);
  for (const { text, x, baseline, size } of texts) {
    const place = { x: 2 * x, y: 2 * (baseline - size * 0.7), width: 2 * size * 0.8, height: 2 * size * 0.7 };
    // Blank paper has one colour, a letter with its soft edges has many.
    expect({ text, isDrawn: coloursWithin(pixels, place) > 4 }).toEqual({ text, isDrawn: true });
  }
});

/** Texts with the place where each begins, or near its middle, in pixels of the SVG. */
function placedTexts(
  { name, text, attributes, children }: Node,
  from: { readonly x: number; readonly y: number },
): readonly { text: string; x: number; baseline: number; size: number }[] {
  const [x = 0, y = 0] = (/^translate\(([-\d.]+) ([-\d.]+)\)/.exec(attributes.transform ?? '') ?? [])
    .slice(1)
    .map(Number);
  const origin = { x: from.x + x, y: from.y + y };
  if (name !== 'text') return children.flatMap((child) => placedTexts(child, origin));
  const size = Number(attributes['font-size']);
  const aside = attributes['text-anchor'] === 'middle' ? size / 2 : 0;
  return [{ text, x: origin.x + Number(attributes.x) - aside, baseline: origin.y + Number(attributes.y), size }];
}

test('twice as large as the SVG, unless a scale or a width is asked for', async () => {
  const of = sheet();
  const { width } = readSvg(await writeFormat('svg', of, { fontFiles: [] })).attributes;
  const widths = [await draw({}, of), await draw({ scale: 1.5 }, of), await draw({ width: 640, scale: 3 }, of)];
  expect(widths.map((png) => readPng(png).width)).toEqual([2 * Number(width), Math.round(1.5 * Number(width)), 640]);
});

test('no pixel is transparent, whatever the width', async () => {
  for (const width of [641, 643, 997]) {
    const { bytes } = readPng(await draw({ width, theme: 'dark' }));
    expect(bytes.every((value, index) => index % 4 !== 3 || value === 255)).toBe(true);
  }
});

test('light where nothing is said, and any theme that is asked for', async () => {
  const of = sheet();
  const corner = async (theme?: FormatOptions['theme']) =>
    [...readPng(await draw(theme ? { theme, scale: 1 } : { scale: 1 }, of)).bytes.subarray(0, 3)].join(' ');
  expect(await corner()).toBe('255 255 255');
  expect(await corner('both')).toBe('255 255 255');
  expect(await corner('dark')).toBe('14 20 31');
  expect(Buffer.compare(await draw({ theme: 'contrast' }, of), await draw({}, of))).not.toBe(0);
});

test('the font has a file for each weight that pictures use, and no other', () => {
  const weights = new Set(Object.values(typeScale).map(({ weight }) => weight));
  const files = fontFiles().map((file) => /Inter_(\d+)/.exec(file)?.[1]);
  expect(files).toEqual([...weights].sort().map(String));
});

describe('how large', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 500" width="1000" height="500"></svg>';
  const problem = (size: { scale?: number; width?: number }) => {
    try {
      return sizeOfPng(svg, { title: 'Shop — overview', ...size });
    } catch (error) {
      const { name, message, hint } = error as Error & { hint: string };
      return `${name}: ${message} ${hint}`;
    }
  };

  test('what would be too large names the scale that fits', () => {
    expect(problem({ scale: 20 })).toBe(
      "PngProblem: 'Shop — overview' would be 20000 by 10000 pixels, and at most 100 million are drawn. A scale of 14.1 fits, which is 14100 pixels wide.",
    );
    expect(problem({ width: 999999 })).toContain('A scale of 14.1 fits');
    expect(problem({ scale: 14.1 })).toBe(14100);
    expect(14100 * 7050).toBeLessThanOrEqual(mostPixels);
  });

  test('what would be too small is one pixel', () => {
    expect(problem({ scale: 0.0001 })).toBe(1);
  });
});

describe('scripts that the font lacks', () => {
  const shown = (text: string) => foreignScripts(`<svg><title>日本</title><text x="1">${text}</text></svg>`);

  test.each([
    ['Größe — naïve · ×3 → Ωμέγα Привет “quoted” 10 µs €', []],
    ['注文', ['Chinese']],
    ['注文サービス', ['Chinese', 'Japanese']],
    ['مستخدمو', ['Arabic']],
    ['🚀 👩‍👩‍👧 🇩🇪', ['emoji']],
    ['한국어 ไทย עברית', ['Hebrew', 'Korean', 'Thai']],
    ['𓀀', ['other signs']],
    ['', []],
  ])('%s', (text, scripts) => {
    expect(shown(text)).toEqual(scripts);
  });

  test('are told, and drawn all the same', async () => {
    const told: string[][] = [];
    const of = sheetOf(hostile(), auditWith(hostile()), { view: 'overview' });
    const png = await draw({ scale: 0.5, onForeignScripts: (scripts) => told.push([...scripts]) }, of);
    expect(readPng(png).width).toBeGreaterThan(100);
    expect(told).toEqual([expect.arrayContaining(['Arabic', 'Chinese', 'emoji'])]);
  });

  test('nothing is told of others', async () => {
    const told: unknown[] = [];
    await draw({ scale: 0.5, onForeignScripts: (scripts) => told.push(scripts) });
    expect(told).toEqual([]);
  });
});

describe('texts are drawn as they are written', () => {
  const pixels = (text: string, literal: boolean) => {
    const attribute = literal ? ' font-variant="none"' : '';
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="24" font-family="Inter"><text x="2" y="16"${attribute}>${text}</text></svg>`;
    return drawPng(svg, { fontFiles: fontFiles(), title: 'test', background: '#fff' });
  };

  test.each(['a--&gt;b', '3x4', '1x1'])('%s is not joined', async (text) => {
    expect(Buffer.compare(await pixels(text, true), await pixels(text, false))).not.toBe(0);
  });

  test('what has nothing to join looks the same', async () => {
    expect(Buffer.compare(await pixels('web server', true), await pixels('web server', false))).toBe(0);
  });

  test.each([
    ['a-->b', true],
    ['3x4', true],
    ['10 X 20', true],
    ['web-1', false],
    ['https://shop.example', false],
    ['next', false],
  ])('%s', (text, isAtRisk) => {
    expect(isDrawnOtherwise(text)).toBe(isAtRisk);
  });
});

test('what no font has is told with its text, and what one has is not', async () => {
  const told: unknown[] = [];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="24"><text x="2" y="16">a &amp; \u{F0000}</text><text x="2">Ж</text></svg>`;
  const onForeignScripts = (...all: unknown[]) => told.push(all);
  await drawPng(svg, { fontFiles: fontFiles(), title: 'test', background: '#fff', onForeignScripts });
  expect(told).toEqual([[['other signs'], { scripts: ['other signs'], texts: ['a & \u{F0000}'] }]]);
});
