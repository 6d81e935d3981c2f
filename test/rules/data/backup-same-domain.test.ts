import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/data/backup-same-domain.js';
import { testRule } from '../../../src/testing.js';

function onServer(elsewhere: boolean) {
  const site = architecture('shop');
  const server = site.server('box');
  const db = server.database('orders');
  db.backsUp(server.backupStore('dumps'));
  if (elsewhere) db.backsUp(site.externalService('vault', { role: 'backup' }));
  return site;
}

function inAccount(account: 'one' | 'two') {
  const site = architecture('shop');
  const one = site.failureDomain('one', { role: 'account' });
  const other = account === 'one' ? one : site.failureDomain('two', { role: 'account' });
  site.database('orders', { standsIn: one }).backsUp(site.objectStore('dumps', { standsIn: other }));
  return site;
}

function onServers() {
  const site = architecture('shop');
  site.server('a').database('orders').backsUp(site.server('b').backupStore('dumps'));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'a second backup elsewhere', model: onServer(true) },
    { name: 'another account', model: inAccount('two') },
    { name: 'no backup at all is another rule’s', model: architecture('empty') },
  ],
  invalid: [
    {
      name: 'the same server',
      model: onServer(false),
      findings: [
        {
          at: 'box/orders',
          severity: 'high',
          message: 'orders and its backup in dumps are lost together with box.',
          evidence: ['box', 'box/dumps', 'box/orders backsUp box/dumps'],
        },
      ],
    },
    {
      name: 'the same account',
      model: inAccount('one'),
      findings: [{ at: 'orders', message: /together with one\.$/ }],
    },
  ],
  cannotTell: [{ name: 'servers in places untold', model: onServers(), missing: ['standsIn'] }],
});
