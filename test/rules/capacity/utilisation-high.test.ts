import { architecture, each } from '../../../src/index.js';
import rule from '../../../src/rules/capacity/utilisation-high.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

interface AppFacts {
  readonly capacity?: { readonly requestsPerSecond: number };
  readonly instances?: number | { readonly min: number; readonly max: number };
}

const takes = (requestsPerSecond: number) => ({ capacity: { requestsPerSecond } });

function shop(demand: number | undefined, facts: AppFacts, environment: 'production' | 'test' = 'production') {
  const site = architecture('shop', { environment });
  const app = site.appServer('app', facts);
  site.user('visitor').visits(app, demand === undefined ? {} : { requestsPerSecond: demand });
  return site;
}

/** A second sender, a job, tells nothing; or it is told in part. */
function shared(job: number | undefined, capacity: number) {
  const site = architecture('shop');
  const app = site.appServer('app', takes(capacity));
  site.user('visitor').visits(app, { requestsPerSecond: 50 });
  site.scheduledJob('job').calls(app, job === undefined ? {} : { requestsPerSecond: job });
  // Whatever leads elsewhere is not asked for it.
  site.scheduledJob('other').calls(site.appServer('elsewhere'));
  return site;
}

function cached(hitRatio: number | undefined) {
  const site = architecture('shop');
  const cdn = site.cdn('cdn', { ...takes(1000), ...(hitRatio !== undefined && { hitRatio }) });
  site.user('visitor').visits(cdn, { requestsPerSecond: 100 });
  const app = site.appServer('app', takes(100));
  cdn.forwards(app);
  site.user('partner').visits(app, { requestsPerSecond: 1 });
  return site;
}

function answered() {
  const site = architecture('shop');
  const cdn = site.cdn('cdn', { ...takes(1000), hitRatio: 1 });
  site.user('visitor').visits(cdn, { requestsPerSecond: 100 });
  cdn.forwards(site.appServer('app'));
  return site;
}

function farm(servers = 3) {
  const site = architecture('shop');
  const lb = site.loadBalancer('lb', takes(1000));
  const apps = site.servers(servers, 'server', (server) => server.appServer('app', takes(100)));
  site.user('visitor').visits(lb, { requestsPerSecond: 270 });
  lb.balances(each(apps));
  return site;
}

function grouped(own: number | undefined) {
  const site = architecture('shop');
  const group = site.cluster(
    'apps',
    ['a', 'b'].map((name) => site.appServer(name)),
    own === undefined ? {} : takes(own),
  );
  site.user('visitor').visits(group, { requestsPerSecond: 80 });
  return site;
}

function queued() {
  const site = architecture('shop');
  const jobs = site.queue('jobs', takes(1000));
  site.worker('mailer', takes(100)).consumes(jobs);
  const app = site.appServer('app', takes(100));
  app.publishes(jobs);
  site.scheduledJob('job').publishes(jobs, { requestsPerSecond: 10 });
  return site;
}

/** Two behind one balancer of which the second takes less. */
function unlike() {
  const site = architecture('shop');
  const apps = [site.appServer('a', takes(100)), site.appServer('b', takes(95))];
  const lb = site.loadBalancer('lb', takes(1000));
  site.user('visitor').visits(lb, { requestsPerSecond: 180 });
  lb.balances(apps);
  return site;
}

/** A name takes no requests by itself. */
function behindName() {
  const site = architecture('shop');
  const page = site.dns('shop.example').record('A', '@', site.appServer('app', takes(100)));
  site.user('visitor').visits(page, { requestsPerSecond: 50 });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'no demand is told', model: shop(undefined, takes(100)) },
    { name: 'no demand and no capacity is told', model: shop(undefined, {}) },
    { name: 'just at the threshold', model: shop(80, takes(100)) },
    { name: 'instances add up', model: shop(160, { ...takes(100), instances: 2 }) },
    { name: 'a controller may add some', model: shop(300, { ...takes(100), instances: { min: 1, max: 4 } }) },
    { name: 'not in production', model: shop(300, takes(100), 'test') },
    { name: 'nothing arrives', model: answered() },
    { name: 'two senders', model: shared(30, 100) },
    { name: 'a cache takes most of it', model: cached(0.5) },
    { name: 'a name is not asked for what it takes', model: behindName() },
    { name: 'a group takes it', model: grouped(100) },
  ],
  invalid: [
    {
      name: 'above the threshold',
      model: shop(81, takes(100)),
      findings: [
        {
          at: 'app',
          severity: 'medium',
          message: 'app gets 81 requests per second of the 100 that it takes (81 %).',
          evidence: ['user/visitor visits app'],
          fix: [],
        },
      ],
    },
    {
      name: 'instances, and as many as bring it below the threshold',
      model: shop(170, { ...takes(100), instances: 2 }),
      findings: [{ fix: [{ on: { element: 'app' }, set: { instances: 3 } }] }],
    },
    { name: 'members that differ are told apart', model: unlike(), findings: [{ at: 'a' }, { at: 'b' }] },
    { name: 'all of it', model: shop(100, takes(100)), findings: [{ severity: 'medium' }] },
    {
      name: 'more than that',
      model: shop(100.5, takes(100)),
      findings: [{ severity: 'high', message: /gets 100\.5 .*\(101 %\)/ }],
    },
    { name: 'a threshold of one’s own', model: shop(60, takes(100)), options: { threshold: 0.5 }, findings: [{}] },
    {
      name: 'instances at the most',
      model: shop(390, { ...takes(100), instances: { min: 1, max: 4 } }),
      findings: [{}],
    },
    {
      name: 'at least',
      model: shared(undefined, 60),
      findings: [{ message: 'app gets at least 50 requests per second of the 60 that it takes (83 %).' }],
    },
    {
      name: 'members of a tier are one finding',
      model: farm(),
      findings: [
        {
          at: ['server-1/app', 'server-2/app', 'server-3/app'],
          message:
            'app on server-1, server-2 and server-3 each get 90 requests per second of the 100 that they take (90 %).',
        },
      ],
    },
    { name: 'a group with a capacity of its own', model: grouped(90), findings: [{ at: 'cluster/apps' }] },
  ],
  cannotTell: [
    { name: 'no capacity is told', model: shop(80, {}), missing: ['capacity'] },
    { name: 'no member of a group tells one', model: grouped(undefined), missing: ['capacity'] },
    { name: 'a sender tells no demand', model: shared(undefined, 100), missing: ['requestsPerSecond'] },
    { name: 'a cache tells no share', model: cached(undefined), missing: ['hitRatio'] },
    { name: 'messages that are not told', model: queued(), missing: ['requestsPerSecond'] },
  ],
});

test('what takes its requests is passed where all of them are told', () => {
  expect(passesOf(rule, shop(80, takes(100)))).toBe(1);
  expect(passesOf(rule, shared(undefined, 100))).toBe(0);
});
