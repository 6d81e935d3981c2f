import { architecture, type Duration } from '../../../src/index.js';
import rule from '../../../src/rules/data/backup-interval-rpo.js';
import { testRule } from '../../../src/testing.js';

interface Given {
  readonly rpo?: Duration;
  /** One for each backup; `null`: not told. */
  readonly every?: readonly (Duration | null)[];
  readonly copied?: boolean;
  readonly environment?: 'production' | 'test';
}

function orders({ rpo, every = [], copied = false, environment = 'production' }: Given) {
  const site = architecture('shop', { environment });
  const store = site.database('orders', { engine: 'mysql', ...(rpo && { rpo }) });
  if (copied) site.database('copy', { engine: 'mysql' }).replicates(store);
  every.forEach((interval, index) => {
    store.backsUp(site.backupStore(`vault ${index + 1}`), interval === null ? {} : { every: interval });
  });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'as often as demanded', model: orders({ rpo: '1 day', every: ['24 h'] }) },
    { name: 'one of them often enough', model: orders({ rpo: '1 h', every: ['1 week', '30 min'] }) },
    { name: 'one of them often enough, one untold', model: orders({ rpo: '1 h', every: [null, '1 h'] }) },
    { name: 'neither is told', model: orders({ every: [null] }) },
    { name: 'no backup is another rule’s', model: orders({ rpo: '1 h' }) },
    {
      name: 'nothing may be lost: that is for the copies',
      model: orders({ rpo: '0 s', every: ['1 day'], copied: true }),
    },
    { name: 'not in production', model: orders({ rpo: '1 h', every: ['1 day'], environment: 'test' }) },
  ],
  invalid: [
    {
      name: 'too rarely',
      model: orders({ rpo: '1 day', every: ['25 h', '1 week'] }),
      findings: [
        {
          at: 'orders',
          severity: 'high',
          message: 'orders may lose 1 day, and is backed up every 25 h.',
          evidence: ['orders backsUp vault 1', 'orders backsUp vault 2'],
          fix: [{ on: { flow: 'orders backsUp vault 1' }, set: { every: '1 day' } }],
        },
      ],
    },
    {
      name: 'copies do not help against a mistake',
      model: orders({ rpo: '5 min', every: ['1 day'], copied: true }),
      findings: [{ at: 'orders' }],
    },
    {
      name: 'nothing may be lost, and there is no copy',
      model: orders({ rpo: '0 s', every: ['1 day'] }),
      findings: [{ message: 'orders may lose 0 s, and is backed up every 1 day.', fix: [] }],
    },
  ],
  cannotTell: [
    { name: 'how often', model: orders({ rpo: '1 h', every: [null] }), missing: ['every'] },
    { name: 'how often one of them', model: orders({ rpo: '1 h', every: ['1 day', null] }), missing: ['every'] },
    { name: 'what is demanded', model: orders({ every: ['1 day'] }), missing: ['rpo'] },
  ],
});
