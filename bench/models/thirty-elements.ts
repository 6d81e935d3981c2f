import { architecture, each, http, https, mysql } from 'stanchion';

// Thirty elements, of the kind that most people write: the model that the figures of an audit are for.

const site = architecture('Thirty elements', { summary: 'Four servers alike behind a load balancer.' });
const certificate = site.certificate('www.example.org', { names: ['www.example.org'] });
const watcher = site.externalService('metrics', { role: 'monitoring' });
const visitor = site.user('visitor');
const balancer = site.loadBalancer('load balancer', { listens: https(certificate) });
balancer.firewall('load balancer firewall', { incoming: 'filtered' });

const stack = site.servers(4, 'server', (server) => {
  server.firewall('firewall', { incoming: 'filtered', outgoing: 'filtered' });
  server.agent('collector').reports(watcher, { sends: ['metrics', 'logs'] });
  const web = server.webServer('web', { listens: http() });
  const app = server.appServer('app');
  const database = server.database('mysql', { engine: 'mysql', listens: mysql() });
  web.forwards(app);
  return { web, app, database };
});

const [writer, ...others] = stack;
each(others).database.replicates(writer.database, { failover: 'none' });
visitor.visits(site.dns('example.org').record('A', 'www', balancer));
balancer.balances(each(stack).web);
each(stack).app.writes(writer.database);

export default site;
