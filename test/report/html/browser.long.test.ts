import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { render } from '../../../src/draw/render.js';
import { code, heading, paragraph, strong, table } from '../../../src/report/document/make-node.js';
import { toHtml } from '../../../src/report/html/to-html.js';
import { findChromium } from '../../support/browser.js';
import { testRules } from '../cases/rules.js';
import webShop from '../cases/web-shop.js';
import { auditOf, documentOf, hostileName } from '../support.js';

const executablePath = findChromium();
const inBrowser = executablePath === undefined ? describe.skip : describe;
const endless = 'x'.repeat(10_000);

const pages: Readonly<Record<string, () => Promise<string>>> = {
  'a shop': async () => {
    const audited = auditOf(webShop, testRules);
    const { svg } = await render(audited.model, audited, { view: 'deployment' });
    const nodes = documentOf(audited, [{ name: 'deployment', file: 'deployment.svg', alt: 'the shop' }]);
    return toHtml(nodes, { title: 'Web shop', svgs: new Map([['deployment.svg', svg]]) });
  },
  'hostile names': () => {
    const names = [hostileName, endless, '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>'];
    const nodes = names.flatMap((name) => [
      heading(2, name),
      paragraph(strong(name), name, code(name)),
      table(['no.', name], [[[strong('H1')], name]]),
    ]);
    return toHtml([heading(1, hostileName), ...nodes], { title: hostileName });
  },
};

let browser: Browser;

inBrowser.each(Object.keys(pages))('%s', (name) => {
  const complaints: string[] = [];
  const requests: string[] = [];
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox', '--disable-gpu'] });
    const context = await browser.newContext({ bypassCSP: true });
    page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    await page.setContent((await pages[name]?.()) ?? '');
  });
  afterAll(() => browser.close());

  // The policy is off here, so that what it would stop is seen.
  test('runs nothing and asks for nothing', () => {
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
  });

  test.each([320, 768, 1400])('is no wider than a window of %i', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  test.each(['light', 'dark'] as const)('has nothing that hinders assistive technology, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const inPage = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } };
      return (await inPage.axe.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
  });
});
