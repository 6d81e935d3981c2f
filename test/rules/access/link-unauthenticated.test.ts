import {
  type Authentication,
  architecture,
  type DataClass,
  type Environment,
  https,
  redis,
  ssh,
} from '../../../src/index.js';
import rule from '../../../src/rules/access/link-unauthenticated.js';
import { testRule } from '../../../src/testing.js';

const said = (authenticatedBy: Authentication | undefined) => (authenticatedBy ? { authenticatedBy } : {});

function store(authenticatedBy?: Authentication, environment: Environment = 'production') {
  const site = architecture('shop', { environment });
  const sessions = site.cache('sessions', { listens: redis({ tls: false }) });
  for (const app of site.servers(2, 'server', (server) => server.appServer('app'))) {
    app.reads(sessions, said(authenticatedBy));
  }
  return site;
}

function onOneServer(authenticatedBy?: Authentication) {
  const site = architecture('shop');
  const server = site.server('server');
  server.appServer('app').writes(server.cache('sessions', { listens: redis({ tls: false }) }), said(authenticatedBy));
  return site;
}

function pictures(holds: readonly DataClass[], verb: 'reads' | 'writes') {
  const site = architecture('shop');
  const store = site.objectStore('pictures', { holds });
  site.appServer('app')[verb](store, { authenticatedBy: 'none' });
  return site;
}

function calls(target: 'app' | 'vault' | 'identity' | 'outside', carries: readonly DataClass[] = []) {
  const site = architecture('shop');
  const targets = {
    app: () => site.appServer('other'),
    vault: () => site.secretStore('vault'),
    identity: () => site.identityProvider('logins'),
    outside: () => site.externalService('bank'),
  };
  site.appServer('app').calls(targets[target](), { authenticatedBy: 'none', carries });
  return site;
}

function withCertificates(clientCertificate: 'required' | 'optional') {
  const site = architecture('shop');
  const vault = site.secretStore('vault', { listens: https(site.certificate('vault'), { clientCertificate }) });
  site.appServer('app').calls(vault);
  return site;
}

function administered(authenticatedBy?: Authentication, secure = false) {
  const site = architecture('shop');
  const web = site.webServer('web', secure ? { listens: ssh() } : {});
  site.user('operator').administers(web, said(authenticatedBy));
  return site;
}

function backedUp(authenticatedBy?: Authentication) {
  const site = architecture('shop');
  site.database('orders').backsUp(site.externalService('vault', { role: 'backup' }), said(authenticatedBy));
  return site;
}

function visited() {
  const site = architecture('shop');
  const app = site.appServer('app');
  app.writes(site.database('orders', { holds: ['personal'] }), { authenticatedBy: 'password' });
  site.webServer('web').forwards(app, { authenticatedBy: 'none' });
  site.user('visitor').visits(app, { authenticatedBy: 'none' });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'a password', model: store('password') },
    { name: 'there is something, untold what', model: store('unspecified') },
    { name: 'outside of production', model: store('none', 'staging') },
    { name: 'on one server', model: onOneServer('none') },
    { name: 'on one server, untold', model: onOneServer() },
    { name: 'what is public is read by anybody', model: pictures(['public'], 'reads') },
    { name: 'nothing that matters', model: calls('app', ['internal']) },
    { name: 'what others run is theirs', model: calls('outside', ['personal']) },
    { name: 'a client certificate is required', model: withCertificates('required') },
    { name: 'ssh asks', model: administered(undefined, true) },
    { name: 'a backup, untold', model: backedUp() },
    { name: 'visitors, and proxies that hand on', model: visited() },
  ],
  invalid: [
    {
      name: 'a store lets everybody in',
      model: store('none'),
      findings: [
        {
          at: 'sessions',
          severity: 'high',
          message: 'No authentication stands between app on server-1 and server-2 and sessions.',
          evidence: ['server-1/app reads sessions', 'server-2/app reads sessions'],
        },
      ],
    },
    {
      name: 'on one server, where that counts',
      model: onOneServer('none'),
      options: { ignoreSameHost: false },
      findings: [{ at: 'server/sessions' }],
    },
    {
      name: 'what is public is written by anybody',
      model: pictures(['public'], 'writes'),
      findings: [{ at: 'pictures' }],
    },
    {
      name: 'what is read is more than public',
      model: pictures(['public', 'internal'], 'reads'),
      findings: [{ at: 'pictures' }],
    },
    { name: 'what a store holds is untold', model: pictures([], 'reads'), findings: [{ at: 'pictures' }] },
    { name: 'personal data comes back', model: calls('app', ['personal']), findings: [{ at: 'other' }] },
    { name: 'secrets', model: calls('vault'), findings: [{ at: 'vault' }] },
    { name: 'identities', model: calls('identity'), findings: [{ at: 'logins' }] },
    { name: 'administration', model: administered('none'), findings: [{ at: 'web' }] },
    { name: 'a backup with others', model: backedUp('none'), findings: [{ at: 'externalService/vault' }] },
  ],
  cannotTell: [
    { name: 'untold', model: store(), missing: ['authenticatedBy'] },
    { name: 'a client certificate may be shown', model: withCertificates('optional'), missing: ['authenticatedBy'] },
    { name: 'administration untold', model: administered(), missing: ['authenticatedBy'] },
  ],
});
