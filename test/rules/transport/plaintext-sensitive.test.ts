import {
  type Authentication,
  architecture,
  type DataClass,
  type Environment,
  http,
  https,
  tcp,
} from '../../../src/index.js';
import rule from '../../../src/rules/transport/plaintext-sensitive.js';
import { testRule } from '../../../src/testing.js';

interface Given {
  readonly carries?: readonly DataClass[];
  readonly by?: Authentication;
  readonly listens?: 'http' | 'https' | 'untold';
  readonly environment?: Environment;
  readonly oneServer?: boolean;
}

function calls({ carries, by, listens = 'http', environment = 'production', oneServer = false }: Given) {
  const site = architecture('shop', { environment });
  const server = oneServer ? site.server('server') : site;
  const certificate = site.certificate('stock');
  const app = server.appServer('app');
  const stock = () => {
    if (listens === 'untold') return server.appServer('stock');
    return listens === 'http'
      ? server.appServer('stock', { listens: http() })
      : server.appServer('stock', { listens: https(certificate) });
  };
  app.calls(stock(), {
    ...(carries && { carries }),
    ...(by && { authenticatedBy: by }),
  });
  return site;
}

function asks(what: 'vault' | 'identity') {
  const site = architecture('shop');
  const facts = { listens: http() };
  const target = what === 'vault' ? site.secretStore('vault', facts) : site.identityProvider('logins', facts);
  site.appServer('app').calls(target);
  return site;
}

/** The user's request reaches the database by a proxy, in plaintext behind it. */
function behind(proxy: 'loadBalancer' | 'webServer') {
  const site = architecture('shop');
  const listens = https(site.certificate('shop'));
  const app = site.appServer('app', { listens: http() });
  app.writes(site.database('orders', { listens: tcp(5432, { tls: false }), holds: ['personal', 'payment'] }));
  if (proxy === 'loadBalancer') {
    const balancer = site.loadBalancer('proxy', { listens });
    balancer.balances(app);
    site.user('visitor').visits(balancer);
  } else {
    const webs = site.servers(2, 'server', (server) => server.webServer('proxy', { listens }));
    for (const web of webs) web.forwards(app);
    site.user('visitor').visits(webs);
  }
  return site;
}

function handedOn() {
  const site = architecture('shop');
  const app = site.appServer('app', { listens: http() });
  site.webServer('web').forwards(app);
  return site;
}

function reported(outside: boolean, by?: Authentication) {
  const site = architecture('shop');
  const listens = http();
  const to = outside ? site.externalService('watcher', { listens }) : site.monitoringService('watcher', { listens });
  site.appServer('app').reports(to, { sends: ['metrics'], ...(by && { authenticatedBy: by }) });
  return site;
}

function backedUp(encrypted: boolean) {
  const site = architecture('shop');
  const copies = site.backupStore('copies', { listens: http() });
  site.database('orders', { holds: ['health'] }).backsUp(copies, { encrypted });
  return site;
}

function external() {
  const site = architecture('shop');
  const app = site.appServer('app', { listens: http() });
  app.calls(site.externalService('bank', { listens: http() }), { carries: ['payment'] });
  site.user('visitor').visits(app, { carries: ['personal'] });
  site.user('operator').administers(app, { carries: ['credentials'] });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'encrypted', model: calls({ carries: ['credentials'], listens: 'https' }) },
    { name: 'nothing that matters', model: calls({ carries: ['public', 'internal'] }) },
    { name: 'on one server', model: calls({ carries: ['personal'], oneServer: true }) },
    { name: 'outside of production', model: calls({ carries: ['personal'], environment: 'staging' }) },
    { name: 'where TLS ends, and at stores, other rules speak', model: behind('loadBalancer') },
    { name: 'over the internet another rule speaks', model: external() },
    { name: 'a backup that is encrypted itself', model: backedUp(true) },
    { name: 'what is handed on, untold what', model: handedOn() },
    { name: 'figures', model: reported(false) },
    { name: 'untold encryption of what does not matter', model: calls({ carries: ['internal'], listens: 'untold' }) },
  ],
  invalid: [
    {
      name: 'a call',
      model: calls({ carries: ['confidential', 'credentials'] }),
      findings: [
        {
          at: 'stock',
          severity: 'high',
          message: 'Between app and stock, confidential data and credentials travel in plaintext.',
          evidence: ['app calls stock'],
        },
      ],
    },
    {
      name: 'a token, sent along',
      model: calls({ by: 'token', carries: ['public'] }),
      findings: [{ message: 'Between app and stock, credentials travel in plaintext.' }],
    },
    {
      name: 'a password, sent along',
      model: calls({ by: 'password' }),
      findings: [{ message: /, credentials travel/ }],
    },
    { name: 'a key, sent along', model: calls({ by: 'api key' }), findings: [{ message: /, credentials travel/ }] },
    { name: 'secrets', model: asks('vault'), findings: [{ at: 'vault', message: /, credentials travel/ }] },
    { name: 'identities', model: asks('identity'), findings: [{ at: 'logins', message: /, credentials travel/ }] },
    {
      name: 'behind web servers that end TLS',
      model: behind('webServer'),
      findings: [
        {
          at: 'app',
          message:
            'Between proxy on server-1 and server-2 and app, personal data and payment data travel in plaintext.',
        },
      ],
    },
    {
      name: 'a backup',
      model: backedUp(false),
      findings: [{ at: 'copies', message: /, health data travel/ }],
    },
    {
      name: 'reports that leave the site',
      model: reported(true, 'api key'),
      findings: [{ at: 'externalService/watcher', severity: 'critical' }],
    },
    { name: 'reports inside', model: reported(false, 'api key'), findings: [{ at: 'watcher', severity: 'high' }] },
  ],
  cannotTell: [
    { name: 'what is carried', model: calls({}), missing: ['carries'] },
    {
      name: 'whether it is encrypted',
      model: calls({ carries: ['personal'], listens: 'untold' }),
      missing: ['listens'],
    },
  ],
});
