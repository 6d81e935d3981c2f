import { ownerOf } from '../../../src/audit/questions/owner-of.js';
import { architecture, type Site } from '../../../src/index.js';
import { build } from '../../support/build.js';

function ownerIn(site: Site, id: string): string | undefined {
  const [model] = build(site);
  const element = model?.byId.get(id);
  if (!model || !element) throw new Error(`no ${id}`);
  return ownerOf(model, element);
}

test('the nearest that is named', () => {
  const site = architecture('Shop', { owner: 'all' });
  const server = site.server('north', { owner: 'hosting' });
  server.webServer('own', { owner: 'team' });
  server.webServer('plain');
  site.server('alone');
  expect(ownerIn(site, 'north/own')).toBe('team');
  expect(ownerIn(site, 'north/plain')).toBe('hosting');
  expect(ownerIn(site, 'alone')).toBe('all');
});

test('nobody', () => {
  const site = architecture('Shop');
  site.server('alone');
  expect(ownerIn(site, 'alone')).toBeUndefined();
});
