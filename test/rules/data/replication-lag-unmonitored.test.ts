import { architecture, type Database, each } from '../../../src/index.js';
import rule from '../../../src/rules/data/replication-lag-unmonitored.js';
import { testRule } from '../../../src/testing.js';

type Facts = Parameters<Database['replicates']>[1];

interface Given {
  readonly rpo?: '5 s' | '30 s' | '0 s' | '1 h';
  readonly environment?: 'test';
}

function copied(facts: Facts, { rpo, environment = undefined }: Given = {}) {
  const site = architecture('shop', environment ? { environment } : {});
  const databases = site.servers(3, 'data', (server) =>
    server.database('orders', { engine: 'mysql', ...(rpo && { rpo }) }),
  );
  const [primary, ...replicas] = databases;
  each(replicas).replicates(primary!, facts);
  return { site, databases };
}

function measured(sends: readonly ('replication lag' | 'metrics')[], alerted: boolean) {
  const { site, databases } = copied({});
  const service = site.monitoringService('watcher');
  for (const database of databases) database.reports(service, { sends });
  if (alerted) service.alerts(site.alertChannel('pager'));
  return site;
}

function cluster(facts: object, kind: 'database' | 'cache' = 'database') {
  const site = architecture('shop');
  const stores = [1, 2].map((number) => site[kind](`node ${number}`));
  site.cluster('group', stores as Database[], facts);
  return site;
}

function cacheCopy(facts: Facts) {
  const site = architecture('shop');
  site.cache('copy', { engine: 'redis' }).replicates(site.cache('sessions', { engine: 'redis' }), facts);
  return site;
}

const edit = (from: string, lagAlert: string) => ({
  on: { flow: `${from} replicates data-1/orders` },
  set: { lagAlert },
});

testRule(rule, {
  valid: [
    { name: 'somebody is told', model: copied({ lagAlert: '10 s' }).site },
    { name: 'a write waits for the copies', model: copied({ replication: 'synchronous', lagAlert: false }).site },
    { name: 'a copy confirms', model: copied({ acknowledgements: 1 }).site },
    { name: 'the figure is measured, and who gets it alerts', model: measured(['replication lag'], true) },
    { name: 'not in production', model: copied({ lagAlert: false }, { environment: 'test' }).site },
    { name: 'no copy', model: architecture('shop') },
    { name: 'all members take writes', model: cluster({ mode: 'active-active' }) },
    { name: 'of a cache it is not asked', model: cacheCopy({}) },
  ],
  invalid: [
    {
      name: 'nobody is told',
      model: copied({ replication: 'asynchronous', lagAlert: false }).site,
      findings: [
        {
          at: 'data-1/orders',
          severity: 'medium',
          message: 'Nobody is told of the replication lag of orders on data-2 and data-3.',
          evidence: ['data-2/orders replicates data-1/orders'],
          fix: [edit('data-2/orders', '30 s'), edit('data-3/orders', '30 s')],
        },
      ],
    },
    {
      name: 'an RPO below the usual alert',
      model: copied({ lagAlert: false }, { rpo: '5 s' }).site,
      findings: [{ fix: [edit('data-2/orders', '5 s'), edit('data-3/orders', '5 s')] }],
    },
    {
      name: 'an RPO above it',
      model: copied({ lagAlert: false }, { rpo: '1 h' }).site,
      findings: [{ fix: [edit('data-2/orders', '30 s'), edit('data-3/orders', '30 s')] }],
    },
    {
      name: 'an RPO of nothing, which no alert keeps',
      model: copied({ lagAlert: false }, { rpo: '0 s' }).site,
      findings: [{ fix: [edit('data-2/orders', '30 s'), edit('data-3/orders', '30 s')] }],
    },
    {
      name: 'copies that go on by themselves',
      model: copied({ replication: 'synchronous', degradesToAsynchronous: true, lagAlert: false }).site,
      findings: [{}],
    },
    {
      name: 'a cluster',
      model: cluster({ lagAlert: false }),
      findings: [
        {
          at: 'node 1',
          message: 'Nobody is told of the replication lag of node 2.',
          fix: [{ on: { element: 'cluster/group' }, set: { lagAlert: '30 s' } }],
        },
      ],
    },
    { name: 'a cache that says so', model: cacheCopy({ lagAlert: false }), findings: [{ at: 'sessions' }] },
  ],
  cannotTell: [
    { name: 'untold', model: copied({ failover: 'none' }).site, missing: ['lagAlert'] },
    { name: 'measured, and nobody alerts', model: measured(['replication lag'], false), missing: ['lagAlert'] },
    { name: 'figures, and not told which', model: measured(['metrics'], true), missing: ['lagAlert'] },
    { name: 'a cluster with a writer', model: cluster({ mode: 'active-passive' }), missing: ['lagAlert'] },
  ],
});
