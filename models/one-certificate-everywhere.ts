import { anyone, architecture, each, http, https, mysql } from 'stanchion';

// Three servers with everything on each, one certificate on the load balancer and on every web server, and a load balancer
// that hands its requests on in plaintext all the same.

const site = architecture('One certificate everywhere', {
  summary: 'Three servers with web server, application and MySQL each serve www.foobar.com behind one load balancer.',
  link: 'document 001',
  complete: ['firewalls', 'monitoring'],
});

const certificate = site.certificate('www.foobar.com', { names: ['www.foobar.com'] });
const monitoring = site.externalService('Sumo Logic', {
  role: 'monitoring',
  why: 'Takes the metrics and logs of all servers, to watch over them and to find what went wrong.',
});
const visitor = site.user('visitor', { description: 'Types www.foobar.com into a browser.' });

const lb = site.loadBalancer('load balancer', {
  listens: https(certificate),
  why: 'Spreads the requests over the three servers, so that one of them can be away.',
});
lb.firewall('load balancer firewall', { incoming: 'deny' }).allows(anyone, lb);

const stack = site.servers(3, 'server', (server) => {
  server.firewall('firewall', { incoming: 'filtered', outgoing: 'filtered' });
  server.agent('monitoring client').reports(monitoring, { sends: ['metrics', 'logs'] });
  const web = server.webServer('web server', { listens: { plain: http(), secure: https(certificate) } });
  const app = server.appServer('application server');
  const db = server.database('mysql', { engine: 'mysql', listens: mysql() });
  web.forwards(app);
  return { web, app, db };
});

// One MySQL takes the writes; the others copy it.
const [writer, ...others] = stack;
each(others).db.replicates(writer.db, { failover: 'none' });

visitor.visits(site.dns('foobar.com').record('A', 'www', lb));
lb.balances(each(stack).web.at.plain);
each(stack).app.reads(each(stack).db);
each(stack).app.writes(writer.db);

export default site;
