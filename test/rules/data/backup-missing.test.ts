import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/data/backup-missing.js';
import { testRule } from '../../../src/testing.js';

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
      findings: [{ at: 'orders', severity: 'critical', message: 'orders has no backup.' }],
    },
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
