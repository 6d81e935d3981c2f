import { anyone, architecture, each, http, https, mysql } from 'stanchion';

// Fourth stage of the course: a second load balancer, and a server for each role.

const site = architecture('Scaled-up web infrastructure', {
  summary:
    'Two load balancers share one address, and web server, application and database each have servers of their own.',
  complete: ['firewalls', 'monitoring'],
});

const certificate = site.certificate('www.foobar.com', { names: ['www.foobar.com'] });
const monitoring = site.externalService('Sumo Logic', { role: 'monitoring' });
const visitor = site.user('visitor', { description: 'Opens www.foobar.com in a browser.' });

const balancers = site.servers(2, 'balancer', (server) => {
  server.agent('collector').reports(monitoring, { sends: ['metrics', 'logs'] });
  const lb = server.loadBalancer('haproxy', {
    software: 'HAProxy',
    algorithm: 'round robin',
    listens: https(certificate),
  });
  server.firewall('firewall', { incoming: 'deny' }).allows(anyone, lb);
  return lb;
});
const [active, standby] = balancers;
const lb = site.cluster('load balancer', [active, standby], {
  mode: 'active-passive',
  address: '203.0.113.10',
  failover: { by: standby, within: '5 s' },
  fencing: true,
  why: 'Two load balancers behind one address: when the active one goes, the other takes the address over.',
});

const webs = site.servers(2, 'web', (server) => {
  server.agent('collector').reports(monitoring, { sends: ['metrics', 'logs', 'requests per second'] });
  const web = server.webServer('nginx', { software: 'nginx', listens: http() });
  server.firewall('firewall', { incoming: 'deny' }).allows(balancers, web);
  return web;
});

const apps = site.servers(2, 'application', (server) => {
  server.agent('collector').reports(monitoring, { sends: ['metrics', 'logs'] });
  const app = server.appServer('application');
  server.firewall('firewall', { incoming: 'deny' }).allows(webs, app);
  return app;
});

const databases = site.servers(2, 'database', (server) => {
  server.agent('collector').reports(monitoring, { sends: ['metrics', 'logs'] });
  const db = server.database('mysql', { engine: 'mysql', listens: mysql() });
  const firewall = server.firewall('firewall', { incoming: 'deny' });
  firewall.allows(apps, db);
  return { db, firewall };
});
const [primary, replica] = databases;
primary.firewall.allows(replica.db, primary.db);
replica.db.replicates(primary.db, { failover: 'none', replication: 'asynchronous' });

visitor.visits(site.dns('foobar.com').record('A', 'www', lb));
lb.balances(webs, { healthCheck: '/health' });
each(webs).forwards(apps, { healthCheck: '/health' });
each(apps).reads(each(databases).db);
each(apps).writes(primary.db);

export default site;
