import { architecture, type Database, each } from '../../../src/index.js';
import rule from '../../../src/rules/data/replication-rpo-mismatch.js';
import { testRule } from '../../../src/testing.js';

type Facts = Parameters<Database['replicates']>[1];
type Rpo = '0 s' | '1 min' | undefined;

function copied(rpo: Rpo, facts: Facts, environment: 'production' | 'test' = 'production') {
  const site = architecture('shop', { environment });
  const databases = site.servers(3, 'data', (server) =>
    server.database('orders', { engine: 'mysql', ...(rpo && { rpo }) }),
  );
  const [primary, ...replicas] = databases;
  each(replicas).replicates(primary!, facts);
  return site;
}

function copies(rpo: Rpo, ...said: readonly Facts[]) {
  const site = architecture('shop');
  const primary = site.database('primary', { engine: 'mysql', ...(rpo && { rpo }) });
  said.forEach((facts, index) => {
    site.database(`copy ${index + 1}`, { engine: 'mysql' }).replicates(primary, facts);
  });
  return site;
}

const confirmed = (flow: string, more: object = {}) => [
  { on: { flow: `${flow} replicates data-1/orders` }, set: { replication: 'synchronous', ...more } },
];

testRule(rule, {
  valid: [
    { name: 'a write waits for the copies', model: copied('0 s', { replication: 'synchronous' }) },
    {
      name: 'one that confirms is enough',
      model: copies('0 s', { replication: 'asynchronous' }, { acknowledgements: 1 }),
    },
    { name: 'an alert in time', model: copied('1 min', { replication: 'asynchronous', lagAlert: '60 s' }) },
    {
      name: 'one copy is near enough',
      model: copies('1 min', { lagAlert: '1 h' }, { lagAlert: '10 s' }),
    },
    { name: 'whether there is an alert is another rule’s', model: copied('1 min', { lagAlert: false }) },
    { name: 'copies that wait need no alert', model: copied('1 min', { replication: 'synchronous', lagAlert: '1 h' }) },
    { name: 'nothing is promised of what loses nothing', model: copied(undefined, { replication: 'synchronous' }) },
    { name: 'neither is told', model: copied(undefined, {}) },
    { name: 'not in production', model: copied('0 s', { replication: 'asynchronous' }, 'test') },
    { name: 'no copies', model: copies('0 s') },
  ],
  invalid: [
    {
      name: 'nothing may be lost, and nothing waits',
      model: copied('0 s', { replication: 'asynchronous' }),
      findings: [
        {
          at: 'data-1/orders',
          severity: 'high',
          message: 'orders on data-1 may lose nothing, and no copy has to confirm a write before it counts.',
          evidence: ['data-2/orders replicates data-1/orders', 'data-3/orders replicates data-1/orders'],
          fix: confirmed('data-2/orders'),
        },
      ],
    },
    {
      name: 'no copy is asked to confirm',
      model: copied('0 s', { replication: 'synchronous', acknowledgements: 0 }),
      findings: [{ message: /no copy has to confirm/, fix: confirmed('data-2/orders', { acknowledgements: 1 }) }],
    },
    {
      name: 'asynchronous, and said twice',
      model: copied('0 s', { replication: 'asynchronous', degradesToAsynchronous: true }),
      findings: [{ message: /no copy/, fix: confirmed('data-2/orders', { degradesToAsynchronous: false }) }],
    },
    {
      name: 'it goes on without the copies',
      model: copied('0 s', { replication: 'synchronous', degradesToAsynchronous: true }),
      findings: [
        {
          message: 'orders on data-1 may lose nothing, and goes on without confirmation when its copies are away.',
          fix: [],
        },
      ],
    },
    {
      name: 'the alert comes too late',
      model: copies('1 min', { replication: 'asynchronous', lagAlert: '61 s' }, { replication: 'asynchronous' }),
      findings: [
        {
          at: 'primary',
          severity: 'medium',
          message: 'primary may lose 1 min, and a copy may fall behind by 61 s before somebody is told.',
          remedy: /^Alert somebody/,
          fix: [{ on: { flow: 'copy 1 replicates primary' }, set: { lagAlert: '1 min' } }],
        },
      ],
    },
  ],
  cannotTell: [
    { name: 'no RPO', model: copied(undefined, { replication: 'asynchronous' }), missing: ['rpo'] },
    { name: 'how it is copied', model: copied('0 s', { lagAlert: '1 min' }), missing: ['replication'] },
    {
      name: 'how one of the copies is made',
      model: copies('0 s', { replication: 'asynchronous' }, {}),
      missing: ['replication'],
    },
  ],
});
