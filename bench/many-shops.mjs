// Many small shops side by side, as a graph's document: the model on which every rule has something to do. Each has a
// place of its own with hosts behind packet filters, a balancer, web and application servers, a queue with a worker, a
// store with a copy, backups, accounts, certificates, demand, timeouts and monitoring; here and there a fact is left out
// or wrong, so that rules find something and miss something. The same seed gives the same system.
import { randomFrom } from './three-tier.mjs';

const classes = ['personal', 'public', 'internal', 'confidential', 'credentials', 'payment', 'health'];
const perShop = 40;

/**
 * @param {number} size elements, to within some dozens
 * @param {{ seed?: number }} [options]
 */
export function manyShops(size, { seed = 1 } = {}) {
  const town = startTown(randomFrom(seed));
  const shops = Math.max(1, Math.floor((size - 20) / perShop));
  for (let index = 0; index < shops; index += 1) addShop(town, index);
  return {
    format: 'stanchion-architecture',
    version: 1,
    name: `${shops} shops`,
    facts: {
      complete: ['firewalls', 'flows', 'monitoring', 'alerts', 'backups', 'limits'],
      criticality: 'high',
      reviewed: '2026-01-01',
      personalDataStaysIn: ['DE', 'FR'],
    },
    elements: town.elements,
    flows: town.flows,
    pools: town.pools,
    clusters: town.clusters,
    journeys: town.journeys,
    waivers: [],
  };
}

function startTown(random) {
  const elements = [];
  const flows = [];
  const pools = [];
  const seen = new Map();
  const flow = (from, verb, to, facts = {}, more = {}) => {
    const name = `${from} ${verb} ${to}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const id = times === 1 ? name : `${name}#${times}`;
    flows.push({ id, verb, from, to, facts, ...more });
    return id;
  };
  const town = {
    elements,
    flows,
    pools,
    clusters: [],
    journeys: [],
    /** One of some, or true as often as told. */
    pick: (list) => list[Math.floor(random() * list.length)],
    often: (share) => random() < share,
    add(kind, id, facts = {}, more = {}) {
      elements.push({ id, kind, name: id.slice(id.lastIndexOf('/') + 1), facts, ...more });
      return id;
    },
    flow,
    pool(from, verb, targets, facts = {}) {
      const id = `${from} ${verb} pool ${pools.length}`;
      pools.push({ id, verb, from, need: 1, flows: targets.map((to) => flow(from, verb, to, facts, { pool: id })) });
    },
  };
  return Object.assign(town, { shared: sharedBy(town) });
}

function sharedBy({ add, flow }) {
  const zones = ['a', 'b', 'c'].map((name) => add('availabilityZone', `availabilityZone/${name}`, { country: 'DE' }));
  const payment = add('externalService', 'externalService/pay', { externalRole: 'payment', country: 'US' });
  const visitor = add('user', 'user/visitor');
  const operator = add('user', 'user/operator', { secondFactor: false });
  const place = add('zone', 'operations', { trust: 'private', cidr: '172.16.0.0/16' });
  const monitor = add('monitoringService', 'operations/monitor', {}, { parent: place });
  const logs = add('logCollector', 'operations/logs', {}, { parent: place });
  const channel = add('alertChannel', 'operations/pager', {}, { parent: place });
  const vault = add('secretStore', 'operations/vault', {}, { parent: place });
  const backups = add('backupStore', 'operations/backups', { encryptedAtRest: true }, { parent: place });
  const witness = add('coordinator', 'operations/witness', { instances: 3 }, { parent: place });
  const dns = add('dns', 'dns/example.org', { nameServers: ['ns1', 'ns2'], dnssec: false });
  flow(monitor, 'alerts', channel);
  return { zones, payment, visitor, operator, monitor, logs, vault, backups, witness, dns };
}

function addShop(town, index) {
  const { add, flow, pool, shared, clusters, journeys } = town;
  const shop = keeperOf(town);
  const { one, told, wrong } = shop;
  const zone = add('zone', `shop-${index}`, {
    cidr: `10.${index >> 8}.${index & 255}.0/24`,
    ...(told(0.7) && { trust: one(['data', 'private', 'dmz']) }),
    ...(wrong(0.1) && { environment: 'test' }),
    open: told(0.6),
  });
  const names = { names: [wrong(0.2) ? 'other.example.org' : `shop-${index}.example.org`] };
  const certificate = add('certificate', `certificate/shop-${index}`, {
    ...names,
    expires: one(['2027-06-30', '2026-12-01', '2026-11-01']),
    ...(wrong(0.1) && { selfSigned: true }),
  });
  const [account, second] = ['shop', 'worker'].map((name) =>
    add('account', `account/${name}-${index}`, {
      ...(told(0.8) && { keptIn: shared.vault }),
      ...(told(0.5) && { rotatedEvery: '90 days' }),
    }),
  );
  const host = hostsOf(town, shop, index, zone);
  const served = one([[{ name: '', protocol: 'https', port: 443, tls: { minimumVersion: '1.2' } }], plain]);
  const web = [0, 1].map(() =>
    host('web', 'webServer', { software: one(['nginx 1.27', 'nginx 1.18', 'apache 2.4']) }, served),
  );
  const apps = [0, 1, 2].map(() =>
    host('app', 'appServer', { sessions: one(['shared', 'local', 'none']), ...limit(shop, 200) }, served),
  );
  const worker = host('worker', 'worker', wrong(0.5) ? { supportedUntil: '2026-01-01' } : {});
  const queue = host('queue', 'queue', {
    engine: 'rabbitmq',
    ...(told(0.5) && { holds: ['internal'], encryptedAtRest: true }),
  });
  const cache = host('cache', 'cache', { engine: 'redis' });
  const stores = [0, 1].map((copy) => host('db', 'database', storeFacts(shop), store, copy));
  const terms = { certificate, ...(told(0.5) && { minimumVersion: one(['1.2', '1.0']) }), hsts: true };
  const balancers = (wrong(0.8) ? [0] : [0, 1]).map((number) =>
    add(
      'loadBalancer',
      `${zone}/lb-${number}`,
      { ...limit(shop, 900), standsIn: [shared.zones[(index + number) % 3]] },
      { listeners: [{ name: '', protocol: 'https', port: 443, tls: terms }], tier: `${zone}/lb` },
    ),
  );
  const record = add('record', `dns/example.org/shop-${index}`, { recordType: 'A' }, { parent: shared.dns });
  const edge = `cluster/edge-${index}`;
  add('cluster', edge, { mode: 'active-active' });
  clusters.push({ id: edge, memberKind: 'loadBalancer', members: balancers });
  const group = `cluster/store-${index}`;
  add('cluster', group, {
    mode: one(['active-passive', 'active-active']),
    writer: stores[0],
    failover: told(0.5) ? { by: shared.witness, within: '30 s' } : 'manual',
    fencing: told(0.7),
  });
  clusters.push({ id: group, memberKind: 'database', members: stores });

  flow(record, 'resolvesTo', edge);
  flow(shared.visitor, 'visits', record, { requestsPerSecond: 100, carries: ['personal'], timeout: '30 s' });
  if (index % 7 === 0) {
    const id = `journey/shop-${index}`;
    journeys.push({
      id,
      name: `buy in ${index}`,
      from: shared.visitor,
      to: group,
      mode: one(['read', 'write']),
      objective: 0.999,
    });
  }
  if (wrong(0.7)) flow(shared.operator, 'administers', one([...web, ...apps]), { authenticatedBy: 'password' });
  for (const balancer of balancers) pool(balancer, 'balances', web, { healthCheck: told(0.7) && '/health' });
  for (const from of web)
    pool(from, 'forwards', apps, { ...timed(shop, '10 s'), authenticatedBy: 'client certificate' });
  const signedIn = { as: account, authenticatedBy: 'password' };
  for (const from of apps) {
    flow(from, 'reads', group, { ...timed(shop, '3 s'), connections: one([10, 50]), ...signedIn });
    flow(from, 'writes', group, { ...timed(shop, '3 s'), ...signedIn });
    flow(from, 'reads', cache, { optional: true, ...signedIn });
    flow(from, 'publishes', queue, { optional: true, ...signedIn, ...(told(0.5) && { carries: ['internal'] }) });
    if (wrong(0.6)) flow(from, 'calls', shared.payment, { carries: ['payment'], ...timed(shop, '3 s') });
  }
  const alone = { ...signedIn, as: wrong(0.3) ? account : second };
  flow(worker, 'consumes', queue, alone);
  flow(worker, 'writes', group, alone);
  flow(stores[1], 'replicates', stores[0], {
    replication: 'asynchronous',
    ...(told(0.5) && { lagAlert: wrong(0.5) ? false : '30 s' }),
  });
  for (const from of told(0.8) ? stores : [])
    flow(from, 'backsUp', shared.backups, { every: one(['1 h', '24 h']), restoreTested: told(0.5) && '2026-10-01' });
  for (const watched of [...shop.servers, ...balancers]) {
    if (!wrong(0.1)) flow(shared.monitor, 'watches', watched);
    if (told(0.6)) flow(watched, 'reports', shared.logs, { sends: ['logs'] });
  }
}

/** Most shops are kept well: nothing is wrong there, everything is told, and of some choices the first is taken. */
function keeperOf({ pick, often }) {
  const isGood = often(0.9);
  return {
    servers: [],
    one: (list) => (isGood ? list[0] : pick(list)),
    told: (share) => isGood || often(share),
    wrong: (share) => !isGood && often(share),
  };
}

const plain = [{ name: '', protocol: 'http', port: 80, tls: false }];
const store = [{ name: '', protocol: 'postgresql', port: 5432, tls: {} }];

/** Gives what makes hosts: a server with a filter of its own, and what runs on it. */
function hostsOf({ add, shared, elements }, shop, index, zone) {
  const { one, told, wrong, servers } = shop;
  return (tier, kind, facts, listeners) => {
    const count = servers.length + 1;
    const server = add(
      'server',
      `${zone}/host-${count}`,
      {
        address: `10.${index >> 8}.${index & 255}.${count}`,
        os: one(['debian 13', 'debian 10', 'ubuntu 24.04']),
        ...(told(0.9) && { standsIn: [shared.zones[count % 3]] }),
        cpus: one([4, 2]),
      },
      { parent: zone, tier: `${zone}/${tier}-host` },
    );
    servers.push(server);
    const id = `${server}/${tier}`;
    add(
      'firewall',
      `${server}/filter`,
      { incoming: wrong(0.1) ? 'allow' : 'deny', outgoing: wrong(0.1) ? 'allow' : 'deny' },
      { parent: server, rules: rulesOf(shop, { id, server, zone, elements }) },
    );
    return add(kind, id, facts, { parent: server, tier: `${zone}/${tier}`, ...(listeners && { listeners }) });
  };
}

/** Its own zone may use it, or everybody; some others may look after it, and now and then a rule is in vain. */
function rulesOf({ one, wrong }, { id, server, zone, elements }) {
  const port = one([9_000, 22, 443, 5432]);
  const users = wrong(0.2) ? { anyone: true } : { element: zone };
  const rules = [
    { action: 'allow', from: [users], to: [{ element: id }] },
    { action: 'allow', from: [{ element: id }], to: [{ element: zone }] },
    { action: 'allow', from: [{ element: server }], to: [{ cidr: '172.16.0.0/16' }] },
    { action: 'allow', from: [{ cidr: '172.16.0.0/16' }], to: [{ element: server }] },
  ];
  if (wrong(0.2))
    rules.push({
      action: one(['allow', 'deny']),
      from: [one([{ cidr: '10.0.7.0/24' }, neighbour(elements, one)])],
      to: [{ element: id }],
      ports: [{ protocol: 'tcp', from: port, to: port }],
    });
  return rules;
}

/** Something that was made not long before. */
function neighbour(elements, one) {
  const servers = elements.slice(-30).filter(({ kind }) => kind === 'server');
  return servers.length === 0 ? { cidr: '10.9.9.0/24' } : { element: one(servers).id };
}

function storeFacts({ one, told }) {
  return {
    engine: 'postgresql',
    ...(told(0.7) && { holds: [one(classes)] }),
    ...(told(0.7) && { encryptedAtRest: told(0.7) }),
    ...(told(0.5) && { rpo: '1 h', rto: '4 h' }),
    ...(told(0.5) && { retention: '90 days' }),
    capacity: { connections: one([500, 100, 20]) },
  };
}

function limit({ told }, requestsPerSecond) {
  return told(0.8) ? { capacity: { requestsPerSecond } } : {};
}

function timed({ one, told }, timeout) {
  return told(0.8) ? { timeout: one([timeout, '60 s']), retries: one([0, 2]) } : {};
}
