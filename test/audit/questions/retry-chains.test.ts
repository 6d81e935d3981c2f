import { retryChains } from '../../../src/audit/questions/retry-chains.js';
import { architecture, each } from '../../../src/index.js';
import { build } from '../../support/build.js';

function chainsOf(site: object): readonly string[] {
  return retryChains(build(site)[0]!).map(
    ({ flows, last, product }) => `${product} to ${last.id} by ${flows.map(({ id }) => id).join(', ')}`,
  );
}

test('nobody tries again: no chain', () => {
  const site = architecture('shop');
  site.appServer('a').calls(site.appServer('b'), { retries: 0 });
  expect(chainsOf(site)).toEqual([]);
});

test('the worst way to the last that is tried again, from the first retry on', () => {
  const site = architecture('shop');
  const [a, b, c, d] = [site.appServer('a'), site.appServer('b'), site.appServer('c'), site.appServer('d')];
  site.user('visitor').visits(a);
  a.calls(b, { retries: 2 });
  b.calls(c);
  a.calls(c, { retries: 1 });
  c.writes(site.database('orders'), { retries: 3 });
  d.calls(c, { retries: 1 });
  c.calls(d);
  expect(chainsOf(site)).toEqual(['12 to orders by a calls b, b calls c, c writes orders']);
});

test('names and groups lead on, as one asked and as one asking', () => {
  const site = architecture('shop');
  const apps = site.servers(2, 'server', (server) => server.appServer('app'));
  const group = site.cluster('apps', apps);
  const lb = site.loadBalancer('lb');
  lb.balances(group, { retries: 1 });
  const db = site.database('orders');
  group.writes(db, { retries: 4 });
  each(apps).reads(site.cache('pages'));
  expect(chainsOf(site)).toEqual(['10 to orders by lb balances cluster/apps, cluster/apps writes orders']);
});

test('what is asked without a retry behind a chain is none of it; what is asked through a name is', () => {
  const site = architecture('shop');
  const b = site.appServer('b');
  site.appServer('a').calls(site.dns('shop').record('A', 'b', b), { retries: 1 });
  b.writes(site.database('orders'));
  site.worker('worker').consumes(site.queue('jobs'), { retries: 9 });
  expect(chainsOf(site)).toEqual(['2 to b by a calls dns/shop/A b, dns/shop/A b resolvesTo b']);
});

test('what goes in a circle is left out', () => {
  const site = architecture('shop');
  const [a, b] = [site.appServer('a'), site.appServer('b')];
  a.calls(b, { retries: 5 });
  b.calls(a, { retries: 5 });
  b.writes(site.database('orders'), { retries: 1 });
  expect(chainsOf(site)).toEqual(['2 to orders by b writes orders']);
});
