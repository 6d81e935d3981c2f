import {
  amqp,
  anyone,
  architecture,
  each,
  http,
  https,
  mysql,
  pool,
  postgresql,
  redis,
  ssh,
  tcp,
  tlsPassthrough,
  udp,
} from 'stanchion';

// Nobody would build this: it uses every kind, every verb and every listener once.

const site = architecture('every kind', {
  complete: ['firewalls', 'flows'],
  criticality: 'high',
  personalDataStaysIn: ['DE', 'FR'],
  reviewed: '2026-10-01',
});

// Outside, names and trust.
const visitor = site.user('visitor');
const admin = site.user('administrator', { secondFactor: true });
const vault = site.secretStore('vault', { listens: tcp(8200) });
const identity = site.identityProvider('sign-on', { listens: https(site.certificate('sign-on')) });
const deploy = site.account('deploy', { keptIn: vault, rotatedEvery: '90 days' });
const shop = site.certificate('shop', {
  names: ['shop.example', '*.shop.example'],
  issued: '2026-09-01',
  expires: '2026-12-01',
  issuer: 'An authority',
  keyHeldBy: [vault],
});
const payments = site.externalService('payments', { role: 'payment', country: 'NL', processorAgreement: true });
const prober = site.externalService('prober', { role: 'monitoring' });

// Places.
const region = site.region('north', { provider: 'A provider', country: 'DE' });
const [a, b] = [region.availabilityZone('a'), region.availabilityZone('b')];
const rack = a.failureDomain('rack 1', { role: 'rack' });
const uplink = site.failureDomain('uplink', { role: 'uplink' });
const front = site.zone('front', { trust: 'dmz', cidr: '10.0.0.0/24', standsIn: [a, uplink] });
const data = front.zone('data', { trust: 'data', environment: 'production' });

// The edge.
const lbs = [
  front.loadBalancer('lb-1', { listens: { plain: http({ redirects: true }), secure: https(shop, { hsts: true }) } }),
  front.loadBalancer('lb-2', { listens: { plain: http({ redirects: true }), secure: https(shop, { hsts: true }) } }),
];
const lb = site.cluster('lb', lbs, {
  mode: 'active-passive',
  address: '203.0.113.7',
  fencing: true,
  failover: 'manual',
});
const cdn = site.cdn('cdn', { listens: https(shop), hitRatio: 0.8 });
const waf = site.waf('waf', { listens: http(), filters: ['web application firewall', 'rate limit'] });
const gateway = site.apiGateway('api gateway', { listens: http() });
const passing = site.loadBalancer('passing', { listens: tlsPassthrough() });
const bastion = front.bastion('bastion', { listens: ssh() });
const vpn = front.vpnGateway('vpn', { listens: udp(51_820) });
const nat = front.natGateway('nat');

// Compute.
const stack = site.servers([front, data], 'node', (server, index) => {
  server.firewall('filter', { incoming: 'deny', outgoing: 'filtered' });
  const web = server.webServer('web', { listens: http({ port: 8080 }), filters: ['rate limit'] });
  const app = server.appServer('app', { listens: http({ port: 9000 + index }), sessions: 'shared' });
  web.forwards(app, { timeout: '5 s', retries: 1 });
  server.agent('collector');
  return { server, web, app };
});
const worker = site.worker('worker', { instances: { min: 2, max: 6 }, standsIn: [a, b] });
const job = site.scheduledJob('nightly');
const resize = site.function('resize', { listens: http() });
const other = site.component('mail relay', { role: 'mail relay', listens: tcp(25, { tls: false }) });

// Data.
const db = site.database('db', {
  engine: 'postgresql',
  listens: postgresql({ tls: shop }),
  holds: ['personal'],
  rpo: '1 h',
});
const replica = site.database('replica', { engine: 'postgresql', listens: postgresql(), standsIn: rack });
const legacy = site.database('legacy', { engine: 'mysql', listens: mysql({ tls: false }) });
const cache = site.cache('cache', { engine: 'redis', listens: redis() });
const queue = site.queue('queue', { engine: 'rabbitmq', listens: amqp({ port: 5671 }) });
const objects = site.objectStore('objects', { encryptedAtRest: true });
const index = site.searchIndex('index');
const files = site.fileStore('files');
const backups = site.backupStore('backups', { retention: '90 days' });

// Operations.
const monitoring = site.monitoringService('monitoring');
const logs = site.logCollector('logs');
const pager = site.alertChannel('pager', { to: 'on call' });
const sentinel = site.coordinator('sentinel');

// The way of a request.
const www = site
  .dns('shop.example', { nameServers: ['ns1.example'], dnssec: true })
  .record('A', 'www', lb, { ttl: '5 min' });
visitor.visits(www.at.secure);
cdn.forwards(waf);
waf.forwards(gateway);
gateway.forwards(passing, { authenticatedBy: 'token' });
passing.balances(resize);
resize.calls(identity);
lb.balances(pool(each(stack).web, { need: 2, weights: [1, 2] }), { healthCheck: '/health', sticky: false });
each(stack).app.calls(payments, { optional: true, through: nat, as: deploy, requestsPerSecond: 2 });
each(stack).app.reads([db, replica], { perRequest: 3 });
each(stack).app.writes(db, { connections: 20, carries: ['personal'] });
each(stack).web.reads(cache);
stack[0].app.publishes(queue);
worker.consumes(queue);
worker.writes(objects);
job.reads(index);
resize.writes(files);
other.calls(vault);
payments.calls(www.at.secure);

// What keeps it going.
replica.replicates(db, { failover: { by: sentinel, within: '30 s' }, replication: 'asynchronous', lagAlert: '10 s' });
each([db, legacy]).backsUp(backups, { every: '1 day', keep: '30 days', restoreTested: false, encrypted: true });
worker.reports(monitoring, { sends: ['metrics', 'queue length'] });
each(stack).app.reports(logs, { sends: ['logs'] });
monitoring.watches([...stack.map(({ server }) => server)]);
monitoring.alerts(pager);
prober.probes(www.at.secure);
admin.administers(stack[0].server, { through: [vpn, bastion], authenticatedBy: 'ssh key' });

// Who may pass.
const border = site.firewall('border', { appliance: true, instances: 2, incoming: 'deny', failMode: 'closed' });
border.allows(anyone, lb.at.secure);
border.allows('198.51.100.0/24', [vpn, bastion]);
border.denies(['2001:db8::/32', anyone], data, { ports: ['any', 22, '8000-8010', 'udp 53'] });

site.journey('buy', { from: visitor, writes: db, objective: 0.999 });
db.accepts({
  rule: 'data/db-single-writer',
  because: 'A few minutes a year are fine.',
  until: '2027-01-31',
  by: 'The owner',
});

export default { staging: site };
