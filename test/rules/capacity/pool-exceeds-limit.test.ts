import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/capacity/pool-exceeds-limit.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

type Pool = number | undefined;

/** Applications of two instances each, one of which is a range up to four. */
function shop(limit: Pool, app: Pool, worker?: Pool, environment: 'production' | 'test' = 'production') {
  const site = architecture('shop', { environment });
  const db = site.database('orders', limit === undefined ? {} : { capacity: { connections: limit } });
  site.appServer('app', { instances: { min: 2, max: 4 } }).writes(db, app === undefined ? {} : { connections: app });
  if (worker !== undefined) site.worker('mailer').reads(db, worker < 0 ? {} : { connections: worker });
  return site;
}

function clustered(mode: 'active-active' | 'active-passive', own?: number, member?: number) {
  const site = architecture('shop');
  const capacity = member === undefined ? {} : { capacity: { connections: member } };
  const members = ['a', 'b'].map((name) => site.cache(name, capacity));
  const group = site.cluster('caches', members, {
    mode,
    ...(own !== undefined && { capacity: { connections: own } }),
  });
  site.appServer('app').reads(group, { connections: 50 });
  return site;
}

function named() {
  const site = architecture('shop');
  const api = site.appServer('api', { capacity: { connections: 10 } });
  site.appServer('app').calls(site.dns('shop.internal').record('A', 'api', api), { connections: 20 });
  return site;
}

function farm() {
  const site = architecture('shop');
  const app = site.appServer('app');
  site.servers(2, 'server', (server) => {
    app.reads(server.cache('cache', { capacity: { connections: 10 } }), { connections: 20 });
  });
  return site;
}

/** Of a group in which one takes the writes, and the others are there to be read. */
function written(limit: number) {
  const site = architecture('shop');
  const members = ['a', 'b'].map((name) => site.database(name, { capacity: { connections: limit } }));
  const group = site.cluster('orders', members, { writer: members[0]!, failover: 'none' });
  site.appServer('app').writes(group, { connections: 50 });
  return site;
}

/** Caches made alike, each with another limit. */
function unlike() {
  const site = architecture('shop');
  const app = site.appServer('app');
  let connections = 8;
  site.servers(2, 'server', (server) => {
    connections += 1;
    app.reads(server.cache('cache', { capacity: { connections } }), { connections: 20 });
  });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'no pool is told', model: shop(100, undefined) },
    { name: 'they just fit', model: shop(100, 20, 20) },
    { name: 'not in production', model: shop(10, 20, 20, 'test') },
    { name: 'the members of a group fit them together', model: clustered('active-active', undefined, 25) },
    { name: 'one takes the writes, and accepts them', model: written(50) },
    { name: 'one member serves, and accepts them', model: clustered('active-passive', undefined, 50) },
  ],
  invalid: [
    {
      name: 'one too many',
      model: shop(99, 20, 20),
      findings: [
        {
          at: 'orders',
          severity: 'medium',
          message: 'Up to 100 connections are opened to orders by app and mailer, and 99 are accepted.',
          evidence: ['app writes orders', 'mailer reads orders'],
        },
      ],
    },
    { name: 'too many already, though one tells no pool', model: shop(79, 20, -1), findings: [{ at: 'orders' }] },
    {
      name: 'a group with a limit of its own',
      model: clustered('active-active', 49),
      findings: [{ at: 'cluster/caches', message: /^Up to 50 connections are opened to caches by app, and 49/ }],
    },
    {
      name: 'the members of a group together',
      model: clustered('active-active', undefined, 24),
      findings: [{ at: 'cluster/caches', message: /and 48 are accepted/ }],
    },
    {
      name: 'the member that serves alone',
      model: clustered('active-passive', undefined, 49),
      findings: [{ at: 'a' }],
    },
    {
      name: 'behind a name',
      model: named(),
      findings: [{ at: 'api', message: 'Up to 20 connections are opened to api by app, and 10 are accepted.' }],
    },
    {
      name: 'targets alike with limits of their own',
      model: unlike(),
      findings: [{ at: 'server-1/cache' }, { at: 'server-2/cache' }],
    },
    {
      name: 'only those that tell a pool are named',
      model: shop(79, 20, -1),
      findings: [{ message: 'Up to 80 connections are opened to orders by app, and 79 are accepted.' }],
    },
    { name: 'targets alike', model: farm(), findings: [{ at: ['server-1/cache', 'server-2/cache'] }] },
  ],
  cannotTell: [
    { name: 'one pool is not told', model: shop(100, 20, -1), missing: ['connections'] },
    { name: 'the limit is not told', model: shop(undefined, 20), missing: ['capacity'] },
    { name: 'no member tells a limit', model: clustered('active-active'), missing: ['capacity'] },
    { name: 'the member that serves tells no limit', model: clustered('active-passive'), missing: ['capacity'] },
  ],
});

test('a target is passed where its limit and all pools are told, a group by the member that serves', () => {
  expect(passesOf(rule, shop(100, 20, 20))).toBe(1);
  expect(passesOf(rule, shop(100, 20, -1))).toBe(0);
  expect(passesOf(rule, shop(100, undefined))).toBe(0);
  expect(passesOf(rule, clustered('active-active', undefined, 25))).toBe(1);
  expect(passesOf(rule, clustered('active-passive', undefined, 50))).toBe(1);
  expect(passesOf(rule, written(50))).toBe(1);
});
