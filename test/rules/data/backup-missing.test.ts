import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/data/backup-missing.js';
import { type FindingEdit, testRule } from '../../../src/testing.js';

function orders(complete: boolean, backup = false, environment: 'production' | 'test' = 'production') {
  const site = architecture('shop', { environment, ...(complete ? { complete: ['backups'] } : {}) });
  const db = site.database('orders');
  if (backup) db.backsUp(site.backupStore('vault'));
  return site;
}

function copied(backedUp: boolean) {
  const site = architecture('shop', { complete: ['backups'] });
  const [primary, replica] = site.servers(2, 'data', (server) => server.database('orders', { engine: 'mysql' }));
  replica?.replicates(primary!);
  if (backedUp) replica?.backsUp(site.objectStore('vault'));
  return site;
}

interface Vaults {
  readonly vaults?: number;
  readonly sameServer?: boolean;
  readonly rpo?: '0 s' | '1 h' | '1 week';
}

function beside({ vaults = 1, sameServer = false, rpo }: Vaults) {
  const site = architecture('shop', { complete: ['backups'] });
  const server = site.server('data');
  server.database('orders', rpo ? { rpo } : {});
  for (let number = 1; number <= vaults; number++) (sameServer ? server : site).backupStore(`vault ${number}`);
  return site;
}

const backup = (every: string): readonly FindingEdit[] => [
  { on: { element: 'data/orders' }, call: 'backsUp', args: [{ $element: 'vault 1' }, { every }] },
];

testRule(rule, {
  valid: [
    { name: 'backed up', model: orders(true, true) },
    { name: 'the replica is backed up, and where to needs none', model: copied(true) },
    { name: 'not in production', model: orders(true, false, 'test') },
  ],
  invalid: [
    {
      name: 'none, and the model tells all',
      model: orders(true),
      findings: [{ at: 'orders', severity: 'critical', message: 'orders has no backup.', fix: [] }],
    },
    { name: 'there is a place for backups', model: beside({}), findings: [{ fix: backup('1 day') }] },
    { name: 'an RPO that wants more', model: beside({ rpo: '1 h' }), findings: [{ fix: backup('1 h') }] },
    { name: 'an RPO that wants less', model: beside({ rpo: '1 week' }), findings: [{ fix: backup('1 day') }] },
    { name: 'an RPO that no backup keeps', model: beside({ rpo: '0 s' }), findings: [{ fix: backup('1 day') }] },
    { name: 'two places', model: beside({ vaults: 2 }), findings: [{ fix: [] }] },
    { name: 'a place that is lost with it', model: beside({ sameServer: true }), findings: [{ fix: [] }] },
    {
      name: 'copies are no backup',
      model: copied(false),
      findings: [
        {
          at: 'data-1/orders',
          message: 'Neither orders on data-1 nor its copies have a backup.',
          evidence: ['data-2/orders'],
        },
      ],
    },
  ],
  cannotTell: [{ name: 'backups are untold', model: orders(false), missing: ['complete: backups'] }],
});
