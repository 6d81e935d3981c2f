import { architecture, mysql } from '../../../src/index.js';
import rule from '../../../src/rules/data/db-single-writer.js';
import { testRule } from '../../../src/testing.js';

type Environment = 'production' | 'staging';
type Failover = 'none' | 'manual' | 'automatic' | undefined;

function shop(failover: Failover, facts: { replication?: 'synchronous'; complete?: boolean } = {}) {
  const site = architecture('shop', facts.complete ? { complete: ['replication'] } : {});
  const [primary, replica] = site.servers(2, 'data', (server) => server.database('orders', { engine: 'mysql' }));
  const app = site.appServer('app');
  site.user('visitor').visits(app);
  app.writes(primary!);
  app.reads([primary!, replica!]);
  const said = failover === 'automatic' ? { by: site.coordinator('orchestrator') } : failover;
  const { replication } = facts;
  replica?.replicates(primary!, { ...(said ? { failover: said } : {}), ...(replication ? { replication } : {}) });
  return site;
}

/** Writers are let to the primary, and not to the copy that would take over. */
function copyBehindAFirewall() {
  const site = architecture('shop');
  const [primary, replica] = site.servers(2, 'data', (server) =>
    server.database('orders', { engine: 'mysql', listens: mysql() }),
  );
  const app = site.appServer('app');
  site.user('visitor').visits(app);
  app.writes(primary!);
  app.reads([primary!, replica!]);
  replica!.firewall('guard', { incoming: 'deny' });
  replica!.replicates(primary!, { failover: { by: site.coordinator('orchestrator') } });
  return site;
}

function lone({ visited = true, complete = false, backup = false, environment = 'production' as Environment } = {}) {
  const site = architecture('shop', { environment, ...(complete ? { complete: ['replication'] } : {}) });
  const app = site.appServer('app');
  const db = site.database('orders');
  if (visited) site.user('visitor').visits(app);
  app.writes(db);
  app.reads(db);
  if (backup) db.backsUp(site.externalService('vault', { role: 'backup' }));
  return site;
}

function cluster(mode: 'active-active' | 'active-passive', failover?: 'none', need?: number) {
  const site = architecture('shop');
  const members = site.servers(3, 'data', (server) => server.database('orders', { engine: 'mysql' }));
  const group = site.cluster('orders', members, { mode, ...(failover ? { failover } : {}), ...(need ? { need } : {}) });
  const app = site.appServer('app');
  site.user('visitor').visits(app);
  app.writes(group);
  return site;
}

function withOrchestrator(site: ReturnType<typeof shop>) {
  site.coordinator('orchestrator');
  return site;
}
const promoted = (on: { element: string } | { flow: string }) => [
  { on, set: { failover: { by: { $element: 'orchestrator' }, within: '30 s' } } },
];

testRule(rule, {
  valid: [
    { name: 'an orchestrator promotes the replica', model: shop('automatic') },
    { name: 'every member takes writes', model: cluster('active-active') },
    { name: 'nobody writes', model: architecture('empty') },
    { name: 'not in production', model: lone({ environment: 'staging' }) },
    { name: 'not in production, and copies are untold', model: lone({ environment: 'staging', visited: false }) },
  ],
  invalid: [
    {
      name: 'a replica that takes over, and nobody left to confirm its writes',
      model: shop('automatic', { replication: 'synchronous' }),
      findings: [
        {
          at: 'data-1/orders',
          message:
            'When orders on data-1 fails, writing stops: orders on data-2 would take over, and no further copy is left to confirm what is written.',
        },
      ],
    },
    {
      name: 'a copy that nobody is let to',
      model: copyBehindAFirewall(),
      findings: [
        {
          at: 'data-1/orders',
          message:
            'When orders on data-1 fails, writing stops, although orders on data-2 should take over: it cannot be reached, or what promotes it fails too.',
        },
      ],
    },
    {
      name: 'a replica that nobody promotes',
      model: shop('none'),
      findings: [
        {
          at: 'data-1/orders',
          severity: 'high',
          message:
            'orders on data-1 alone takes writes, and neither orders on data-2 nor anything else takes over when it fails.',
          impact:
            /^When it fails, writing stops until it is back\. Writes that had not yet been copied may be lost\. Writes cannot be spread/,
          evidence: ['data-1', 'data-2/orders', 'app writes data-1/orders', 'data-2/orders replicates data-1/orders'],
        },
      ],
    },
    {
      name: 'a replica that nobody promotes, and something that could',
      model: withOrchestrator(shop('none')),
      findings: [{ fix: promoted({ flow: 'data-2/orders replicates data-1/orders' }) }],
    },
    {
      name: 'a group, and something that could promote one of it',
      model: withOrchestrator(cluster('active-passive', 'none')),
      findings: [{ fix: promoted({ element: 'cluster/orders' }) }],
    },
    {
      name: 'a lone one, for which nothing can be promoted',
      model: withOrchestrator(lone({ complete: true })),
      findings: [{ fix: [] }],
    },
    {
      name: 'a synchronous replica, promoted by hand: nothing is lost but time',
      model: shop('manual', { replication: 'synchronous' }),
      findings: [
        {
          at: 'data-1/orders',
          message: /has to promote orders on data-2 by hand/,
          impact: /it is back\. Writes cannot/,
        },
      ],
    },
    {
      name: 'a lone database: everything it held is lost',
      model: lone(),
      findings: [
        {
          at: 'orders',
          message: 'orders alone takes writes, and there is no copy of it.',
          impact: /reading and writing stop.*everything it held is lost/,
        },
      ],
    },
    {
      name: 'a lone database with a backup elsewhere',
      model: lone({ backup: true }),
      findings: [{ at: 'orders', impact: /^When it fails, reading and writing stop until it is back\. Writes cannot/ }],
    },
    {
      name: 'nobody visits, and the model tells all copies',
      model: lone({ visited: false, complete: true }),
      findings: [{ at: 'orders' }],
    },
    {
      name: 'a cluster in which nothing takes over',
      model: cluster('active-passive', 'none'),
      findings: [{ at: 'data-1/orders', message: /neither orders on data-2 and data-3/ }],
    },
    {
      name: 'every member takes writes, and all are needed',
      model: cluster('active-active', undefined, 3),
      findings: [
        {
          at: 'data-1/orders',
          message: 'Writes need orders on data-1 too: when it fails, orders on data-2 and data-3 alone take none.',
        },
      ],
    },
  ],
  cannotTell: [
    { name: 'a replica that does not say who promotes it', model: shop(undefined), missing: ['failover'] },
    { name: 'a cluster that does not say', model: cluster('active-passive'), missing: ['failover'] },
    {
      name: 'nobody visits, and copies are untold',
      model: lone({ visited: false }),
      missing: ['complete: replication'],
    },
  ],
});
