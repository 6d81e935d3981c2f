import { membersAlike, sharesByWeight } from '../../../src/audit/questions/members-alike.js';
import { architecture, pool } from '../../../src/index.js';
import { build } from '../../support/build.js';

function groups(site: ReturnType<typeof architecture>): readonly (readonly string[])[] {
  return membersAlike(build(site)[0]!).map((group) => group.map(({ id }) => id));
}

test('a tier of servers, and a tier of what runs on them', () => {
  const site = architecture('shop');
  site.servers(2, 'server', (server) => server.webServer('web'));
  expect(groups(site)).toEqual([
    ['server-1', 'server-2'],
    ['server-1/web', 'server-2/web'],
  ]);
});

test('a cluster, and the servers of its members', () => {
  const site = architecture('shop');
  site.cluster(
    'orders',
    ['a', 'b'].map((name) => site.server(name).database('db')),
  );
  expect(groups(site)).toEqual([
    ['a/db', 'b/db'],
    ['a', 'b'],
  ]);
});

test('servers that hold two clusters are one group, and those of a tier are not told twice', () => {
  const site = architecture('shop');
  const pairs = ['a', 'b'].map((name) => site.server(name)).map((one) => [one.cache('c'), one.queue('q')] as const);
  site.cluster(
    'caches',
    pairs.map(([cache]) => cache),
  );
  site.cluster(
    'queues',
    pairs.map(([, queue]) => queue),
  );
  const made = site.servers(2, 'server', (server) => server.database('db'));
  site.cluster('orders', made);
  expect(groups(site).filter(([first]) => !first?.includes('/'))).toEqual([
    ['a', 'b'],
    ['server-1', 'server-2'],
  ]);
});

test('one alone is no group', () => {
  const site = architecture('shop');
  site.servers(1, 'server', (server) => server.webServer('web'));
  site.webServer('other');
  expect(groups(site)).toEqual([]);
});

test('what was made together is one group by what it is, and those of a group are not told twice', () => {
  const site = architecture('shop');
  const pairs = site.servers(2, 'server', (server) => ({ web: server.webServer('web'), cache: server.cache('cache') }));
  site.cluster(
    'caches',
    pairs.map(({ cache }) => cache),
  );
  const ids = groups(site);
  expect(ids).toEqual([
    ['server-1/cache', 'server-2/cache'],
    ['server-1', 'server-2'],
    ['server-1/web', 'server-2/web'],
  ]);
});

test('what stands alone is not put together with others that do', () => {
  const site = architecture('shop');
  site.webServer('one');
  site.webServer('two');
  site.servers(2, 'server', () => undefined);
  expect(groups(site)).toEqual([['server-1', 'server-2']]);
});

test('servers of two tiers that hold one group are a group of their own', () => {
  const site = architecture('shop');
  const made = (name: string) => site.servers(1, name, (server) => server.database('db'));
  site.cluster('orders', [...made('left'), ...made('right')]);
  expect(groups(site)).toEqual([
    ['left-1/db', 'right-1/db'],
    ['left-1', 'right-1'],
  ]);
});

test('one group in two orders is one', () => {
  const site = architecture('shop');
  const [one, two] = [site.coordinator('one'), site.coordinator('two')];
  site.cluster('ahead', [one, two]);
  site.cluster('back', [two, one]);
  expect(groups(site)).toEqual([['one', 'two']]);
});

test('weights tell that sizes differ', () => {
  const site = architecture('shop');
  const [one, two, three] = site.servers(3, 'server', (server) => server.webServer('web'));
  site.loadBalancer('lb').balances(pool([one, two], { weights: [2, 1] }));
  site.loadBalancer('other').balances([two, three]);
  const model = build(site)[0]!;
  const hasShares = sharesByWeight(model);
  expect(model.elements.filter(hasShares).map(({ id }) => id)).toEqual([
    'server-1',
    'server-1/web',
    'server-2',
    'server-2/web',
  ]);
});
