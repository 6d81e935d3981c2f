import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/data/rpo-rto-undeclared.js';
import { testRule } from '../../../src/testing.js';

interface Facts {
  readonly rpo?: '1 h';
  readonly rto?: '1 h';
}

function stores(...told: readonly Facts[]) {
  const site = architecture('shop');
  told.forEach((facts, index) => {
    site.database(`store ${index + 1}`, facts);
  });
  return site;
}

function grouped() {
  const site = architecture('shop');
  const databases = [1, 2].map((number) => site.database(`node ${number}`));
  databases[0]!.backsUp(site.objectStore('vault'));
  site.cache('sessions');
  site.cluster('group', databases, { rpo: '1 h', rto: '1 h' });
  return site;
}

function testing() {
  const site = architecture('shop', { environment: 'test' });
  site.database('orders');
  return site;
}

testRule(rule, {
  valid: [
    { name: 'both are told', model: stores({ rpo: '1 h', rto: '1 h' }) },
    { name: 'told of the group; caches and backups need none', model: grouped() },
    { name: 'not in production', model: testing() },
  ],
  invalid: [
    {
      name: 'neither is told of several stores: one finding',
      model: stores({}, { rpo: '1 h', rto: '1 h' }, {}),
      findings: [
        {
          at: ['store 1', 'store 3'],
          severity: 'low',
          message: 'Neither RPO nor RTO is told for store 1 and store 3.',
        },
      ],
    },
    {
      name: 'one of the two',
      model: stores({ rto: '1 h' }, { rpo: '1 h' }),
      findings: [
        { at: 'store 1', message: 'No RPO is told for store 1.' },
        { at: 'store 2', message: 'No RTO is told for store 2.' },
      ],
    },
  ],
});
