// A three-tier system of any size, as a graph's document: what the benchmarks of the analyses are run on. The same seed
// gives the same system. Three zones; web servers, application servers and sharded databases with a replica each, one to
// a host; two balancers behind one name; some users with a journey to some of the shards.

/** A small generator of random numbers (mulberry32), so that every machine builds the same system. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * @param {number} size elements, to within a few
 * @param {{ seed?: number, journeys?: number }} [options]
 */
export function threeTier(size, { seed = 1, journeys = 20 } = {}) {
  const random = randomFrom(seed);
  const below = (limit) => Math.floor(random() * limit);
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
  const pool = (from, verb, targets, facts = {}) => {
    const id = `${from} ${verb} ${pools.length}`;
    pools.push({ id, verb, from, need: 1, flows: targets.map((to) => flow(from, verb, to, facts, id)) });
  };
  const figures = { mtbf: '2000 hours', mttr: '2 hours' };

  const zones = ['a', 'b', 'c'].map((name) =>
    add('availabilityZone', `availabilityZone/${name}`, { availability: 0.9995 }),
  );
  const certificate = add('certificate', 'certificate/www', { names: ['www.example.org'], expires: '2027-06-30' });
  add('dns', 'dns/example.org', { nameServers: ['ns1', 'ns2'] });
  const www = add('record', 'dns/example.org/www', { recordType: 'A' }, { parent: 'dns/example.org' });
  const balancers = [0, 1].map((index) =>
    add(
      'loadBalancer',
      `lb-${index}`,
      { standsIn: [zones[index]], ...figures },
      {
        listeners: [{ name: '', protocol: 'https', port: 443, tls: { certificate } }],
      },
    ),
  );
  const cluster = add('cluster', 'cluster/edge', { mode: 'active-active' });
  flow(www, 'resolvesTo', cluster);

  const hosts = Math.max(8, Math.floor((size - 30) / 2));
  const shards = Math.max(2, Math.floor(hosts / 20));
  const apps = Math.max(2, Math.floor((hosts - 2 * shards) / 2));
  const webs = Math.max(2, hosts - 2 * shards - apps);
  const onHost = (index, tier, kind, facts, listeners, place = index) => {
    const host = add('server', `${tier}-host-${index}`, { standsIn: [zones[place % 3]], ...figures }, { tier });
    return add(kind, `${host}/${tier}`, facts, {
      parent: host,
      tier: `${tier}/${tier}`,
      ...(listeners && { listeners }),
    });
  };
  const plain = [{ name: '', protocol: 'http', port: 80, tls: false }];
  const primaries = Array.from({ length: shards }, (_, index) =>
    onHost(index, 'primary', 'database', { engine: 'postgresql', holds: ['personal'] }, [
      { name: '', protocol: 'postgresql', port: 5432, tls: false },
    ]),
  );
  const orchestrator = add('coordinator', 'orchestrator', { instances: 3 });
  for (const [index, primary] of primaries.entries()) {
    const replica = onHost(index + 1, 'replica', 'database', { engine: 'postgresql' });
    flow(replica, 'replicates', primary, {
      failover: { by: orchestrator, within: '30 s' },
      replication: 'asynchronous',
    });
  }
  // Those of one shard stand in different zones.
  const appServers = Array.from({ length: apps }, (_, index) =>
    onHost(index, 'app', 'appServer', {}, plain, index + Math.floor(index / shards)),
  );
  for (const [index, app] of appServers.entries()) {
    const shard = primaries[index % shards];
    flow(app, 'reads', shard);
    flow(app, 'writes', shard);
    if (random() < 0.3)
      flow(
        app,
        'reads',
        primaries[below(shards)] === shard ? primaries[(index + 1) % shards] : primaries[below(shards)],
        { optional: true },
      );
  }
  const webServers = Array.from({ length: webs }, (_, index) => onHost(index, 'web', 'webServer', figures, plain));
  for (const web of webServers) {
    const start = below(apps);
    pool(
      web,
      'forwards',
      [0, 1, 2, 3]
        .map((step) => appServers[(start + step) % apps])
        .filter((app, index, all) => all.indexOf(app) === index),
    );
  }
  for (const balancer of balancers) pool(balancer, 'balances', webServers, { healthCheck: '/health' });
  const users = Array.from({ length: 4 }, (_, index) => add('user', `user/${index}`));
  for (const user of users) flow(user, 'visits', www);
  return {
    format: 'stanchion-architecture',
    version: 1,
    name: `Three tiers of ${size}`,
    facts: { complete: ['firewalls'] },
    elements,
    flows: unique(flows),
    pools,
    clusters: [{ id: cluster, memberKind: 'loadBalancer', members: balancers }],
    journeys: Array.from({ length: journeys }, (_, index) => ({
      id: `journey/${index}`,
      name: `journey ${index}`,
      from: users[index % users.length],
      to: primaries[(index * 7) % shards],
      mode: index % 3 === 0 ? 'write' : 'read',
      objective: 0.999,
    })),
    waivers: [],
  };
}

function unique(flows) {
  const seen = new Set();
  return flows.filter(({ id }) => !seen.has(id) && seen.add(id));
}
