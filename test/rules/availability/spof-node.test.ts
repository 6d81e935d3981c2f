import { architecture, each } from '../../../src/index.js';
import rule from '../../../src/rules/availability/spof-node.js';
import { testRule } from '../../../src/testing.js';

function oneServer(environment?: 'production' | 'staging', ofTheBox?: 'production' | 'staging') {
  const site = architecture('shop', environment ? { environment } : {});
  const server = site.server('box', ofTheBox ? { environment: ofTheBox } : {});
  const web = server.webServer('web');
  const app = server.appServer('app');
  web.forwards(app);
  site.user('visitor').visits(web);
  app.writes(server.database('orders'));
  return site;
}

function twoServers(healthCheck: boolean | undefined, servers = 2) {
  const site = architecture('shop');
  const lb = site.loadBalancer('balancer');
  const stores = site.servers(2, 'data', (server) => server.objectStore('pictures'));
  const webs = site.servers(servers, 'server', (server) => server.webServer('web'));
  site.user('visitor').visits(lb);
  lb.balances(webs, healthCheck === undefined ? {} : { healthCheck });
  each(webs).reads(stores);
  return site;
}

/** Two of everything, all in one availability zone. */
function oneZone() {
  const site = architecture('shop');
  const a = site.region('Frankfurt').availabilityZone('zone a');
  const apps = [1, 2].map((number) => site.appServer(`app ${number}`, { standsIn: a }));
  const stores = [1, 2].map((number) => site.objectStore(`pictures ${number}`, { standsIn: a }));
  const visitor = site.user('visitor');
  visitor.visits(apps);
  each(apps).reads(stores);
  return site;
}

function behindName(nameServers?: readonly string[]) {
  const site = architecture('shop');
  const web = site.servers(2, 'server', (server) => server.webServer('web'));
  const stores = site.servers(2, 'data', (server) => server.objectStore('pictures'));
  const zone = site.dns('example.org', nameServers ? { nameServers } : {});
  site.user('visitor').visits(zone.record('A', 'www', web));
  each(web).reads(stores);
  return site;
}

const twoNames = ['ns1.example.net', 'ns2.example.com'];

testRule(rule, {
  valid: [
    { name: 'two servers behind a balancer', model: twoServers(true) },
    { name: 'two name servers and two servers', model: behindName(twoNames) },
    { name: 'what a missing health check breaks belongs to the balancer', model: twoServers(false) },
    { name: 'nothing at all', model: architecture('empty') },
    { name: 'not in production', model: oneServer('staging') },
    { name: 'a server that is not in production', model: oneServer('production', 'staging') },
  ],
  invalid: [
    {
      name: 'one server with every role: each role is single, the database is another rule’s',
      model: oneServer(),
      findings: [
        {
          at: 'box/web',
          severity: 'high',
          message: 'When web fails, visitor can no longer write to orders.',
          evidence: ['box'],
        },
        { at: 'box/app', message: 'When app fails, visitor can no longer write to orders.' },
      ],
    },
    {
      name: 'a server that is in production, in an architecture that is not',
      model: oneServer('staging', 'production'),
      findings: [{ at: 'box/web' }, { at: 'box/app' }],
    },
    {
      name: 'one server behind a balancer',
      model: twoServers(true, 1),
      findings: [{ at: 'server-1/web' }],
    },
    {
      name: 'two of everything in one availability zone',
      model: oneZone(),
      findings: [{ at: 'region/Frankfurt/zone a', severity: 'medium', remedy: /over a second one/ }],
    },
  ],
  cannotTell: [{ name: 'name servers untold', model: behindName(), missing: ['nameServers'] }],
});
