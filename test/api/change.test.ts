import { audit, load, render } from '../../src/api.js';
import type { Audit } from '../../src/audit/finding.js';
import { architecture, http } from '../../src/index.js';

async function audited(servers: number, complete: readonly 'monitoring'[] = ['monitoring']): Promise<Audit> {
  const site = architecture('Shop', { complete });
  const visitor = site.user('visitor');
  for (let number = 1; number <= servers; number += 1) {
    visitor.visits(site.server(`server-${number}`).webServer('nginx', { listens: http() }));
  }
  const { models } = await load(site);
  return audit(models[0]!, { today: '2026-11-21' });
}

test('what a change makes of a model can be drawn, with findings', async () => {
  const { svg } = await render(await audited(2), { view: 'change', base: await audited(1), since: 'main' });
  expect(svg).toContain('Shop — changes since main');
  expect(svg).toMatch(/2 added; \d findings? new/);
  expect(svg).toContain('It is new.');
});

test('what is only claimed less is drawn as weakened', async () => {
  const { svg } = await render(await audited(1, []), { view: 'change', base: await audited(1) });
  expect(svg).toContain('2 weakened.');
  expect(svg).toContain('no longer claims to tell everything about monitoring');
});

test('of no change too', async () => {
  const { svg } = await render(await audited(1), { view: 'change', base: await audited(1) });
  expect(svg).toContain('Shop — what changes');
  expect(svg).toContain('Nothing changes.');
});
