import { layoutScene } from '../../../src/draw/layout/layout-scene.js';
import { composeScene } from '../../../src/draw/scene/compose-scene.js';
import { views } from '../../../src/draw/scene/views/index.js';
import { measureScene } from '../../../src/draw/text/measure-scene.js';
import { architecture, http, https } from '../../../src/index.js';
import type { Site } from '../../../src/vocabulary/kinds/site.js';
import { build } from '../../support/build.js';
import { auditWith } from '../fixtures/findings.js';

async function placed(site: Site, view: 'monitoring' | 'transport') {
  const model = build(site)[0]!;
  const scene = composeScene(model, auditWith(model), views[view]);
  return { scene, placement: await layoutScene(measureScene(scene)) };
}

test('servers that nothing orders stand in one row, as declared, and what runs on each below one another', async () => {
  const site = architecture('Alike');
  const monitor = site.externalService('saas', { role: 'monitoring' });
  for (const number of [1, 2, 3]) {
    const server = site.server(`server ${number}`);
    server.webServer('web');
    server.appServer('app');
    server.cache('cache');
    server.agent('agent').reports(monitor, { sends: ['metrics'] });
  }
  const { scene, placement } = await placed(site, 'monitoring');
  const frames = scene.groups.map(({ id }) => placement.groups.get(id)!);
  expect(new Set(frames.map(({ y }) => y)).size).toBe(1);
  expect(frames.map(({ x }) => x)).toEqual(frames.map(({ x }) => x).sort((a, b) => a - b));
  for (const { width, height } of frames) expect(height).toBeGreaterThan(width);
});

test('read from left to right, a line has room for all that it says', async () => {
  const site = architecture('Chain');
  const certificate = site.certificate('booking.example', { names: ['booking.example'] });
  const web = site.webServer('web', { listens: https(certificate, { minimumVersion: '1.2' }) });
  site.user('member').visits(web);
  web.forwards(site.appServer('app', { listens: http({ port: 8000 }) }));
  const { placement } = await placed(site, 'transport');
  expect(placement.keys).toEqual([]);
  expect(placement.unplacedLabels).toEqual([]);
});
