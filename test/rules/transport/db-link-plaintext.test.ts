import { architecture, each, mysql } from '../../../src/index.js';
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
  ],
  cannotTell: [{ name: 'encryption untold', model: shop('untold').site, missing: ['listens'] }],
});
