import { architecture, each } from '../../../src/index.js';
import rule from '../../../src/rules/availability/sticky-local-session.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

type Sessions = 'local' | 'shared' | 'none';

interface Told {
  readonly sessions?: Sessions;
  readonly sticky?: boolean;
  readonly instances?: number;
}

function shop(count: number, { sessions, sticky, instances }: Told) {
  const site = architecture('shop');
  const apps = site.servers(count, 'server', (server) =>
    server.appServer('app', { ...(sessions && { sessions }), ...(instances && { instances }) }),
  );
  site.loadBalancer('balancer').balances(apps, sticky === undefined ? {} : { sticky });
  return site;
}

/** The tie is to the web server in front. */
function behindWeb(sessions?: Sessions) {
  const site = architecture('shop');
  const stacks = site.servers(2, 'server', (server) => {
    const web = server.webServer('web');
    web.forwards(server.appServer('app', sessions ? { sessions } : {}));
    return web;
  });
  site.loadBalancer('balancer').balances(stacks, { sticky: true });
  return site;
}

function group(sessions: Sessions, own?: Sessions) {
  const site = architecture('shop');
  const apps = [1, 2].map((number) => site.appServer(`app ${number}`, own ? { sessions: own } : {}));
  site.loadBalancer('balancer').balances(site.cluster('apps', apps, { sessions }), { sticky: true });
  return site;
}

/** Only the second keeps sessions by itself. */
function mixed() {
  const site = architecture('shop');
  const apps = [
    site.appServer('old', { sessions: 'local' }),
    site.appServer('new'),
    site.component('third', { sessions: 'shared' }),
  ];
  const lb = site.loadBalancer('balancer');
  each([lb]).balances([apps[0]!, apps[1]!], { sticky: true });
  lb.balances(apps[2]!, { sticky: false });
  return site;
}

function components() {
  const site = architecture('shop');
  const parts = ['first', 'second'].map((name) => site.component(name, { sessions: 'local' }));
  site.loadBalancer('balancer').balances(parts, { sticky: true });
  return site;
}

/** Behind the servers that share sessions stands what they ask, which is tied to nobody. */
function asked() {
  const site = architecture('shop');
  const apps = [1, 2].map((number) => site.appServer(`app ${number}`, { sessions: 'shared' }));
  each(apps).calls(site.appServer('prices', { sessions: 'local' }));
  site.loadBalancer('balancer').balances(apps, { sticky: true });
  return site;
}

function tiedToWebAlone() {
  const site = architecture('shop');
  site.loadBalancer('balancer').balances([site.webServer('a'), site.webServer('b')], { sticky: true });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'sessions that every server finds', model: shop(2, { sessions: 'shared', sticky: true }) },
    { name: 'no sessions at all', model: shop(2, { sessions: 'none', sticky: true }) },
    { name: 'not tied', model: shop(2, { sessions: 'local', sticky: false }) },
    { name: 'nothing said of a tie', model: shop(2, { sessions: 'local' }) },
    { name: 'one server', model: shop(1, { sessions: 'local', sticky: true }) },
    { name: 'one instance', model: shop(1, { sessions: 'local', sticky: true, instances: 1 }) },
    { name: 'a member says otherwise than its group', model: group('local', 'shared') },
    { name: 'what the servers ask is tied to nobody', model: asked() },
    { name: 'web servers keep no sessions', model: tiedToWebAlone() },
    { name: 'nothing at all', model: architecture('empty') },
  ],
  invalid: [
    {
      name: 'tied to servers that keep sessions',
      model: shop(2, { sessions: 'local', sticky: true }),
      findings: [
        {
          at: 'balancer',
          severity: 'medium',
          message: 'balancer ties visitors to app on server-1 and server-2, where sessions are kept locally.',
          evidence: ['balancer balances server-1/app', 'balancer balances server-2/app'],
          fix: [
            { on: { element: 'server-1/app' }, set: { sessions: 'shared' } },
            { on: { element: 'server-2/app' }, set: { sessions: 'shared' } },
          ],
        },
      ],
    },
    { name: 'several instances', model: shop(1, { sessions: 'local', sticky: true, instances: 2 }), findings: [{}] },
    {
      name: 'behind web servers',
      model: behindWeb('local'),
      findings: [{ message: /to app on server-1 and server-2,/ }],
    },
    {
      name: 'said by the group',
      model: group('local'),
      findings: [
        {
          message: /to app 1 and app 2,/,
          fix: [{ on: { element: 'cluster/apps' }, set: { sessions: 'shared' } }],
        },
      ],
    },
    {
      name: 'components keep sessions as well',
      model: components(),
      findings: [{ message: /to first and second,/ }],
    },
    { name: 'one of them is known to', model: mixed(), findings: [{ message: /to old,/ }] },
  ],
  cannotTell: [
    { name: 'nothing said of sessions', model: shop(2, { sticky: true }), missing: ['sessions'] },
    { name: 'nothing said behind web servers', model: behindWeb(), missing: ['sessions'] },
  ],
});

test('shared sessions are passed, and where there is no tie nothing is asked', () => {
  expect(passesOf(rule, shop(2, { sessions: 'shared', sticky: true }))).toBe(1);
  expect(passesOf(rule, shop(2, { sticky: true }))).toBe(0);
  expect(passesOf(rule, shop(2, { sessions: 'shared' }))).toBe(0);
  expect(passesOf(rule, tiedToWebAlone())).toBe(0);
});
