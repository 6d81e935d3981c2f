import { anyone, architecture, each, http, https, mysql } from 'stanchion';

// Third stage of the course: three firewalls, a certificate and a collector on every server.

const site = architecture('Secured and monitored web infrastructure', {
  summary: 'The distributed infrastructure of www.foobar.com behind firewalls, served over HTTPS and watched.',
  complete: ['firewalls', 'monitoring'],
});

const certificate = site.certificate('www.foobar.com', { names: ['www.foobar.com'] });
const monitoring = site.externalService('Sumo Logic', { role: 'monitoring' });
const visitor = site.user('visitor', { description: 'Opens www.foobar.com in a browser.' });

const front = site.server('front');
front.agent('collector').reports(monitoring, { sends: ['metrics', 'logs'] });
const lb = front.loadBalancer('haproxy', {
  software: 'HAProxy',
  algorithm: 'round robin',
  listens: https(certificate),
  publicAddress: true,
  why: 'Ends TLS and spreads the requests over both servers, each in turn.',
});

front.firewall('firewall', { incoming: 'deny' }).allows(anyone, lb);

const stack = site.servers(2, 'server', (server) => {
  const firewall = server.firewall('firewall', { incoming: 'deny' });
  server.agent('collector').reports(monitoring, { sends: ['metrics', 'logs', 'requests per second'] });
  const web = server.webServer('nginx', { software: 'nginx', listens: http() });
  const app = server.appServer('application');
  const db = server.database('mysql', { engine: 'mysql', listens: mysql() });
  web.forwards(app);
  return { firewall, web, app, db };
});

const [primary, replica] = stack;
replica.db.replicates(primary.db, { failover: 'none', replication: 'asynchronous' });

const inside = stack.flatMap(({ app, db }) => [app, db]);
for (const { firewall, web, db } of stack) {
  firewall.allows(lb, web);
  firewall.allows(inside, db);
}

visitor.visits(site.dns('foobar.com').record('A', 'www', lb));
lb.balances(each(stack).web);
each(stack).app.reads([primary.db, replica.db]);
each(stack).app.writes(primary.db);

export default site;
