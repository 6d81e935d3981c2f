import fc from 'fast-check';
import { diffModels } from '../../src/diff/diff-models.js';
import { renderChange } from '../../src/draw/render.js';
import { checkPlacement } from '../../src/draw/self-test/check-placement.js';
import { architecture, http } from '../../src/index.js';
import { randomChanges } from '../diff/random-change.js';
import { build } from '../support/build.js';
import { readSvg, shownTexts } from './svg/read-svg.js';

const samples = fc.sample(randomChanges, { numRuns: 30, seed: 5 });

test.each(samples.map((change, number) => [number, change] as const))(
  'random change %i: nothing overlaps, nothing is lost',
  async (number, { base, head }) => {
    const diff = diffModels(base, head);
    const { svg, placement, measured } = await renderChange(base, head, diff);
    expect(checkPlacement(measured, placement)).toEqual([]);
    const { boxes, groups, bundles, subtitle } = measured.scene;
    expect(placement.boxes.size).toBe(boxes.length);
    expect(placement.lines).toHaveLength(bundles.length);
    const pills = [...boxes, ...groups].flatMap(({ state }) => (state === 'untouched' || !state ? [] : [state]));
    const texts = shownTexts(readSvg(svg));
    for (const pill of pills) expect(texts).toContain(pill);
    expect(texts.join(' ')).toContain(subtitle.slice(0, 20));
    if (number % 10 === 0) expect((await renderChange(base, head, diff)).svg).toBe(svg);
  },
);

test('in the legend plaintext looks otherwise than changed, also where every such line has changed', async () => {
  const shop = (port: number) => {
    const site = architecture('Shop');
    const app = site.server('server').appServer('app', { listens: http({ port }) });
    site.user('visitor').visits(app);
    return build(site)[0]!;
  };
  const [base, head] = [shop(80), shop(8080)];
  const { svg } = await renderChange(base, head, diffModels(base, head));
  expect(svg).toMatch(/stroke-dasharray="7 4" class="stroke-line-plaintext"[^>]*\/><path[^>]*\/><text[^>]*>plaintext</);
  expect(svg).toMatch(/stroke-width="2.6" class="stroke-change-changed"[^>]*\/><path[^>]*\/><text[^>]*>changed</);
});
