import { readdirSync } from 'node:fs';
import { audit } from '../../src/audit/audit.js';
import { render } from '../../src/draw/render.js';
import { viewNames } from '../../src/draw/scene/scene.js';
import { checkPlacement } from '../../src/draw/self-test/check-placement.js';
import { rules } from '../../src/rules/index.js';
import { build } from '../support/build.js';

const files = readdirSync('models').filter((file) => file.endsWith('.ts'));
const pictures = files.flatMap((file) => viewNames.map((view) => ({ file, view })));

test('every model of the repository is looked at', () => {
  expect(files.length).toBeGreaterThanOrEqual(10);
});

test.each(pictures)('in the $view of $file nothing overlaps and nothing is lost', async ({ file, view }) => {
  const { default: site } = (await import(`../../models/${file}`)) as { default: unknown };
  const [model] = build(site);
  if (model === undefined) throw new Error('no model was built');
  const audited = audit(model, { today: '2026-11-21', rules });
  const { svg, placement, measured } = await render(model, audited, { view });
  expect(checkPlacement(measured, placement)).toEqual([]);
  expect(measured.scene.boxes.length).toBeGreaterThan(1);
  for (const { text } of measured.scene.marks.slice(0, 3)) expect(svg).toContain(text.split(' ')[0]);
});
