import { anyone, architecture, each, http, https, mysql } from 'stanchion';

// Several layers of firewalls, and a load balancer that ends TLS so that nothing behind it need encrypt. The document counts
// that among the advantages; the audit does not.

const site = architecture('Layered firewalls', {
  summary:
    'A web infrastructure behind several layers of firewalls, whose load balancer ends TLS for all that is behind it.',
  link: 'document 000',
  complete: ['firewalls', 'monitoring'],
  assumptions: ['The document gives no number of web and application servers: three of each are taken.'],
});

const certificate = site.certificate('web application');
const visitor = site.user('visitor', { description: "A browser on the user's own computer." });
const edge = site.zone('edge', { trust: 'dmz' });
const edgeFirewall = edge.firewall('edge firewall', { incoming: 'deny' });
const lb = edge.loadBalancer('load balancer', {
  listens: https(certificate),
  why: 'Spreads the requests and ends TLS.',
});

const inside = site.zone('inside', { trust: 'private' });
const innerFirewall = inside.firewall('inner firewall', { incoming: 'deny' });
const monitoring = inside.monitoringService('monitoring', {
  why: 'Takes what the monitoring clients send, so that somebody sees what goes wrong in time.',
});

const webs = inside.servers(3, 'web', (server) => {
  server.agent('monitoring client').reports(monitoring, { sends: ['metrics'] });
  return server.webServer('web server', { listens: http() });
});
const apps = inside.servers(3, 'application', (server) => {
  server.agent('monitoring client').reports(monitoring, { sends: ['metrics'] });
  return server.appServer('application server', {
    why: 'Checks its input, proves who the user is, runs the application.',
  });
});

const data = site.zone('data', { trust: 'data' });
const dataFirewall = data.firewall('data firewall', { incoming: 'deny' });
const db = data.database('database', {
  listens: mysql(),
  encryptedAtRest: true,
  why: 'Keeps the data, encrypted, and lets in only who may.',
});
db.reports(monitoring, { sends: ['metrics'] });
lb.reports(monitoring, { sends: ['metrics'] });

edgeFirewall.allows(anyone, lb);
innerFirewall.allows(lb, each(webs));
innerFirewall.allows([lb, db], monitoring);
dataFirewall.allows(each(apps), db);

// The way of a request.
visitor.visits(site.dns('web application').record('A', 'www', lb));
lb.balances(each(webs));
each(webs).forwards(each(apps));
each(apps).reads(db, { authenticatedBy: 'unspecified' });
each(apps).writes(db, { authenticatedBy: 'unspecified' });

export default site;
