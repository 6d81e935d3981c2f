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

/** All ways lead through a switch in which nothing stands. */
function throughASwitch() {
  const site = architecture('shop');
  const through = site.failureDomain('core switch', { role: 'switch' });
  const apps = site.servers(2, 'server', (server) => server.appServer('app'));
  const stores = site.servers(2, 'data', (server) => server.objectStore('pictures'));
  site.user('visitor').visits(apps, { through });
  each(apps).reads(stores);
  return site;
}

/** Each of two on one server is missed by other users. */
function twoServices() {
  const site = architecture('shop');
  const server = site.server('box');
  for (const name of ['shop', 'blog']) {
    const app = server.appServer(name);
    site.user(`reader of the ${name}`).visits(app);
    const copies = [1, 2].map((number) => site.objectStore(`copy ${number} of the ${name}`));
    app.reads(copies);
  }
  return site;
}

/** A zone of names with one name server, and two of everything in one region. */
function others() {
  const site = architecture('shop', { recovery: 'active-active' });
  const region = site.region('Frankfurt');
  const apps = [1, 2].map((number) => site.appServer(`app ${number}`, { standsIn: region }));
  const stores = [1, 2].map((number) => site.objectStore(`pictures ${number}`, { standsIn: region }));
  const zone = site.dns('example.org', { nameServers: ['ns1.example.net'] });
  const nat = site.natGateway('nat');
  const uplink = site.failureDomain('line', { role: 'uplink' });
  site.user('visitor').visits(zone.record('A', 'www', apps), { through: [nat, uplink] });
  each(apps).reads(stores);
  return site;
}

/** A function before two stores: of a provider, of which nothing more is told, or on a server of ours. */
function alone(told: 'provider' | 'nothing' | 'provider of a server') {
  const site = architecture('shop');
  const place = told === 'provider of a server' ? site.server('box') : site;
  const code = place.function('resize', told === 'nothing' ? {} : { provider: 'Example Cloud' });
  site.user('visitor').visits(code);
  code.reads(site.servers(2, 'data', (server) => server.objectStore('pictures')));
  return site;
}

function unvisited() {
  const site = architecture('shop');
  site.webServer('web').forwards(site.appServer('app'));
  return site;
}

/** Two voters in two zones decide which of two databases takes writes. */
function elected() {
  const site = architecture('shop');
  const zones = [site.availabilityZone('a'), site.availabilityZone('b')] as const;
  const copies = zones.map((standsIn, index) => site.database(`orders ${index + 1}`, { standsIn }));
  const by = site.coordinator('elector', { instances: 2, standsIn: zones });
  const orders = site.cluster('orders', copies, { mode: 'active-passive', writer: copies[0]!, failover: { by } });
  const apps = zones.map((standsIn, index) => site.appServer(`app ${index + 1}`, { standsIn }));
  site.user('visitor').visits(apps);
  each(apps).writes(orders);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'two servers behind a balancer', model: twoServers(true) },
    { name: 'two of everything in one availability zone: another rule’s', model: oneZone() },
    { name: 'a name, a region, a gateway and an uplink: other rules’', model: others() },
    { name: 'what a missing health check breaks belongs to the balancer', model: twoServers(false) },
    { name: 'a zone that takes a weak vote along is the rule of votes’', model: elected() },
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
      name: 'a switch in which nothing stands',
      model: throughASwitch(),
      findings: [{ at: 'failureDomain/core switch', severity: 'high', remedy: /what needs it over a second one/ }],
    },
    {
      name: 'what a provider runs',
      model: alone('provider'),
      findings: [{ at: 'resize', remedy: /^Have its provider run it in two or more availability zones/ }],
    },
    {
      name: 'nobody is told to run it',
      model: alone('nothing'),
      findings: [{ at: 'resize', remedy: /^Run a second/ }],
    },
    {
      name: 'on a server of ours',
      model: alone('provider of a server'),
      findings: [{ at: 'box/resize', remedy: /^Run a second/ }],
    },
    {
      name: 'a server of two that are single anyway: only those',
      model: twoServices(),
      findings: [{ at: 'box/shop' }, { at: 'box/blog' }],
    },
  ],
  cannotTell: [{ name: 'nobody comes for anything', model: unvisited(), missing: ['journeys'] }],
});
