import { architecture, each, http, https, mysql } from 'stanchion';

// The load balancer asks for the client's certificate, ends TLS and does not tell the web servers whose it was.

const site = architecture('Lost client certificate', {
  summary: 'Three like servers behind a load balancer that ends TLS and with it the proof of who the client is.',
  link: 'document 002',
  complete: ['firewalls', 'monitoring'],
  assumptions: ['The document gives no number of servers: three are taken, each with its firewall and its monitoring.'],
});

const certificate = site.certificate('www.foobar.com', { names: ['www.foobar.com'] });
const monitoring = site.externalService('monitoring', {
  role: 'monitoring',
  why: 'Collects request rates, response times, errors and use of the machines, to see a bottleneck before users do.',
});
const visitor = site.user('visitor');

const lb = site.loadBalancer('load balancer', {
  listens: https(certificate, { clientCertificate: 'optional' }),
  forwardsClientCertificate: false,
});
lb.firewall('load balancer firewall', { incoming: 'filtered' });
lb.reports(monitoring, { sends: ['metrics'] });

const stack = site.servers(3, 'server', (server) => {
  server.firewall('firewall', { incoming: 'filtered' });
  server
    .agent('collector')
    .reports(monitoring, { sends: ['requests per second', 'latency', 'errors', 'cpu', 'memory', 'disk'] });
  const web = server.webServer('web server', { listens: http() });
  const app = server.appServer('application server');
  const db = server.database('mysql', { engine: 'mysql', listens: mysql() });
  web.forwards(app);
  return { web, app, db };
});

const [writer, ...others] = stack;
each(others).db.replicates(writer.db, { failover: 'none' });

visitor.visits(site.dns('foobar.com').record('A', 'www', lb));
lb.balances(each(stack).web);
each(stack).app.reads(each(stack).db);
each(stack).app.writes(writer.db);

export default site;
