import { amqp, anyone, architecture, each, http, https, postgresql, redis } from 'stanchion';

// An online ticket office put together from what a cloud provider runs: hardly a machine of its own, everything spread over two
// or three zones by the provider. The audit reports nothing above low.

const owner = 'ticketing team';
const site = architecture('Ticket office', {
  summary:
    'Selling tickets from managed parts: content network, gateway, containers, queue, database and files, over three zones.',
  owner,
  environment: 'production',
  reviewed: '2026-11-10',
  criticality: 'high',
  recovery: 'pilot light',
  personalDataStaysIn: ['DE', 'IE'],
  complete: ['firewalls', 'monitoring', 'alerts', 'logs', 'probes', 'backups', 'replication', 'filters', 'flows'],
});

const provider = 'Example Cloud';
const region = site.region('Frankfurt', { provider, country: 'DE' });
const zones = [
  region.availabilityZone('zone a'),
  region.availabilityZone('zone b'),
  region.availabilityZone('zone c'),
] as const;
const [a, b] = zones;

const buyer = site.user('buyer', { description: 'Buys tickets in a browser.' });
const engineer = site.user('engineer', { secondFactor: true });
const bank = site.externalService('card payments', {
  role: 'payment',
  country: 'DE',
  processorAgreement: true,
  listens: https(site.certificate('payments.example', { names: ['payments.example'], expires: '2027-05-01' }), {
    minimumVersion: '1.2',
  }),
});
const onCall = site.externalService('on-call duty', { role: 'alerting' });
const prober = site.externalService('probes', { role: 'monitoring', country: 'IE' });
const vault = site.externalService('backup account', {
  role: 'backup',
  provider: 'Second Cloud',
  country: 'IE',
  processorAgreement: true,
  encryptedAtRest: true,
  why: 'Another provider and another account: whoever takes over the first cannot delete the copies.',
});

// Keys and passwords come from one managed store; nothing has a password in a file.
const trust = site.zone('trust', { trust: 'private', standsIn: region });
const secrets = trust.secretStore('secrets', {
  standsIn: region,
  listens: https(certificateOf('secrets.internal'), { minimumVersion: '1.2' }),
});
function certificateOf(name: string) {
  return site.certificate(name, { names: [name], issuer: 'provider', issued: '2026-06-01', expires: '2027-07-01' });
}
const shopAccount = site.account('shop', { keptIn: secrets, rotatedEvery: '30 days' });
const mailerAccount = site.account('mailer', { keptIn: secrets, rotatedEvery: '30 days' });

// The way in: a content network, and a gateway that ends what the content network hands on.
const edge = site.zone('edge', { trust: 'dmz', standsIn: region });
const front = edge.cdn('content network', {
  instances: 30,
  provider,
  listens: {
    plain: http({ redirects: true }),
    secure: https(certificateOf('tickets.example'), { minimumVersion: '1.2', hsts: true }),
  },
  filters: ['web application firewall', 'rate limit'],
  hitRatio: 0.6,
});
const gateway = edge.loadBalancer('gateway', {
  instances: 2,
  standsIn: [a, b],
  algorithm: 'least connections',
  listens: https(certificateOf('gateway.internal'), { minimumVersion: '1.2' }),
});

const vpn = edge.vpnGateway('vpn', { instances: 2, standsIn: [a, b] });

// Containers, kept alike by the provider.
const inside = site.zone('inside', { trust: 'private', standsIn: region });
const shop = inside.appServer('shop', {
  software: 'Java 25',
  instances: { min: 3, max: 12 },
  standsIn: zones,
  listens: https(certificateOf('shop.internal'), { port: 8443, minimumVersion: '1.3' }),
  sessions: 'shared',
});
const mailer = inside.function('mailer', {
  software: 'Node.js 24',
  instances: { min: 2, max: 50 },
  standsIn: zones,
  why: 'Sends the tickets that have been paid, whenever one lies in the queue.',
});

// What is kept.
const data = site.zone('data', { trust: 'data', standsIn: region });
const kept = { encryptedAtRest: true, rpo: '5 min', rto: '1 h', retention: '10 years' } as const;
const databases = zones.map((zone, index) =>
  data.database(`orders ${index + 1}`, {
    engine: 'postgresql',
    software: 'PostgreSQL 18',
    standsIn: zone,
    listens: postgresql({ tls: certificateOf(`orders-${index + 1}.internal`), minimumVersion: '1.2' }),
    holds: ['personal'],
    ...kept,
  }),
);
const elector = data.coordinator('control plane', {
  instances: 3,
  standsIn: zones,
  why: 'The provider’s own: notices that the primary is gone, and promotes the standby.',
});
const orders = site.cluster('orders', databases, {
  mode: 'active-passive',
  writer: databases[0]!,
  failover: { by: elector, within: '60 s' },
  replication: 'synchronous',
  fencing: true,
  lagAlert: '30 s',
});
const sessions = data.cache('sessions', {
  engine: 'valkey',
  standsIn: region,
  listens: redis({ tls: certificateOf('sessions.internal'), minimumVersion: '1.2' }),
  holds: ['internal'],
});
const queues = zones.map((zone, index) =>
  data.queue(`paid orders ${index + 1}`, {
    engine: 'rabbitmq',
    standsIn: zone,
    listens: amqp({ tls: certificateOf(`queue-${index + 1}.internal`), minimumVersion: '1.2' }),
    holds: ['personal'],
    encryptedAtRest: true,
    retention: '14 days',
  }),
);
const paid = site.cluster('paid orders', queues, {
  mode: 'active-active',
  need: 2,
  replication: 'synchronous',
  lagAlert: '30 s',
});
const tickets = data.objectStore('tickets', {
  standsIn: region,
  listens: https(certificateOf('files.internal'), { minimumVersion: '1.2' }),
  holds: ['personal'],
  ...kept,
});

// What is watched, and who hears of it.
const operations = site.zone('operations', { trust: 'private', standsIn: region });
const metrics = operations.monitoringService('metrics', {
  instances: 2,
  standsIn: [a, b],
  why: 'The provider’s own figures of all parts, and the alarms on them.',
});
const logs = operations.logCollector('logs', { instances: 2, standsIn: [a, b] });

// The way of a request.
const names = site.dns('tickets.example', {
  provider: 'Example DNS',
  nameServers: ['ns1.example.net', 'ns2.example.org'],
  dnssec: true,
  caa: true,
});
const page = names.record('ALIAS', '@', front);
buyer.visits(page.at.secure, { authenticatedBy: 'single sign-on' });
front.forwards(gateway, { timeout: '30 s', authenticatedBy: 'token' });
gateway.balances(shop, { healthCheck: '/health', timeout: '20 s', authenticatedBy: 'client certificate' });
shop.reads(orders, { as: shopAccount, authenticatedBy: 'password', timeout: '2 s' });
shop.writes(orders, { as: shopAccount, authenticatedBy: 'password', timeout: '2 s' });
shop.reads(sessions, { as: shopAccount, authenticatedBy: 'password', optional: true });
shop.writes(sessions, { as: shopAccount, authenticatedBy: 'password', optional: true });
shop.publishes(paid, { as: shopAccount, authenticatedBy: 'password' });
shop.reads(tickets, { authenticatedBy: 'iam role' });
shop.calls(bank, { authenticatedBy: 'client certificate', carries: ['payment'], timeout: '10 s', optional: true });
shop.calls(secrets, { authenticatedBy: 'iam role', optional: true });
mailer.consumes(paid, { as: mailerAccount, authenticatedBy: 'password' });
mailer.writes(tickets, { authenticatedBy: 'iam role' });
mailer.calls(secrets, { authenticatedBy: 'iam role', optional: true });

// What may pass: requests inwards, and from everywhere the figures and logs to the operations.
const shut = { incoming: 'deny', outgoing: 'deny' } as const;
const stores = [...databases, ...queues, sessions, tickets];
const reporting = { ports: 443 } as const;
const edgeFirewall = edge.firewall('edge rules', shut);
edgeFirewall.allows(anyone, front);
edgeFirewall.allows('198.51.100.0/24', vpn);
edgeFirewall.allows(gateway, shop);
edgeFirewall.allows(vpn, [shop, ...databases]);
edgeFirewall.allows(edge, logs, reporting);
edgeFirewall.allows(metrics, [front, gateway, vpn]);
const innerFirewall = inside.firewall('inner rules', shut);
innerFirewall.allows([gateway, vpn], shop);
innerFirewall.allows(inside, [...stores, secrets, bank]);
innerFirewall.allows(inside, logs, reporting);
innerFirewall.allows(metrics, shop);
innerFirewall.allows(metrics, mailer, reporting);
const dataFirewall = data.firewall('data rules', shut);
dataFirewall.allows(inside, stores);
dataFirewall.allows(vpn, databases);
dataFirewall.allows(data, [vault, logs], reporting);
dataFirewall.allows(metrics, [...stores, elector]);
const trustFirewall = trust.firewall('trust rules', shut);
trustFirewall.allows([inside, metrics], secrets);
trustFirewall.allows(trust, logs, reporting);
const operationsFirewall = operations.firewall('operations rules', shut);
operationsFirewall.allows([edge, inside, data, trust], logs, reporting);
operationsFirewall.allows(metrics, [front, gateway, vpn, shop, mailer, ...stores, elector, secrets]);
operationsFirewall.allows(metrics, onCall, reporting);

// What keeps it going.
each(databases).backsUp(vault, { every: '5 min', keep: '35 days', restoreTested: '2026-10-12', encrypted: true });
tickets.backsUp(vault, { every: '5 min', keep: '35 days', restoreTested: '2026-10-12', encrypted: true });
metrics.watches([front, gateway, vpn, shop, mailer, ...stores, elector, secrets, logs]);
metrics.alerts(onCall);
prober.probes(page.at.secure);
prober.alerts(onCall);
for (const part of [front, gateway, vpn, shop, mailer, ...queues, ...databases, sessions, tickets, secrets]) {
  part.reports(logs, { sends: ['logs'] });
}
engineer.administers([shop, orders], { authenticatedBy: 'single sign-on', through: vpn });

site.journey('buy a ticket', { from: buyer, writes: orders, objective: 0.9995 });

export default site;
