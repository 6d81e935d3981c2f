import { architecture, type Environment } from '../../../src/index.js';
import rule from '../../../src/rules/access/trust-anchor-not-isolated.js';
import { testRule } from '../../../src/testing.js';

interface Given {
  readonly beside?: 'app' | 'agent' | 'anchor';
  readonly servers?: number;
  readonly environment?: Environment;
}

function onServer({ beside, servers = 1, environment = 'production' }: Given) {
  const site = architecture('shop', { environment });
  site.servers(servers, 'server', (server) => {
    server.secretStore('vault');
    if (beside === 'app') server.appServer('app');
    if (beside === 'agent') server.agent('collector');
    if (beside === 'anchor') server.identityProvider('logins');
  });
  return site;
}

function inZone(where: 'with the entrance' | 'apart' | 'is the entrance') {
  const site = architecture('shop');
  const edge = site.zone('edge');
  const place = where === 'apart' ? site.zone('inside') : edge;
  const logins = place.identityProvider('logins');
  const web = edge.appServer('web');
  web.calls(logins);
  if (where === 'is the entrance') site.externalService('partner').calls(logins);
  else site.user('visitor').visits(web);
  return site;
}

function secretsInZone() {
  const site = architecture('shop');
  const edge = site.zone('edge');
  const web = edge.appServer('web');
  web.calls(edge.secretStore('vault'));
  site.user('visitor').visits(web);
  return site;
}

function both() {
  const site = architecture('shop');
  const edge = site.zone('edge');
  const server = edge.server('server');
  server.secretStore('vault');
  site.user('visitor').visits(server.webServer('web'));
  return site;
}

function nowhere() {
  const site = architecture('shop');
  site.secretStore('vault');
  return site;
}

testRule(rule, {
  valid: [
    { name: 'a server of its own', model: onServer({}) },
    { name: 'with an agent that watches it', model: onServer({ beside: 'agent' }) },
    { name: 'with another of its sort', model: onServer({ beside: 'anchor' }) },
    { name: 'outside of production', model: onServer({ beside: 'app', environment: 'test' }) },
    { name: 'in a zone that nobody enters', model: inZone('apart') },
    { name: 'in a zone that is entered by itself', model: inZone('is the entrance') },
    { name: 'secrets beside an entrance are another rule’s', model: secretsInZone() },
    { name: 'none', model: architecture('shop') },
  ],
  invalid: [
    {
      name: 'on the server of an application',
      model: onServer({ beside: 'app' }),
      findings: [
        {
          at: 'server-1/vault',
          severity: 'medium',
          message: 'On server-1, vault and app run together.',
          evidence: ['server-1', 'server-1/app'],
        },
      ],
    },
    {
      name: 'servers alike are one finding',
      model: onServer({ beside: 'app', servers: 2 }),
      findings: [{ at: ['server-1/vault', 'server-2/vault'], message: /^On server-1 and server-2, vault on/ }],
    },
    {
      name: 'in a zone that people come to',
      model: inZone('with the entrance'),
      findings: [
        {
          at: 'edge/logins',
          message: 'In the zone edge, logins and web stand together, and people come in there from outside.',
          evidence: ['edge', 'edge/web'],
        },
      ],
    },
    { name: 'both is one finding', model: both(), findings: [{ message: /^On server, vault and web/ }] },
  ],
  cannotTell: [{ name: 'untold where it stands', model: nowhere(), missing: ['place'] }],
});
