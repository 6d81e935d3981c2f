import { anyone, architecture, each, http, https, postgresql } from 'stanchion';

// A shop over three availability zones: nothing that fails alone stops it, every hop is encrypted, and somebody is told. The
// audit reports nothing above low.

const owner = 'platform team';
const site = architecture('Three-zone shop', {
  summary: 'An online shop over three availability zones: any server or zone can go, and customers still buy.',
  owner,
  environment: 'production',
  reviewed: '2026-11-02',
  criticality: 'high',
  complete: ['firewalls', 'monitoring', 'alerts', 'logs', 'probes', 'backups', 'replication', 'filters', 'flows'],
});

// Where things stand, and with whom.
const region = site.region('Frankfurt', { provider: 'Example Cloud', country: 'DE', owner });
const a = region.availabilityZone('zone a', { owner });
const b = region.availabilityZone('zone b', { owner });
const c = region.availabilityZone('zone c', { owner });
const inTwoZones = <T>(make: (zone: typeof a, number: number) => T) => [make(a, 1), make(b, 2)] as const;
const inEachZone = <T>(make: (zone: typeof a, number: number) => T) => [...inTwoZones(make), make(c, 3)] as const;

const customer = site.user('customer', { description: 'Buys in a browser or in the app.', owner });
const onCall = site.externalService('on-call duty', { role: 'alerting', owner });
const prober = site.externalService('probes', {
  role: 'monitoring',
  country: 'DE',
  owner,
  why: 'Asks for the shop as a customer would, from outside.',
});
const vault = site.externalService('backup vault', {
  role: 'backup',
  provider: 'Another Provider',
  country: 'DE',
  processorAgreement: true,
  owner,
  why: 'Keeps copies with another provider, out of reach of whatever happens to the first.',
});

// Every machine has a certificate and a key of its own.
const certificateOf = (name: string) =>
  site.certificate(name, {
    names: [name],
    issuer: 'internal authority',
    issued: '2026-06-01',
    expires: '2027-06-01',
    owner,
  });

// Two monitoring services ask everything how it is, and each other.
const operations = site.zone('operations', { trust: 'private', owner });
const watchers = inTwoZones((zone, number) =>
  operations.monitoringService(`monitoring ${number}`, {
    software: 'Prometheus 3.5',
    standsIn: zone,
    owner,
    why: 'Asks every machine for its figures; there are two, so that one watches while the other is away.',
  }),
);
const logs = operations.logCollector('logs', { software: 'Loki 3.5', standsIn: c, owner });

// Two load balancers behind one address, which the other takes over within seconds.
const edge = site.zone('edge', { trust: 'dmz', owner });
const balancers = inTwoZones((zone, number) =>
  edge.loadBalancer(`balancer ${number}`, {
    software: 'HAProxy 3.2',
    algorithm: 'least connections',
    standsIn: zone,
    listens: {
      plain: http({ redirects: true }),
      secure: https(
        site.certificate(`shop.example ${number}`, {
          names: ['shop.example', 'www.shop.example'],
          issuer: 'public authority',
          issued: '2026-10-20',
          expires: '2027-01-18',
          owner,
        }),
        { minimumVersion: '1.2', hsts: true },
      ),
    },
    filters: ['web application firewall', 'rate limit'],
    owner,
  }),
);
const witness = edge.coordinator('witness', {
  software: 'etcd 3.6',
  instances: 3,
  standsIn: [a, b, c],
  owner,
  why: 'Three that vote which load balancer has the address, so that never both have it.',
});
const entrance = site.cluster('shop.example', balancers, {
  mode: 'active-passive',
  failover: { by: witness, within: '5 s' },
  fencing: true,
  publicAddress: '203.0.113.10',
  owner,
});

// One application server in each zone.
const inside = site.zone('inside', { trust: 'private', owner });
const apps = inEachZone((zone, number) => {
  const server = inside.server(`app ${number}`, { os: 'Debian 13', standsIn: zone, owner });
  return server.appServer('shop', {
    software: 'Node.js 24',
    listens: https(certificateOf(`app-${number}.shop.internal`), { port: 8443, minimumVersion: '1.3' }),
    sessions: 'shared',
    owner,
    why: 'The shop itself; any of the three can serve any customer.',
  });
});

// One database server in each zone: a primary, and two replicas of which one takes over by itself.
const data = site.zone('data', { trust: 'data', owner });
const databases = inEachZone((zone, number) => {
  const server = data.server(`db ${number}`, { os: 'Debian 13', standsIn: zone, owner });
  return server.database('orders', {
    engine: 'postgresql',
    software: 'PostgreSQL 18',
    listens: postgresql({ tls: certificateOf(`db-${number}.shop.internal`), minimumVersion: '1.2' }),
    holds: ['personal'],
    encryptedAtRest: true,
    retention: '10 years',
    rpo: '15 min',
    rto: '10 min',
    owner,
  });
});
const [primary, ...replicas] = databases;
const elector = data.coordinator('elector', {
  software: 'etcd 3.6',
  instances: 3,
  standsIn: [a, b, c],
  owner,
  why: 'Three that vote which database is the primary.',
});
const orders = site.cluster('orders', databases, {
  mode: 'active-passive',
  writer: primary,
  failover: { by: elector, within: '30 s' },
  replication: 'synchronous',
  degradesToAsynchronous: true,
  fencing: true,
  lagAlert: '10 s',
  owner,
});
each(replicas).replicates(primary, { failover: { by: elector, within: '30 s' } });
each(databases).backsUp(vault, { every: '15 min', keep: '30 days', restoreTested: '2026-10-06', encrypted: true });

// What may pass: requests inwards, zone by zone, and everybody's figures and logs to the operations.
const guarded = { incoming: 'deny', outgoing: 'allow', owner } as const;
const edgeFirewall = edge.firewall('edge firewall', guarded);
edgeFirewall.allows(
  anyone,
  balancers.map((lb) => lb.at.secure),
);
edgeFirewall.allows(watchers, [...balancers, witness], { ports: 9100 });
const innerFirewall = inside.firewall('inner firewall', guarded);
innerFirewall.allows(balancers, apps);
innerFirewall.allows(watchers, apps);
const dataFirewall = data.firewall('data firewall', guarded);
dataFirewall.allows(apps, databases);
dataFirewall.allows(watchers, databases);
dataFirewall.allows(watchers, elector, { ports: 9100 });
operations
  .firewall('operations firewall', guarded)
  .allows([...balancers, ...apps, ...databases], logs, { ports: 3100 });

// Who watches what.
each(watchers).watches([...balancers, witness, ...apps, ...databases, elector, logs]);
watchers[0].watches(watchers[1]);
watchers[1].watches(watchers[0]);
each(watchers).alerts(onCall);
each(balancers).reports(logs, { sends: ['logs'] });
each(apps).reports(logs, { sends: ['logs'] });
each(databases).reports(logs, { sends: ['logs'] });

// The way of a request.
const zone = site.dns('shop.example', {
  provider: 'Example DNS',
  nameServers: ['ns1.example.net', 'ns2.example.org'],
  dnssec: true,
  caa: true,
  owner,
});
const www = zone.record('A', 'www', entrance.at.secure);
prober.probes(www);
prober.alerts(onCall);
customer.visits(www, { authenticatedBy: 'single sign-on' });
entrance.balances(apps, { healthCheck: '/health' });
each(apps).reads(orders, { authenticatedBy: 'client certificate' });
each(apps).writes(orders, { authenticatedBy: 'client certificate' });

site.journey('buy', { from: customer, writes: orders, objective: 0.999 });

// A picture of its own, beside those that every model has.
site.view('an order', {
  summary: 'Where an order goes, where it is kept, and what has a copy of it.',
  include: [customer, entrance, ...apps, orders, vault],
});

export default site;
