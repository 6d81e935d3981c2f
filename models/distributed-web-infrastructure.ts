import { architecture, each, http, mysql } from 'stanchion';

// Second stage of the course: a load balancer in front of two servers; still nothing is encrypted, filtered or watched.

const site = architecture('Distributed web infrastructure', {
  summary: 'A load balancer spreads the requests for www.foobar.com over two servers; the database has a replica.',
  complete: ['firewalls', 'monitoring'],
});

const visitor = site.user('visitor', { description: 'Opens www.foobar.com in a browser.' });

const front = site.server('front');
const lb = front.loadBalancer('haproxy', {
  software: 'HAProxy',
  algorithm: 'round robin',
  listens: http(),
  publicAddress: true,
  why: 'Spreads the requests over both servers, each in turn.',
});

const stack = site.servers(2, 'server', (server) => {
  const web = server.webServer('nginx', { software: 'nginx', listens: http() });
  const app = server.appServer('application');
  const db = server.database('mysql', { engine: 'mysql', listens: mysql() });
  web.forwards(app);
  return { web, app, db };
});

const [primary, replica] = stack;
replica.db.replicates(primary.db, { failover: 'none', replication: 'asynchronous' });

visitor.visits(site.dns('foobar.com').record('A', 'www', lb));
lb.balances(each(stack).web);
each(stack).app.reads([primary.db, replica.db]);
each(stack).app.writes(primary.db);

export default site;
