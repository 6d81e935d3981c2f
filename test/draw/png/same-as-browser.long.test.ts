import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { drawPng } from '../../../src/draw/png/draw-png.js';
import { render } from '../../../src/draw/render.js';
import { viewNames } from '../../../src/draw/scene/scene.js';
import { light } from '../../../src/draw/svg/palette.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { architecture } from '../../../src/index.js';
import { fontFiles } from '../../../src/load/font-files.js';
import { findChromium } from '../../support/browser.js';
import { build } from '../../support/build.js';
import { auditWith, findingsEverywhere } from '../fixtures/findings.js';
import { threeServers } from '../fixtures/three-servers.js';
import { zones } from '../fixtures/zones.js';

const executablePath = findChromium();
const inBrowser = executablePath === undefined ? describe.skip : describe;

const models = { threeServers, zones };
const cases = [
  ...Object.entries(models).flatMap(([name, make]) => viewNames.map((view) => [name, view, make] as const)),
  ['names with ligatures', 'overview', namesWithLigatures] as const,
];

function namesWithLigatures(): Architecture {
  const site = architecture('From a-->b, 3x4');
  const grid = site.server('s-1').appServer('grid 3x4 => 10 x 20');
  site.user('A->B <-> C').visits(grid);
  return build(site)[0]!;
}

/** Of 255: less is how two rasterisers smooth the same edge. */
const visibleDifference = 64;

const weights = [400, 500, 600, 700];
const faces = fontFiles().map((file, index) => {
  const font = readFileSync(file).toString('base64');
  return `@font-face{font-family:Inter;font-weight:${weights[index]};src:url(data:font/ttf;base64,${font})}`;
});

let browser: Browser;
let page: Page;

inBrowser('a PNG and the same picture in a browser', () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  test.each(cases)('%s, %s: fewer than 2 % of the pixels differ', async (_name, view, make) => {
    const model = make();
    const findings = findingsEverywhere(model).slice(0, 8);
    const { svg } = await render(model, auditWith(model, findings), { view, theme: 'light' });
    const png = await drawPng(svg, { fontFiles: fontFiles(), title: 'test', background: light.surface.page, scale: 2 });
    const withFont = svg.replace('</title>', `</title><style>${faces.join('')}</style>`);
    const share = await page.evaluate(differing, {
      png: Buffer.from(png).toString('base64'),
      svg: Buffer.from(withFont).toString('base64'),
      least: visibleDifference,
    });
    expect(share).toBeLessThan(0.02);
    // The measure sees something: another picture is not the same.
    const blank = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>').toString('base64');
    const other = { png: Buffer.from(png).toString('base64'), svg: blank, least: visibleDifference };
    expect(await page.evaluate(differing, other)).toBeGreaterThan(0.02);
  });
});

/** What this file needs of a page's globals: the types of a browser would be there for all files. */
interface Picture {
  src: string;
  readonly naturalWidth: number;
  readonly naturalHeight: number;
  decode(): Promise<void>;
}
interface Canvas {
  width: number;
  height: number;
  getContext(kind: '2d'): {
    fillStyle: string;
    fillRect(x: number, y: number, width: number, height: number): void;
    drawImage(image: Picture, x: number, y: number, width: number, height: number): void;
    getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
  };
}
declare const Image: new () => Picture;
declare const document: { createElement(name: 'canvas'): Canvas };

/** Runs in the page: the share of pixels of which red, green or blue differ by more than the least. */
async function differing(given: { png: string; svg: string; least: number }): Promise<number> {
  const load = async (type: string, data: string) => {
    const image = new Image();
    image.src = `data:${type};base64,${data}`;
    await image.decode();
    return image;
  };
  const [png, svg] = [await load('image/png', given.png), await load('image/svg+xml', given.svg)];
  const pixelsOf = (image: Picture) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [png.naturalWidth, png.naturalHeight];
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  const [one, other] = [pixelsOf(png), pixelsOf(svg)];
  let differs = 0;
  for (let at = 0; at < one.length; at += 4) {
    if ([0, 1, 2].some((channel) => Math.abs(one[at + channel]! - other[at + channel]!) > given.least)) differs += 1;
  }
  return differs / (one.length / 4);
}
