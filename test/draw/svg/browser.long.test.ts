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

let browser: Browser;
let page: Page;
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
    await page.goto('about:blank');
    await page.setContent(`<!doctype html><html lang="en"><title>Picture</title><main>${svg}</main>`);
  });
  afterAll(() => browser.close());

  test('runs nothing and asks for nothing', () => {
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
  });

  test('no text leaves its card', async () => {
    const outside = await page.$$eval('svg > g[id]', (cards) =>
      cards.flatMap((card) => {
        const outline = card.querySelector(':scope > rect, :scope > path');
        if (!outline || !/-n\d+$/.test(card.id)) return [];
        const bounds = outline.getBoundingClientRect();
        return [...card.querySelectorAll(':scope > text')]
          .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
          .filter(({ box }) => box.left < bounds.left - 1 || box.right > bounds.right + 1)
          .map(({ text }) => text);
      }),
    );
    expect(outside).toEqual([]);
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
