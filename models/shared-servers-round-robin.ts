import { architecture, each, http, https, mysql } from 'stanchion';

// Round robin over servers that do everything, a primary with one replica, and nobody who is told when something fails.

const site = architecture('Shared servers, round robin', {
  summary:
    'A load balancer hands requests in turn to servers that each run web server, application and, on two, MySQL.',
  link: 'document 004',
  complete: ['firewalls', 'monitoring', 'alerts'],
  assumptions: [
    'The document gives no number of servers: three are taken, with the primary on the first and its replica on the second.',
  ],
});

const certificate = site.certificate('www.foobar.com', { names: ['www.foobar.com'] });
const monitoring = site.externalService('Sumo Logic', {
  role: 'monitoring',
  why: 'Shows processor, memory and queries of every server, and the requests per second of the web servers.',
});
const visitor = site.user('visitor');

const lb = site.loadBalancer('load balancer', {
  listens: https(certificate),
  algorithm: 'round robin',
  why: 'Hands each request to the next server in turn and ends TLS, to take that work off the servers.',
});
lb.firewall('load balancer firewall', { incoming: 'filtered' });

const stack = site.servers(3, 'server', (server) => {
  server.firewall('firewall', { incoming: 'filtered' });
  server
    .agent('monitoring client')
    .reports(monitoring, { sends: ['cpu', 'memory', 'queries per second', 'requests per second'] });
  const web = server.webServer('nginx', {
    software: 'nginx',
    listens: http(),
    why: 'Serves static files and forwards what is dynamic.',
  });
  const app = server.appServer('application server', {
    why: 'Holds the logic of the application and asks the database.',
  });
  web.forwards(app);
  return { server, web, app };
});

const [first, second] = stack;
const primary = first.server.database('primary', { engine: 'mysql', listens: mysql(), why: 'Takes all writes.' });
const replica = second.server.database('replica', {
  engine: 'mysql',
  listens: mysql(),
  why: 'Answers reads, so that the primary has fewer, and keeps a second copy.',
});
replica.replicates(primary, { failover: 'none' });

visitor.visits(site.dns('foobar.com').record('A', 'www', lb));
lb.balances(each(stack).web);
each(stack).app.reads([replica, primary]);
each(stack).app.writes(primary);

export default site;
