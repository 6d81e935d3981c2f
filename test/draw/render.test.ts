import { render } from '../../src/draw/render.js';
import { viewNames } from '../../src/draw/scene/scene.js';
import { checkPlacement } from '../../src/draw/self-test/check-placement.js';
import { auditWith, findingsEverywhere } from './fixtures/findings.js';
import { threeServers } from './fixtures/three-servers.js';
import { zones } from './fixtures/zones.js';
import { readSvg, shownTexts } from './svg/read-svg.js';

const models = { threeServers, zones };
const cases = Object.entries(models).flatMap(([name, make]) => viewNames.map((view) => [name, view, make] as const));

test.each(cases)('%s, %s: nothing overlaps, nothing is lost, twice the same', async (_name, view, make) => {
  const model = make();
  const audit = auditWith(
    model,
    findingsEverywhere(model).filter((_, index) => index % 5 === 0),
  );
  const { svg, placement, measured } = await render(model, audit, { view });
  expect(checkPlacement(measured, placement)).toEqual([]);
  expect(placement.boxes.size).toBe(measured.scene.boxes.length);
  expect(placement.lines).toHaveLength(measured.scene.bundles.length);
  const texts = shownTexts(readSvg(svg));
  for (const { letter, number } of measured.scene.marks) expect(texts).toContain(`${letter}${number}`);
  expect((await render(make(), auditWith(model, audit.findings), { view })).svg).toBe(svg);
});

test('a theme of one colour scheme needs no style', async () => {
  const model = threeServers();
  const [light, dark] = await Promise.all(
    (['light', 'dark'] as const).map(async (theme) => {
      return (await render(model, auditWith(model), { view: 'overview', theme })).svg;
    }),
  );
  expect(light).not.toContain('<style');
  expect(dark).not.toContain('<style');
  expect(dark).not.toBe(light);
});
