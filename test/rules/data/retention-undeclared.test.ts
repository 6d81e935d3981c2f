import { architecture, type DataClass } from '../../../src/index.js';
import rule from '../../../src/rules/data/retention-undeclared.js';
import { testRule } from '../../../src/testing.js';

interface Facts {
  readonly holds?: readonly DataClass[];
  readonly retention?: '1 year';
}

function customers(facts: Facts, carries?: DataClass) {
  const site = architecture('shop');
  const store = site.database('customers', facts);
  if (carries) site.appServer('app').writes(store, { carries: [carries] });
  return site;
}

function grouped(retention?: '1 year') {
  const site = architecture('shop');
  const members = [1, 2].map((number) => site.database(`node ${number}`, { holds: ['personal'] }));
  site.cluster('group', members, retention ? { retention } : {});
  return site;
}

function logs(retention?: '1 year', isTold: 'role' | 'sends' = 'role') {
  const site = architecture('shop');
  const role = isTold === 'role' ? 'logging' : 'monitoring';
  const service = site.externalService('archive', { role, ...(retention && { retention }) });
  site
    .server('web')
    .agent('collector')
    .reports(service, { sends: isTold === 'role' ? ['metrics'] : ['logs'] });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'told', model: customers({ holds: ['personal'], retention: '1 year' }) },
    { name: 'told of the group', model: grouped('1 year') },
    { name: 'nothing about people', model: customers({ holds: ['internal', 'credentials'] }) },
    { name: 'told of logs', model: logs('1 year') },
    { name: 'nothing hints at people', model: customers({}, 'internal') },
    { name: 'told for whatever it holds', model: customers({ retention: '1 year' }, 'personal') },
    {
      name: 'other classes wanted',
      model: customers({ holds: ['personal'] }),
      options: { classes: ['health'] },
    },
  ],
  invalid: [
    {
      name: 'a store',
      model: customers({ holds: ['public', 'personal'] }),
      findings: [
        { at: 'customers', severity: 'low', message: 'Nobody has said for how long data are kept in customers.' },
      ],
    },
    { name: 'payment', model: customers({ holds: ['payment'] }), findings: [{}] },
    { name: 'health', model: customers({ holds: ['health'] }), findings: [{}] },
    { name: 'a group once', model: grouped(), findings: [{ at: 'node 1' }] },
    { name: 'a service for logs', model: logs(), findings: [{ at: 'externalService/archive' }] },
    { name: 'a service that is sent logs', model: logs(undefined, 'sends'), findings: [{}] },
  ],
  cannotTell: [
    { name: 'what it holds, where personal data pass', model: customers({}, 'personal'), missing: ['holds'] },
  ],
});
