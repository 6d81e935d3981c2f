import { architecture, each, http, https } from 'stanchion';

const site = architecture('www.foobar.com', {
  summary: 'Three servers behind a load balancer: secured, monitored, encrypted.',
});
const certificate = site.certificate('www.foobar.com', { names: ['www.foobar.com'] });
const sumo = site.externalService('Sumo Logic', { role: 'monitoring' });
const visitor = site.user('visitor');

// The load balancer ends TLS; a firewall stands in front of it.
const lb = site.loadBalancer('load balancer', {
  listens: https(certificate),
  why: 'Spreads requests over the three servers.',
});
lb.firewall('load balancer firewall', { incoming: 'filtered' });

// Three servers alike: web, application and MySQL each, a firewall and a collector.
const stack = site.servers(3, 'server', (server) => {
  server.firewall('firewall', { incoming: 'filtered', outgoing: 'filtered' });
  server.agent('collector').reports(sumo, { sends: ['metrics', 'logs'] });
  const web = server.webServer('web', { listens: { plain: http(), secure: https(certificate) } });
  const app = server.appServer('app');
  const mysql = server.database('mysql', { engine: 'mysql' });
  web.forwards(app);
  return { web, app, mysql };
});

// One MySQL takes the writes; when it goes down, writing stops.
const [writer, ...others] = stack;
each(others).mysql.replicates(writer.mysql, { failover: 'none' });

// The way of a request.
visitor.visits(site.dns('foobar.com').record('A', 'www', lb));
lb.balances(each(stack).web.at.plain);
each(stack).app.writes(writer.mysql);

export default site;
