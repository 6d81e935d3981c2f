import { architecture, each, http, https, mysql } from 'stanchion';

// 5,000 elements: 833 servers with a firewall and four parts each behind one load balancer, and what stands around them.

const site = architecture('Five thousand elements', { summary: 'Servers alike, far more than anybody draws.' });
const certificate = site.certificate('www.example.org', { names: ['www.example.org'] });
const watcher = site.externalService('metrics', { role: 'monitoring' });
const visitor = site.user('visitor');
const balancer = site.loadBalancer('load balancer', { listens: https(certificate) });

const stack = site.servers(832, 'server', (server) => {
  server.firewall('firewall', { incoming: 'filtered' });
  server.agent('collector').reports(watcher, { sends: ['metrics'] });
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
