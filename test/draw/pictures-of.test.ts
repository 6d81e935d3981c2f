import { picturesOf } from '../../src/draw/pictures-of.js';
import { composeScene } from '../../src/draw/scene/compose-scene.js';
import { viewNames } from '../../src/draw/scene/scene.js';
import { ownView } from '../../src/draw/scene/views/own-view.js';
import type { Architecture } from '../../src/graph/architecture.js';
import { architecture, type Site } from '../../src/index.js';
import { build } from '../support/build.js';
import { auditWith } from './fixtures/findings.js';

function pictures(write: (site: Site) => void) {
  const site = architecture('Town');
  write(site);
  const model = build(site)[0] as Architecture;
  return { model, all: picturesOf(model), extra: picturesOf(model).slice(viewNames.length) };
}

function fill(place: Pick<Site, 'servers'>, count: number, name: string) {
  return place.servers(count, name, (server) => server.appServer(`app of ${name}`));
}

test('a small model has the views that every model has', () => {
  const { all } = pictures((site) => fill(site.zone('inside'), 60, 'host'));
  expect(all).toEqual(viewNames.map((view) => ({ name: view, file: view, view })));
});

test("an author's views come behind them, under names that are no paths and do not fall together", () => {
  const { extra } = pictures((site) => {
    site.appServer('app');
    for (const name of ['check out', 'Check-out', '..', 'con', '店舗']) site.view(name);
  });
  const files = extra.map(({ file }) => file);
  for (const file of files) expect(file).toMatch(/^view-[a-z0-9-]+$/);
  expect(new Set(files).size).toBe(5);
});

test('a large model has a page for each zone, and for each zone in one that is too large itself', () => {
  const { extra, model } = pictures((site) => {
    fill(site.zone('edge'), 5, 'edge host');
    const inside = site.zone('inside');
    fill(inside.zone('left'), 40, 'left host');
    fill(inside.zone('right'), 30, 'right host');
  });
  expect(extra.map(({ name, file }) => [name, file])).toEqual([
    ['zone edge', 'page-zone-edge'],
    ['zone left in inside', 'page-zone-left-in-inside'],
    ['zone right in inside', 'page-zone-right-in-inside'],
  ]);
  const left = composeScene(model, auditWith(model, []), ownView(model, model.views?.[0] ?? (extra[1]!.view as never)));
  expect(left.title).toBe('Town — zone left in inside');
  expect(left.boxes.every(({ name }) => name.includes('left'))).toBe(true);
});

test('without zones it has a page for each journey, with all ways between its ends', () => {
  const { extra, model } = pictures((site) => {
    const customer = site.user('customer');
    const idle = fill(site, 70, 'idle');
    const webs = [site.webServer('web 1'), site.webServer('web 2')];
    const group = site.cluster('group', webs);
    const orders = site.database('orders');
    customer.visits(site.dns('shop.example').record('A', 'www', group));
    group.forwards(idle[0]!);
    idle[0]!.writes(orders);
    site.journey('buy', { from: customer, writes: orders });
  });
  expect(extra.map(({ name, file }) => [name, file])).toEqual([['journey buy', 'page-journey-buy']]);
  const scene = composeScene(model, auditWith(model, []), ownView(model, extra[0]!.view as never));
  expect(scene.boxes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['customer', 'web 1', 'web 2', 'app of idle', 'orders']),
  );
  expect(scene.boxes.length).toBeLessThan(8);
});

test('a large model of which nothing more is told has no pages', () => {
  expect(pictures((site) => fill(site, 70, 'host')).extra).toEqual([]);
});

test('what stands in a large zone beside its zones has a page, and so has what stands in none', () => {
  const { extra } = pictures((site) => {
    const outer = site.zone('outer');
    fill(outer, 70, 'host');
    fill(outer.zone('inner'), 2, 'inner host');
    fill(site, 3, 'loose host');
  });
  expect(extra.map(({ name }) => name)).toEqual(['zone outer', 'zone inner in outer', 'outside of zones']);
});
