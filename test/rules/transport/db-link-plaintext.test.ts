import { architecture, type DataClass, each, mysql } from '../../../src/index.js';
import rule from '../../../src/rules/transport/db-link-plaintext.js';
import { testRule } from '../../../src/testing.js';

function shop(tls: 'yes' | 'no' | 'untold') {
  const site = architecture('shop');
  const listens = { yes: mysql({ tls: site.certificate('db') }), no: mysql({ tls: false }), untold: mysql() }[tls];
  const apps = site.servers(2, 'server', (server) => server.appServer('app'));
  const primary = site.database('primary', { engine: 'mysql', listens });
  each(apps).writes(primary);
  each(apps).reads(primary);
  return { site, primary, listens };
}

function withReplica() {
  const { site, primary, listens } = shop('no');
  site.database('replica', { engine: 'mysql', listens }).replicates(primary);
  return site;
}

/** What an app reads from a replica, where the primary or the cluster says what they hold. */
function holding(holds: readonly DataClass[], where: 'primary' | 'cluster' = 'primary') {
  const site = architecture('shop');
  const listens = mysql({ tls: false });
  const told = where === 'primary' ? { holds } : {};
  const primary = site.server('one').database('primary', { engine: 'mysql', listens, ...told });
  const replica = site.server('two').database('replica', { engine: 'mysql', listens });
  if (where === 'primary') replica.replicates(primary);
  const cluster = where === 'cluster' ? site.cluster('orders', [primary, replica], { holds }) : undefined;
  site
    .server('three')
    .appServer('app')
    .reads(cluster ?? replica);
  return site;
}

function oneServer() {
  const site = architecture('shop');
  const server = site.server('box');
  server.appServer('app').writes(server.database('orders', { listens: mysql({ tls: false }) }));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'encrypted', model: shop('yes').site },
    { name: 'plaintext that stays on one server', model: oneServer() },
  ],
  invalid: [
    {
      name: 'several links into one store are one finding',
      model: shop('no').site,
      findings: [
        {
          at: 'primary',
          severity: 'medium',
          message: 'app on server-1 and server-2 and primary talk in plaintext.',
          evidence: ['server-1/app writes primary', 'server-2/app reads primary'],
        },
      ],
    },
    {
      name: 'replication too',
      model: withReplica(),
      findings: [{ at: 'primary', evidence: ['replica replicates primary'] }],
    },
    {
      name: 'of personal data, which a copy says',
      model: holding(['internal', 'personal']),
      findings: [
        { at: 'one/primary', severity: 'high' },
        { at: 'two/replica', severity: 'high' },
      ],
    },
    {
      name: 'of what is more sensitive, which the cluster says',
      model: holding(['credentials'], 'cluster'),
      findings: [{ severity: 'high' }],
    },
    {
      name: 'of internal data',
      model: holding(['public', 'internal'], 'cluster'),
      findings: [{ severity: 'medium' }],
    },
  ],
  cannotTell: [{ name: 'encryption untold', model: shop('untold').site, missing: ['listens'] }],
});
