import { inflateSync } from 'node:zlib';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { render } from '../../../src/draw/render.js';
import { viewNames } from '../../../src/draw/scene/scene.js';
import { colourOf, dark, light } from '../../../src/draw/svg/palette.js';
import { findChromium } from '../../support/browser.js';
import { auditWith, findingsEverywhere } from '../fixtures/findings.js';
import { hostile } from '../fixtures/hostile.js';
import { threeServers } from '../fixtures/three-servers.js';
import { zones } from '../fixtures/zones.js';

const executablePath = findChromium();
const inBrowser = executablePath === undefined ? describe.skip : describe;

const models = { threeServers, zones, hostile };
const views = viewNames;
const cases = Object.entries(models).flatMap(([name, make]) => views.map((view) => [name, view, make] as const));

/** Pixels of a sheet of A5, which is smaller than most pictures. */
const paper = { width: 559, height: 794 };

let browser: Browser;
let page: Page;
let picture: string;
const requests: string[] = [];
const complaints: string[] = [];

inBrowser.each(cases)('%s, %s', (name, view, make) => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    const model = make();
    const findings = name === 'hostile' ? [] : findingsEverywhere(model).slice(0, 20);
    const { svg } = await render(model, auditWith(model, findings), { view });
    picture = svg;
    await page.goto('about:blank');
    await page.setContent(`<!doctype html><html lang="en"><title>Picture</title><main>${svg}</main>`);
  });
  afterAll(() => browser.close());

  test('runs nothing and asks for nothing', () => {
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
  });

  test('no text leaves its card', async () => {
    expect(await page.evaluate(textsOutsideOfCards)).toEqual([]);
  });

  test('no text leaves the picture', async () => {
    const outside = await page.$eval('svg', (picture) => {
      const frame = picture.getBoundingClientRect();
      return [...picture.querySelectorAll('text')]
        .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom)
        .map(({ text }) => text);
    });
    expect(outside).toEqual([]);
  });

  test('turns dark where the reader wishes', async () => {
    const background = () => page.evaluate("getComputedStyle(document.querySelector('svg > rect')).fill");
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await background()).toBe(inBrowserWords(colourOf(light, 'surface.page')));
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).toBe(inBrowserWords(colourOf(dark, 'surface.page')));
    await page.emulateMedia({ colorScheme: 'light' });
  });

  describe.each(['light', 'dark'] as const)('on paper, where the reader prefers %s', (colorScheme) => {
    let onScreen: Shown;
    beforeAll(async () => {
      await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
      onScreen = await page.evaluate(shown);
      await page.emulateMedia({ media: 'print', colorScheme });
    });
    afterAll(() => page.emulateMedia({ media: 'screen', colorScheme: 'light' }));

    test('the same texts and connections are seen, in the light colours', async () => {
      const printed = await page.evaluate(shown);
      expect(onScreen.texts.length).toBeGreaterThan(0);
      expect(printed).toEqual(onScreen);
    });

    test('no text leaves its card', async () => {
      expect(await page.evaluate(textsOutsideOfCards)).toEqual([]);
    });

    test('a printed page has the light colours, and none of the dark ones', async () => {
      const { colours } = readPdf(await page.pdf({ width: '40in', height: '40in' }));
      expect(colours).toContain(inPdfWords(colourOf(light, 'text.ink')));
      expect(colours).not.toContain(inPdfWords(colourOf(dark, 'surface.page')));
      expect(colours).not.toContain(inPdfWords(colourOf(dark, 'text.ink')));
    });
  });

  test('a picture that is a file of its own fits on one sheet of paper', async () => {
    const alone = await browser.newPage();
    try {
      await alone.goto(`data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`);
      await alone.emulateMedia({ media: 'print' });
      await alone.setViewportSize(paper);
      const beyond = await alone.evaluate(textsBeyond, paper);
      expect(beyond).toEqual([]);
      expect(readPdf(await alone.pdf({ format: 'A5' })).pages).toBe(1);
    } finally {
      await alone.close();
    }
  });

  test('has nothing that hinders assistive technology', async () => {
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const inPage = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } };
      return (await inPage.axe.run()).violations.map(({ id }) => id);
    });
    // A page of one picture has no heading.
    expect(violations.filter((id) => id !== 'page-has-heading-one')).toEqual([]);
  });
});

function inBrowserWords(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgb(${channels.join(', ')})`;
}

interface Shown {
  readonly texts: readonly string[];
  readonly flows: readonly string[];
}

/** What this file needs of a page's globals: the types of a browser would be there for all files. */
interface PageElement {
  readonly id: string;
  readonly textContent: string;
  readonly style: unknown;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  getBoundingClientRect(): Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'width', number>>;
}
declare const document: PageElement;
declare function getComputedStyle(element: PageElement): Readonly<Record<'visibility' | 'opacity' | 'fill', string>>;

/** Runs in the page: the texts that can be seen with their colours, and the ids of all that is drawn. */
function shown(): Shown {
  const isSeen = (element: PageElement) => {
    const { visibility, opacity } = getComputedStyle(element);
    return visibility === 'visible' && opacity !== '0' && element.getBoundingClientRect().width > 0;
  };
  return {
    texts: [...document.querySelectorAll('svg text')]
      .filter(isSeen)
      .map((text) => `${text.textContent} ${getComputedStyle(text).fill}`),
    flows: [...document.querySelectorAll('svg g[id]')].filter(isSeen).map(({ id }) => id),
  };
}

/** Runs in the page. */
function textsOutsideOfCards(): readonly string[] {
  return [...document.querySelectorAll('svg > g[id]')].flatMap((card) => {
    const outline = card.querySelector(':scope > rect, :scope > path');
    if (!outline || !/-n\d+$/.test(card.id)) return [];
    const bounds = outline.getBoundingClientRect();
    return [...card.querySelectorAll(':scope > text')]
      .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
      .filter(({ box }) => box.left < bounds.left - 1 || box.right > bounds.right + 1)
      .map(({ text }) => text);
  });
}

/** Runs in the page. */
function textsBeyond({ width, height }: { readonly width: number; readonly height: number }): readonly string[] {
  return [...document.querySelectorAll('text')]
    .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
    .filter(({ box }) => box.left < 0 || box.top < 0 || box.right > width || box.bottom > height)
    .map(({ text }) => text);
}

interface Printed {
  readonly pages: number;
  /** `r g b` of everything that is filled, each channel from 0 to 1 with two decimals. */
  readonly colours: readonly string[];
}

function readPdf(pdf: Buffer): Printed {
  const raw = pdf.toString('latin1');
  const content = [...raw.matchAll(/stream\r?\n/g)].map((found) => {
    const start = found.index + found[0].length;
    try {
      return inflateSync(pdf.subarray(start, raw.indexOf('endstream', start))).toString('latin1');
    } catch {
      // Images and the like are packed otherwise.
      return '';
    }
  });
  const drawn = content.join('\n');
  return {
    pages: [...raw.matchAll(/\/Type\s*\/Page\b/g)].length,
    colours: [...new Set([...drawn.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) rg\b/g)].map((found) => channels(found)))],
  };
}

function channels([, ...values]: readonly string[]): string {
  return values.map((value) => Number(value).toFixed(2)).join(' ');
}

function inPdfWords(colour: string): string {
  return [1, 3, 5].map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255).toFixed(2)).join(' ');
}
