import { render, sheetOf } from '../../src/draw/render.js';
import { viewNames } from '../../src/draw/scene/scene.js';
import { checkPlacement } from '../../src/draw/self-test/check-placement.js';
import { architecture, each } from '../../src/index.js';
import { build } from '../support/build.js';
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

test('a theme of one colour scheme asks for no other', async () => {
  const model = threeServers();
  const [light, dark] = await Promise.all(
    (['light', 'dark'] as const).map(async (theme) => {
      return (await render(model, auditWith(model), { view: 'overview', theme })).svg;
    }),
  );
  expect(light).not.toContain('prefers-color-scheme');
  expect(dark).not.toContain('prefers-color-scheme');
  expect(dark).not.toBe(light);
});

test('nothing is folded where nobody wants it', async () => {
  const site = architecture('Workers');
  const store = site.database('store');
  each(site.servers(30, 'host', (server) => server.worker('worker'))).writes(store);
  const model = build(site)[0]!;
  const [folded, flat] = (['usual', 'none'] as const).map(
    (folding) => sheetOf(model, auditWith(model), { view: 'overview', folding }).scene,
  );
  expect(folded?.boxes).toHaveLength(2);
  expect(flat?.boxes).toHaveLength(31);
});
