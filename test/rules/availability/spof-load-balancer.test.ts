import { architecture, each } from '../../../src/index.js';
import rule from '../../../src/rules/availability/spof-load-balancer.js';
import { testRule } from '../../../src/testing.js';

/** Two servers behind as many load balancers as given; a pair shares an address. */
function shop(balancers: 1 | 2, failover?: 'none' | 'automatic', environment?: 'staging') {
  const site = architecture('shop', environment ? { environment } : {});
  const hosts = site.servers(balancers, 'edge', (server) => server.loadBalancer('balancer'));
  const [first, second] = hosts;
  const said = failover === 'automatic' ? { by: second! } : failover;
  const group = { mode: 'active-passive', ...(said ? { failover: said } : {}) } as const;
  const entrance = balancers === 1 ? first! : site.cluster('entrance', hosts, group);
  const apps = site.servers(2, 'server', (server) => server.appServer('app'));
  const stores = site.servers(2, 'data', (server) => server.objectStore('pictures'));
  site.user('visitor').visits(entrance);
  entrance.balances(apps, { healthCheck: '/health' });
  each(apps).reads(stores);
  return site;
}

function declared() {
  const site = architecture('shop');
  const lb = site.loadBalancer('balancer');
  const app = site.appServer('app');
  const db = site.database('orders');
  const visitor = site.user('visitor');
  visitor.visits(lb);
  lb.balances(app);
  app.writes(db);
  site.journey('buy', { from: visitor, writes: db });
  return site;
}

function beside() {
  const site = architecture('shop');
  const app = site.appServer('app');
  site.user('visitor').visits(app);
  app.reads(site.objectStore('pictures'));
  const lb = site.loadBalancer('unused');
  lb.balances(site.appServer('other'));
  return site;
}

function withoutStore() {
  const site = architecture('shop');
  const lb = site.loadBalancer('balancer');
  site.user('visitor').visits(lb);
  lb.balances(site.servers(2, 'server', (server) => server.webServer('web')));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'a pair that takes over by itself', model: shop(2, 'automatic') },
    { name: 'a balancer on nobody’s way', model: beside() },
    { name: 'no balancer', model: architecture('empty') },
    { name: 'not in production', model: shop(1, undefined, 'staging') },
    { name: 'not in production, and its failover is untold', model: shop(2, undefined, 'staging') },
  ],
  invalid: [
    {
      name: 'one balancer for two servers, its server with it',
      model: shop(1),
      findings: [
        {
          at: 'edge-1/balancer',
          severity: 'high',
          message: 'When balancer fails, visitor can no longer read from pictures on data-1 and data-2.',
          evidence: ['edge-1', 'user/visitor visits edge-1/balancer'],
        },
      ],
    },
    {
      name: 'a pair in which nothing takes over',
      model: shop(2, 'none'),
      findings: [{ at: 'edge-1/balancer', message: /^When balancer on edge-1 fails/ }],
    },
    {
      name: 'a declared journey, by its name',
      model: declared(),
      findings: [{ message: "When balancer fails, it breaks the journey 'buy'." }],
    },
  ],
  cannotTell: [
    { name: 'a pair that does not say how it fails over', model: shop(2), missing: ['failover'] },
    { name: 'no store at the end of the way', model: withoutStore(), missing: ['journeys'] },
  ],
});
