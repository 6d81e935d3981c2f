import { audit, diff, load } from '../../src/api.js';
import type { Audit } from '../../src/audit/finding.js';
import { architecture, http } from '../../src/index.js';

async function audited(name: string, servers: number, today = '2026-11-21'): Promise<Audit> {
  const site = architecture(name);
  const visitor = site.user('visitor');
  for (let number = 1; number <= servers; number += 1) {
    visitor.visits(site.server(`server-${number}`).webServer('nginx', { listens: http() }));
  }
  const { models } = await load(site);
  return audit(models[0]!, { today: today as '2026-11-21' });
}

test('two audits are compared whatever their models are called', async () => {
  const { changed, added, deleted } = diff(await audited('Shop', 1), await audited('Store', 2));
  expect([...added, ...deleted]).toEqual([]);
  expect(changed).toHaveLength(1);
  expect(changed[0]?.diff.elements.added.map(({ id }) => id)).toEqual(['server-2', 'server-2/nginx']);
  expect(changed[0]?.findings.fresh.map(({ rule }) => rule)).toContain('transport/plaintext-external');
});

test('of lists each with its own', async () => {
  const [old, store] = [await audited('Shop', 1), await audited('Store', 1)];
  const { changed, unchanged, added, deleted } = diff(
    [old, store],
    [await audited('Shop', 1), await audited('New', 4)],
  );
  expect(changed).toEqual([]);
  expect(unchanged.map(({ base }) => base)).toEqual([old]);
  expect(added.map(({ head }) => head.model.name)).toEqual(['New']);
  expect(deleted).toEqual([store]);
});

test('audits of other days are refused', async () => {
  const [old, later] = [await audited('Shop', 1), await audited('Shop', 1, '2027-01-01')];
  expect(() => diff(old, later)).toThrow(RangeError);
});
