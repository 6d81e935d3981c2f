import { anyone, architecture, each, http, https, mysql } from 'stanchion';

/** Something of everything that a report tells. */
const site = architecture('Web shop', {
  summary: 'Sells things on www.shop.example.',
  owner: 'shop team',
  environment: 'production',
  criticality: 'high',
  link: 'https://wiki.example/web-shop',
  assumptions: ['Night-time maintenance is announced.'],
});

const certificate = site.certificate('shop.example', {
  names: ['www.shop.example'],
  expires: '2026-12-01',
  issuer: 'public authority',
});
const visitor = site.user('visitor', { description: 'Buys things' });
const logs = site.externalService('log service', { role: 'logging', country: 'DE' });
const watcher = site.monitoringService('monitoring', { software: 'Prometheus 3.5' });

const edge = site.zone('edge', { trust: 'dmz' });
const lb = edge.loadBalancer('haproxy', {
  software: 'HAProxy 3.2',
  algorithm: 'round robin',
  listens: { plain: http({ redirects: true }), secure: https(certificate, { minimumVersion: '1.2' }) },
  why: 'Spreads requests, so that one server can be away.',
});
edge.firewall('edge firewall', { incoming: 'deny' }).allows(anyone, lb.at.secure);

const inside = site.zone('inside', { trust: 'private' });
const guard = inside.firewall('inner firewall', { incoming: 'deny' });
const stack = inside.servers(2, 'server', (server) => {
  const web = server.webServer('nginx', { software: 'nginx 1.29', listens: http() });
  const app = server.appServer('app', { software: 'Node.js 24', sessions: 'shared' });
  const db = server.database('mysql', { engine: 'mysql', listens: mysql({ tls: false }), holds: ['personal'] });
  server.agent('collector').reports(logs, { sends: ['logs'] });
  web.forwards(app);
  return { web, app, db };
});
const [primary, replica] = stack;

guard.allows(lb, each(stack).web);
visitor.visits(site.dns('shop.example').record('A', 'www', lb.at.secure), { authenticatedBy: 'password' });
lb.balances(each(stack).web, { healthCheck: '/health' });
each(stack).app.writes(primary.db, { carries: ['personal'] });
replica.db.replicates(primary.db, { failover: 'manual', replication: 'asynchronous' });
watcher.watches([lb, primary.web, replica.web]);

lb.accepts({
  rule: 'availability/spof-load-balancer',
  because: 'A second one is ordered.',
  until: '2027-01-31',
  by: 'Ada',
});

export default site;
