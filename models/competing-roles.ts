import { architecture, each, http, https, mysql } from 'stanchion';

// Web server, application and MySQL compete for the same machine, three times over.

const site = architecture('Competing roles', {
  summary: 'Nginx, Gunicorn and MySQL share each of three servers behind a load balancer.',
  link: 'document 003',
  complete: ['firewalls', 'monitoring'],
  assumptions: ['The document gives no number of servers: three are taken, each with a firewall.'],
});

const certificate = site.certificate('www.foobar.com', { names: ['www.foobar.com'] });
const monitoring = site.externalService('Sumo Logic', {
  role: 'monitoring',
  why: 'Takes performance figures, logs, error rates and traffic from every server, to analyse them and raise the alarm.',
});
const visitor = site.user('visitor');

const lb = site.loadBalancer('load balancer', {
  listens: https(certificate),
  why: 'Spreads the requests, so that no server has too many of them.',
});
lb.firewall('load balancer firewall', { incoming: 'filtered' });

const stack = site.servers(3, 'server', (server) => {
  server.firewall('firewall', { incoming: 'filtered' });
  server.agent('collector').reports(monitoring, { sends: ['metrics', 'logs', 'errors', 'network'] });
  const web = server.webServer('nginx', {
    software: 'nginx',
    listens: http(),
    why: 'Serves static files and hands what needs a program to the application server.',
  });
  const app = server.appServer('gunicorn', {
    software: 'Gunicorn',
    why: 'Runs the application and asks the database.',
  });
  const db = server.database('mysql', { engine: 'mysql', listens: mysql() });
  web.forwards(app);
  return { web, app, db };
});

// Only one MySQL takes the writes.
const [writer, ...others] = stack;
each(others).db.replicates(writer.db, { failover: 'none', replication: 'asynchronous' });

visitor.visits(site.dns('foobar.com').record('A', 'www', lb));
lb.balances(each(stack).web);
each(stack).app.reads(each(stack).db);
each(stack).app.writes(writer.db);

export default site;
