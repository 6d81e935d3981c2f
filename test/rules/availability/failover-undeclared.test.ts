import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/availability/failover-undeclared.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

function pair(failover?: 'none' | 'manual') {
  const site = architecture('shop');
  const pair = site.servers(2, 'mail', (server) => server.worker('relay'));
  site.cluster('relays', pair, { mode: 'active-passive', ...(failover ? { failover } : {}) });
  return site;
}

function caches(failover?: 'none' | 'manual') {
  const site = architecture('shop');
  const [first, second] = site.servers(2, 'cache', (server) => server.cache('sessions', { engine: 'valkey' }));
  second?.replicates(first!, failover ? { failover } : {});
  return site;
}

function copies(kind: 'queue' | 'searchIndex' | 'fileStore' | 'objectStore' | 'database') {
  const site = architecture('shop');
  const [first, second] = [site[kind]('first'), site[kind]('second')];
  second.replicates(first as never, { failover: 'none' });
  return site;
}

/** Of the two copies one is promoted by hand. */
function halfTold() {
  const site = architecture('shop');
  const first = site.cache('first');
  site.cache('second').replicates(first, { failover: 'none' });
  site.cache('third').replicates(first, { failover: 'manual' });
  return site;
}

/** The second takes the writes. */
function writer() {
  const site = architecture('shop');
  const members = [1, 2].map((number) => site.worker(`relay ${number}`));
  site.cluster('relays', members, { mode: 'active-passive', writer: members[1]!, failover: 'none' });
  return site;
}

function other(mode: 'active-active' | 'active-passive', count: number) {
  const site = architecture('shop');
  const members = Array.from({ length: count }, (_, index) => site.worker(`relay ${index}`));
  site.cluster('relays', members, { mode, ...(mode === 'active-passive' && { failover: 'none' }) });
  return site;
}

/** Nothing is written while the first is away. */
function neededCopies() {
  const site = architecture('shop');
  const [first, second] = [site.fileStore('first'), site.fileStore('second')];
  second.replicates(first, { failover: 'none' });
  const app = site.appServer('app');
  site.user('visitor').visits(app);
  app.writes(first);
  return site;
}

/** The load balancer that does not take over is a single point, and reported as that. */
function onTheWay() {
  const site = architecture('shop');
  const pair = site.servers(2, 'edge', (server) => server.loadBalancer('balancer'));
  const entrance = site.cluster('entrance', pair, { mode: 'active-passive', failover: 'none' });
  const app = site.appServer('app');
  site.user('visitor').visits(entrance);
  entrance.balances(app);
  app.reads(site.objectStore('pictures'));
  return site;
}

function withWitness(site: ReturnType<typeof pair>) {
  site.coordinator('witness');
  return site;
}
const byWitness = { failover: { by: { $element: 'witness' }, within: '30 s' } };

testRule(rule, {
  valid: [
    { name: 'somebody does it by hand', model: pair('manual') },
    { name: 'caches, by hand', model: caches('manual') },
    { name: 'a single point is another rule’s', model: onTheWay() },
    { name: 'all of them serve', model: other('active-active', 2) },
    { name: 'one alone', model: other('active-passive', 1) },
    { name: 'one of the copies is promoted by hand', model: halfTold() },
    { name: 'copies that are a single point are another rule’s', model: neededCopies() },
    { name: 'databases are another rule’s', model: copies('database') },
    { name: 'no pair', model: architecture('empty') },
  ],
  invalid: [
    {
      name: 'a spare that nothing wakes',
      model: pair('none'),
      findings: [
        {
          at: 'cluster/relays',
          severity: 'medium',
          message: 'Nothing lets relay on mail-2 take over when relay on mail-1 fails.',
          evidence: ['mail-1/relay', 'mail-2/relay'],
          fix: [],
        },
      ],
    },
    {
      name: 'a pair, and something that could wake the spare',
      model: withWitness(pair('none')),
      findings: [{ fix: [{ on: { element: 'cluster/relays' }, set: byWitness }] }],
    },
    {
      name: 'a copy, and something that could promote it',
      model: withWitness(caches('none')),
      findings: [{ fix: [{ on: { flow: 'cache-2/sessions replicates cache-1/sessions' }, set: byWitness }] }],
    },
    {
      name: 'a copy that is never promoted',
      model: caches('none'),
      findings: [
        {
          at: 'cache-1/sessions',
          message: 'Nothing lets sessions on cache-2 take over when sessions on cache-1 fails.',
          evidence: ['cache-2/sessions replicates cache-1/sessions'],
        },
      ],
    },
    {
      name: 'the member that takes the writes is the active one',
      model: writer(),
      findings: [{ message: 'Nothing lets relay 1 take over when relay 2 fails.' }],
    },
    ...(['queue', 'searchIndex', 'fileStore', 'objectStore'] as const).map((kind) => ({
      name: `copies of a store: ${kind}`,
      model: copies(kind),
      findings: [{ at: 'first' }],
    })),
  ],
  cannotTell: [
    { name: 'a pair that does not say', model: pair(), missing: ['failover'] },
    { name: 'copies that do not say', model: caches(), missing: ['failover'] },
  ],
});

test('what takes over, or is promoted by hand, is passed', () => {
  expect(passesOf(rule, pair('manual'))).toBe(1);
  expect(passesOf(rule, caches('manual'))).toBe(1);
  expect(passesOf(rule, other('active-active', 2))).toBe(0);
});
