import { architecture, each } from '../../../src/index.js';
import rule from '../../../src/rules/capacity/timeout-inversion.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

type Told = { readonly timeout?: `${number} s`; readonly retries?: number };

function shop(call: Told, onward: Told, environment: 'production' | 'test' = 'production') {
  const site = architecture('shop', { environment });
  const app = site.appServer('app');
  site.appServer('caller').calls(app, call);
  app.writes(site.database('orders'), onward);
  return site;
}

function visited(visit: Told) {
  const site = architecture('shop');
  const app = site.appServer('app');
  site.user('visitor').visits(app, visit);
  app.writes(site.database('orders'), { timeout: '5 s', retries: 0 });
  return site;
}

function consumed() {
  const site = architecture('shop');
  const worker = site.worker('worker');
  site.appServer('caller').calls(site.appServer('other'), { timeout: '1 s' });
  worker.consumes(site.queue('jobs'), { timeout: '60 s' });
  return site;
}

/** Two callers of a tier behind a name, and several targets. */
function tiers() {
  const site = architecture('shop');
  const db = site.database('orders');
  const cache = site.cache('pages');
  const apps = site.servers(2, 'server', (server) => server.appServer('app'));
  each(apps).writes(db, { timeout: '5 s', retries: 2 });
  each(apps).reads(cache, { timeout: '9 s', retries: 0 });
  const lb = site.loadBalancer('lb');
  lb.balances(each(apps), { timeout: '15 s' });
  site.worker('patient').calls(site.dns('shop.internal').record('A', 'app', apps[0]), { timeout: '20 s' });
  site.worker('hasty').calls(apps[0], { timeout: '2 s' });
  return site;
}

/** Targets of one call, made apart. */
function targetsOfOneCall() {
  const site = architecture('shop');
  const apps = ['a', 'b'].map((name) => site.appServer(name));
  each(apps).writes(site.database('orders'), { timeout: '5 s', retries: 0 });
  site.loadBalancer('lb').balances(apps, { timeout: '5 s' });
  return site;
}

/** What is asked last may take longer than what is asked first. */
function slowSecond() {
  const site = architecture('shop');
  const app = site.appServer('app');
  site.appServer('caller').calls(app, { timeout: '6 s' });
  app.reads(site.cache('pages'), { timeout: '1 s', retries: 0 });
  app.writes(site.database('orders'), { timeout: '8 s', retries: 0 });
  return site;
}

/** It waits for the next job as long as it likes, and is asked things meanwhile. */
function askedConsumer() {
  const site = architecture('shop');
  const busy = site.appServer('busy');
  site.appServer('caller').calls(busy, { timeout: '1 s' });
  busy.consumes(site.queue('jobs'), { timeout: '60 s' });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'no timeout is told', model: shop({}, {}) },
    { name: 'the caller waits longer', model: shop({ timeout: '11 s' }, { timeout: '5 s', retries: 1 }) },
    { name: 'the caller waits long enough for a retry', model: shop({ timeout: '11 s' }, { timeout: '5 s' }) },
    { name: 'waiting for jobs is no answer that somebody waits for', model: askedConsumer() },
    { name: 'not in production', model: shop({ timeout: '1 s' }, { timeout: '5 s' }, 'test') },
    { name: 'nobody is asked further', model: consumed() },
    { name: 'how long a browser waits is not asked', model: visited({}) },
  ],
  invalid: [
    {
      name: 'the same time',
      model: shop({ timeout: '5 s' }, { timeout: '5 s' }),
      findings: [
        {
          at: 'app',
          severity: 'medium',
          message: 'Requests of caller to app end after 5 s, while those from there to orders may take 5 s.',
          evidence: ['caller calls app', 'app writes orders', 'caller', 'orders'],
        },
      ],
    },
    {
      name: 'retries count',
      model: shop({ timeout: '10 s' }, { timeout: '5 s', retries: 1 }),
      findings: [{ message: /end after 10 s, while those from there to orders may take 2 times 5 s\.$/ }],
    },
    { name: 'the longest of several waits', model: slowSecond(), findings: [{ message: /to orders may take 8 s/ }] },
    { name: 'a user that is told to give up', model: visited({ timeout: '4 s' }), findings: [{ at: 'app' }] },
    {
      name: 'the longest wait against each caller',
      model: tiers(),
      findings: [
        {
          at: 'server-1/app',
          message:
            'Requests of hasty and lb to app on server-1 end after 2 s, while those from there to orders may take 3 times 5 s.',
        },
        { at: 'server-2/app', message: /^Requests of lb to app on server-2 end after 15 s/ },
      ],
    },
    {
      name: 'the targets of one call are one finding',
      model: targetsOfOneCall(),
      findings: [{ at: ['a', 'b'], message: /^Requests of lb to a and b end after 5 s/ }],
    },
  ],
  cannotTell: [
    { name: 'the caller tells no timeout', model: shop({}, { timeout: '5 s' }), missing: ['timeout'] },
    { name: 'what it calls tells no timeout', model: shop({ timeout: '5 s' }, {}), missing: ['timeout'] },
    {
      name: 'a retry would take too long',
      model: shop({ timeout: '10 s' }, { timeout: '5 s' }),
      missing: ['retries'],
    },
  ],
});

test('what waits less than its callers is passed, and what tells nothing is not', () => {
  expect(passesOf(rule, shop({ timeout: '11 s' }, { timeout: '5 s', retries: 1 }))).toBe(1);
  expect(passesOf(rule, shop({ timeout: '11 s' }, { timeout: '5 s' }))).toBe(1);
  expect(passesOf(rule, shop({ timeout: '10 s' }, { timeout: '5 s' }))).toBe(0);
  expect(passesOf(rule, shop({ timeout: '5 s' }, {}))).toBe(0);
  expect(passesOf(rule, shop({}, { timeout: '5 s' }))).toBe(0);
  expect(passesOf(rule, visited({}))).toBe(0);
});
