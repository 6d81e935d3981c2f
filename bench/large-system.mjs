// A company's whole system, as a graph's document: what the benchmarks of large pictures are drawn of. Ten domains, each a
// zone with web and application servers, workers, a store with a copy, a cache and a queue; a balancer before each; some
// domains call others, and everything is watched. The same seed gives the same system. It also tells itself to LikeC4.
import { randomFrom } from './three-tier.mjs';

const domains = [
  'catalog',
  'orders',
  'basket',
  'payments',
  'search',
  'accounts',
  'shipping',
  'reviews',
  'mail',
  'ledger',
];
const perDomain = 44;

/**
 * @param {number} size elements, to within one domain
 * @param {{ seed?: number }} [options]
 */
export function largeSystem(size, { seed = 1 } = {}) {
  const company = startCompany(randomFrom(seed));
  const count = Math.max(1, Math.round((size - 12) / perDomain));
  const entries = Array.from({ length: count }, (_, index) => addDomain(company, index));
  for (const [index, { apps }] of entries.entries()) {
    const steps = company.below(2) === 0 ? [1] : [1, 3];
    // In a small company both steps may lead to the same domain, or back to this one.
    const others = new Map(steps.toReversed().map((step) => [entries[(index + step) % count], step]));
    for (const [called, step] of [...others].toReversed()) {
      if (called.apps !== apps)
        for (const app of apps) company.flow(app, 'calls', called.balancer, { optional: step > 1 });
    }
  }
  return {
    format: 'stanchion-architecture',
    version: 1,
    name: `A company of ${size}`,
    facts: {},
    elements: company.elements,
    flows: company.flows,
    pools: company.pools,
    clusters: [],
    journeys: [],
    waivers: [],
  };
}

function startCompany(random) {
  const elements = [];
  const flows = [];
  const pools = [];
  const add = (kind, id, facts = {}, more = {}) => {
    elements.push({ id, kind, name: id.slice(id.lastIndexOf('/') + 1), facts, ...more });
    return id;
  };
  const flow = (from, verb, to, facts = {}, pool) => {
    const id = `${from} ${verb} ${to}`;
    flows.push({ id, verb, from, to, ...(pool && { pool }), facts });
    return id;
  };
  const pool = (from, verb, targets) => {
    const id = `${from} ${verb} pool ${pools.length}`;
    pools.push({ id, verb, from, need: 1, flows: targets.map((to) => flow(from, verb, to, {}, id)) });
  };
  const below = (limit) => Math.floor(random() * limit);
  const places = ['a', 'b', 'c'].map((name) => add('availabilityZone', `availabilityZone/${name}`));
  const operations = add('zone', 'operations', { trust: 'private' });
  const monitor = add('monitoringService', 'operations/monitor', {}, { parent: operations });
  const logs = add('logCollector', 'operations/logs', {}, { parent: operations });
  const channel = add('alertChannel', 'operations/pager', {}, { parent: operations });
  const backups = add('backupStore', 'operations/backups', {}, { parent: operations });
  const dns = add('dns', 'dns/example.org', { nameServers: ['ns1', 'ns2'] });
  const visitor = add('user', 'user/visitor');
  const payment = add('externalService', 'externalService/pay', { externalRole: 'payment' });
  flow(monitor, 'alerts', channel);
  return { elements, flows, pools, add, flow, pool, below, places, monitor, logs, backups, dns, visitor, payment };
}

function addDomain(company, index) {
  const { add, flow, pool, below, places, monitor, logs, backups, dns, visitor, payment } = company;
  const domain = `${domains[index % domains.length]}${index < domains.length ? '' : `-${Math.floor(index / domains.length)}`}`;
  const zone = add('zone', domain, { trust: 'private' });
  const certificate = add('certificate', `certificate/${domain}`, {
    names: [`${domain}.example.org`],
    expires: '2027-06-30',
  });
  const https = [{ name: '', protocol: 'https', port: 443, tls: { certificate } }];
  const balancer = add('loadBalancer', `${zone}/balancer`, {}, { parent: zone, listeners: https });
  const record = add('record', `${dns}/${domain}`, { recordType: 'A' }, { parent: dns });
  const servers = [];
  const host = (kind, tier, facts = {}, port = 8080, protocol = 'http') => {
    const server = `${zone}/host-${servers.length + 1}`;
    add('server', server, { standsIn: [places[servers.length % 3]] }, { parent: zone, tier: `${zone}/${tier}-host` });
    servers.push(server);
    const agent = add('agent', `${server}/agent`, {}, { parent: server });
    flow(agent, 'reports', logs, { sends: ['logs'] });
    const listeners = [{ name: '', protocol, port, tls: below(3) > 0 ? {} : false }];
    return add(kind, `${server}/${tier}`, facts, { parent: server, tier: `${zone}/${tier}`, listeners });
  };
  const times = (count, make) => Array.from({ length: count }, make);
  const webs = times(3, () => host('webServer', 'web', { software: 'nginx 1.27' }));
  const apps = times(3 + below(2), () => host('appServer', 'app'));
  const workers = times(2, () => host('worker', 'worker'));
  const stores = times(2, () => host('database', 'store', { engine: below(2) ? 'postgresql' : 'mysql' }, 5432, 'tcp'));
  const caches = times(2, () => host('cache', 'cache', { engine: 'redis' }, 6379, 'tcp'));
  const queue = host('queue', 'queue', { engine: 'rabbitmq' }, 5672, 'tcp');

  flow(visitor, 'visits', record);
  flow(record, 'resolvesTo', balancer);
  pool(balancer, 'balances', webs);
  for (const web of webs) pool(web, 'forwards', apps);
  for (const app of apps) {
    flow(app, 'writes', stores[0]);
    flow(app, 'reads', caches[below(2)], { optional: true });
    flow(app, 'publishes', queue, { optional: true });
    if (below(4) === 0) flow(app, 'calls', payment);
  }
  for (const worker of workers) {
    flow(worker, 'consumes', queue);
    flow(worker, 'writes', stores[0]);
  }
  flow(stores[1], 'replicates', stores[0], { replication: 'asynchronous' });
  flow(stores[1], 'backsUp', backups, { every: '24 h' });
  for (const watched of [...servers, balancer]) flow(monitor, 'watches', watched);
  return { apps, balancer };
}

/** The same system in the language of LikeC4: every element within what it stands in, every flow a relation. */
export function asLikeC4({ elements, flows }) {
  const names = new Map(elements.map(({ id }, index) => [id, `e${index}`]));
  const known = new Set(elements.map(({ id }) => id));
  const parents = new Map(elements.map(({ id, parent }) => [id, known.has(parent) ? parent : undefined]));
  const path = (id) => (parents.get(id) === undefined ? '' : `${path(parents.get(id))}.`) + names.get(id);
  const write = (parent, indent) =>
    elements
      .filter(({ id }) => parents.get(id) === parent)
      .map(({ id, name }) => `${indent}${names.get(id)} = box '${name}' {\n${write(id, `${indent}  `)}${indent}}\n`)
      .join('');
  const relations = flows.map(({ from, verb, to }) => `  ${path(from)} -> ${path(to)} '${verb}'\n`).join('');
  const model = `model {\n${write(undefined, '  ')}${relations}}\n`;
  const roots = elements.filter(({ id }) => parents.get(id) === undefined).map(({ id }) => names.get(id));
  const all = roots.flatMap((name) => [name, `${name}.**`]).join(', ');
  return `specification {\n  element box\n}\n${model}views {\n  view index {\n    include ${all}\n  }\n}\n`;
}
