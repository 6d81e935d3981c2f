import { architecture, http, https } from 'stanchion';
import { audit, load, render } from 'stanchion/api';

async function audited() {
  const site = architecture('Shop');
  const certificate = site.certificate('www', { expires: '2027-01-31' });
  const web = site.server('server').webServer('nginx', { listens: https(certificate) });
  const api = site.appServer('api', { provider: 'acme', listens: http() });
  web.forwards(api);
  site.user('visitor').visits(web);
  const { models } = await load(site);
  return audit(models[0]!, { today: '2026-11-21' });
}

test('what becomes of a model when elements fail can be drawn', async () => {
  const { svg } = await render(await audited(), { view: 'failure', fails: ['server'] });
  expect(svg).toContain('Shop — what if server fails?');
  expect(svg).toContain('It stands on &#39;server&#39;, which failed.');
});

test('a provider can fail, and a certificate run out', async () => {
  const shop = await audited();
  const provider = await render(shop, { view: 'failure', fails: ['provider/acme'] });
  expect(provider.svg).toContain('Its provider &#39;acme&#39; failed.');
  const before = await render(shop, { view: 'failure', fails: [], on: '2027-01-31' });
  expect(before.svg).toContain('With nothing failed on 2027-01-31: 0 of 5 elements are down.');
  const after = await render(shop, { view: 'failure', fails: [], on: '2027-02-01' });
  expect(after.svg).toContain('With &#39;www&#39; run out by 2027-02-01:');
});

test('what the model does not have is left out, and the overview is drawn where nothing is asked for', async () => {
  const shop = await audited();
  expect((await render(shop, { view: 'failure', fails: ['elsewhere'] })).svg).toContain('what if nothing fails?');
  expect((await render(shop)).svg).toContain('Shop — overview');
});
