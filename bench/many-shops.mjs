// Many small shops side by side, as a graph's document: the model on which every rule has something to do. Each has a
// place of its own with hosts behind packet filters, a balancer, web and application servers, a queue with a worker, a
// store with a copy, backups, accounts, certificates, demand, timeouts and monitoring; here and there a fact is left out
// or wrong, so that rules find something and miss something. The same seed gives the same system.
import { randomFrom } from './three-tier.mjs';

const classes = ['public', 'internal', 'personal', 'confidential', 'credentials', 'payment', 'health'];
const perShop = 38;

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
  const dns = add('dns', 'dns/example.org', { nameServers: ['ns1', 'ns2'], dnssec: false });
  flow(monitor, 'alerts', channel);
  return { zones, payment, visitor, operator, monitor, logs, vault, backups, dns };
}

function addShop(town, index) {
  const { add, flow, pool, pick, often, shared, clusters, journeys } = town;
  const zone = add('zone', `shop-${index}`, {
    cidr: `10.${index >> 8}.${index & 255}.0/24`,
    ...(often(0.7) && { trust: pick(['dmz', 'private', 'data']) }),
    ...(often(0.1) && { environment: 'test' }),
    ...(often(0.6) && { open: true }),
  });
  const names = { names: [often(0.8) ? `shop-${index}.example.org` : 'other.example.org'] };
  const certificate = add('certificate', `certificate/shop-${index}`, {
    ...names,
    expires: pick(['2026-11-01', '2026-12-01', '2027-06-30']),
    ...(often(0.1) && { selfSigned: true }),
  });
  const account = add('account', `account/shop-${index}`, {
    ...(often(0.8) && { keptIn: shared.vault }),
    ...(often(0.5) && { rotatedEvery: '90 days' }),
  });
  const host = hostsOf(town, index, zone);
  const web = [0, 1].map(() =>
    host('web', 'webServer', { software: pick(['nginx 1.18', 'nginx 1.27', 'apache 2.4']) }, plain),
  );
  const apps = [0, 1, 2].map(() =>
    host('app', 'appServer', { sessions: pick(['local', 'shared', 'none']), ...limit(town, 200) }, plain),
  );
  const worker = host('worker', 'worker', often(0.5) ? { supportedUntil: '2026-01-01' } : {});
  const queue = host('queue', 'queue', { engine: 'rabbitmq', ...(often(0.5) && { holds: ['internal'] }) });
  const cache = host('cache', 'cache', { engine: 'redis' });
  const stores = [0, 1].map((copy) => host('db', 'database', storeFacts(town), store, copy));
  const balancer = host('lb', 'loadBalancer', { ...limit(town, 900), standsIn: [pick(shared.zones)] }, [
    { name: '', protocol: 'https', port: 443, tls: { certificate, ...(often(0.5) && { minimumVersion: '1.0' }) } },
  ]);
  const record = add('record', `dns/example.org/shop-${index}`, { recordType: 'A' }, { parent: shared.dns });
  const group = `cluster/store-${index}`;
  add('cluster', group, { mode: pick(['active-passive', 'active-active']), ...(often(0.3) && { fencing: false }) });
  clusters.push({ id: group, memberKind: 'database', members: stores });

  flow(record, 'resolvesTo', balancer);
  flow(shared.visitor, 'visits', record, { requestsPerSecond: 100, carries: [pick(classes)], timeout: '30 s' });
  if (index % 7 === 0) {
    const id = `journey/shop-${index}`;
    journeys.push({
      id,
      name: `buy in ${index}`,
      from: shared.visitor,
      to: group,
      mode: pick(['read', 'write']),
      objective: 0.999,
    });
  }
  flow(shared.operator, 'administers', pick([...web, ...apps, ...stores]), { authenticatedBy: 'password' });
  pool(balancer, 'balances', web, often(0.7) ? { healthCheck: pick(['/health', false]) } : {});
  for (const one of web) pool(one, 'forwards', apps, timed(town));
  for (const one of apps) {
    flow(one, 'reads', group, {
      ...timed(town),
      connections: pick([10, 50]),
      as: account,
      authenticatedBy: 'password',
    });
    flow(one, 'writes', group, { ...timed(town), as: account });
    flow(one, 'reads', cache, { optional: true });
    flow(one, 'publishes', queue, often(0.5) ? { carries: [pick(classes)] } : {});
    if (often(0.3)) flow(one, 'calls', shared.payment, { carries: ['payment'], ...timed(town) });
  }
  flow(worker, 'consumes', queue);
  flow(worker, 'writes', group);
  flow(stores[1], 'replicates', stores[0], {
    replication: 'asynchronous',
    ...(often(0.5) && { failover: pick(['none', 'manual']) }),
    ...(often(0.5) && { lagAlert: pick([false, '30 s']) }),
  });
  if (often(0.8))
    flow(stores[0], 'backsUp', shared.backups, { every: '24 h', ...(often(0.5) && { restoreTested: false }) });
  for (const one of [...web, ...apps, ...stores, balancer]) {
    if (often(0.98)) flow(shared.monitor, 'watches', one);
    if (often(0.6)) flow(one, 'reports', shared.logs, { sends: ['logs'] });
  }
}

const plain = [{ name: '', protocol: 'http', port: 80, tls: false }];
const store = [{ name: '', protocol: 'postgresql', port: 5432 }];

/** Gives what makes hosts: a server with a filter of its own, and what runs on it. */
function hostsOf({ add, pick, often, shared, elements }, shop, zone) {
  let count = 0;
  return (tier, kind, facts, listeners) => {
    count += 1;
    const server = add(
      'server',
      `${zone}/host-${count}`,
      {
        address: `10.${shop >> 8}.${shop & 255}.${count}`,
        os: pick(['debian 12', 'debian 10', 'ubuntu 24.04']),
        ...(often(0.9) && { standsIn: [pick(shared.zones)] }),
        cpus: pick([2, 4]),
      },
      { parent: zone, tier: `${zone}/${tier}-host` },
    );
    const id = `${server}/${tier}`;
    add(
      'firewall',
      `${server}/filter`,
      { incoming: often(0.97) ? 'deny' : 'allow', ...(often(0.03) && { outgoing: 'allow' }) },
      {
        parent: server,
        rules: rulesOf({ pick, often }, id, elements),
      },
    );
    return add(kind, id, facts, { parent: server, tier: `${zone}/${tier}`, ...(listeners && { listeners }) });
  };
}

/** Everybody may use it; some others may look after it, each on a port of its own, and now and then a rule is in vain. */
function rulesOf({ pick, often }, id, elements) {
  const service = pick([22, 80, 443, 5432, 9100]);
  const rules = [
    { action: 'allow', from: [{ anyone: true }], to: [{ element: id, ...(often(0.95) && { listener: '' }) }] },
  ];
  for (let number = 0; number < 2; number += 1) {
    if (often(0.9)) continue;
    const port = often(0.02) ? service : 9_000 + number;
    rules.push({
      action: often(0.95) ? 'allow' : 'deny',
      from: [pick([{ cidr: `10.${pick([0, 1])}.${pick([0, 7, 40])}.0/24` }, neighbour(elements, pick)])],
      to: [{ element: id }],
      ports: [{ protocol: 'tcp', from: port, to: port }],
    });
  }
  return rules;
}

/** Something that was made not long before. */
function neighbour(elements, pick) {
  const servers = elements.slice(-30).filter(({ kind }) => kind === 'server');
  return servers.length === 0 ? { cidr: '10.9.9.0/24' } : { element: pick(servers).id };
}

function storeFacts({ pick, often }) {
  return {
    engine: 'postgresql',
    ...(often(0.7) && { holds: [pick(classes)] }),
    ...(often(0.7) && { encryptedAtRest: often(0.7) }),
    ...(often(0.5) && { rpo: '1 h', rto: '4 h' }),
    ...(often(0.5) && { retention: '90 days' }),
    capacity: { connections: pick([20, 100, 500]) },
  };
}

function limit({ often }, requestsPerSecond) {
  return often(0.8) ? { capacity: { requestsPerSecond } } : {};
}

function timed({ pick, often }) {
  return often(0.8) ? { timeout: pick(['1 s', '5 s', '30 s', '60 s']), retries: pick([0, 2]) } : {};
}
