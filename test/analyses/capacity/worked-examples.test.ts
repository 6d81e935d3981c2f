import { analyseLoad } from '../../../src/analyses/capacity/analyse-load.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';

/** Known demand by element; `…` behind what is a lower bound only. */
function demands(model: Architecture): Record<string, number | string> {
  return Object.fromEntries(
    analyseLoad(model).elements.map(({ element, demand: { known, isComplete } }) => {
      const figure = Math.round(known * 1e6) / 1e6;
      return [element.id, isComplete ? figure : `${figure}…`];
    }),
  );
}

function carried(model: Architecture): readonly (readonly [string, string, number])[] {
  return analyseLoad(model).flows.map(({ flow, demand }) => [flow.from, flow.to, Math.round(demand.known * 1e6) / 1e6]);
}

function worst(model: Architecture, id: string) {
  const stress = analyseLoad(model).loadOf(id)?.worst;
  return stress && { failed: stress.failed.id, demand: stress.demand.known, capacity: stress.capacity };
}

/** Three servers with nginx behind a balancer, 600 requests per second from outside. */
function threeServers(): Drafting {
  const d = draft();
  d.element('user', 'user');
  d.element('loadBalancer', 'lb');
  for (const number of [1, 2, 3]) {
    d.element('server', `server-${number}`);
    d.element('webServer', `nginx-${number}`, {
      in: `server-${number}`,
      facts: { capacity: { requestsPerSecond: 250 } },
    });
  }
  d.flow('user', 'visits', 'lb', { requestsPerSecond: 600 });
  d.pool('lb', 'balances', ['nginx-1', 'nginx-2', 'nginx-3'], { facts: { healthCheck: true } });
  return d;
}

describe('three servers behind a balancer', () => {
  const model = threeServers().graph();

  test('share 600 requests per second, 200 of 250 each', () => {
    expect(demands(model)).toEqual({ lb: 600, 'nginx-1': 200, 'nginx-2': 200, 'nginx-3': 200 });
    expect(analyseLoad(model).loadOf('nginx-1')).toMatchObject({
      utilisation: 0.8,
      capacity: { guaranteed: 250, most: 250 },
    });
  });

  test('with one down, the others get 300 of 250', () => {
    expect(worst(model, 'nginx-1')).toEqual({ failed: 'server-2', demand: 300, capacity: 250 });
    expect(worst(model, 'nginx-2')).toEqual({ failed: 'server-1', demand: 300, capacity: 250 });
    expect(worst(model, 'lb')).toBeUndefined();
  });

  test('without the largest, 500 are left of 750 for 600', () => {
    const [pool] = analyseLoad(model).shared;
    expect(pool).toMatchObject({ subject: { sort: 'pool' }, demand: { known: 600 }, capacity: 750 });
    expect([0, 1, 2, 3, 4].map((k) => pool?.withoutLargest(k))).toEqual([750, 500, 250, 0, 0]);
  });
});

test('a CDN with a hit ratio of 0.9 hands on a tenth, and one that tells none hands on nobody knows how much', () => {
  const behind = (facts: { hitRatio?: number }) => {
    const d = draft();
    d.element('user', 'user');
    d.element('cdn', 'cdn', { facts });
    d.element('webServer', 'web');
    d.flow('user', 'visits', 'cdn', { requestsPerSecond: 1_000 });
    d.flow('cdn', 'forwards', 'web');
    return demands(d.graph());
  };
  expect(behind({ hitRatio: 0.9 })).toEqual({ cdn: 1_000, web: 100 });
  expect(behind({ hitRatio: 1 })).toEqual({ cdn: 1_000, web: 0 });
  expect(behind({})).toEqual({ cdn: 1_000, web: '0…' });
});

test('each request makes five, reads and writes apart', () => {
  const d = draft();
  d.element('user', 'user');
  d.element('appServer', 'app');
  d.element('database', 'db');
  d.flow('user', 'visits', 'app', { requestsPerSecond: 40 });
  d.flow('app', 'reads', 'db', { perRequest: 5 });
  d.flow('app', 'writes', 'db');
  const load = analyseLoad(d.graph());
  expect(load.loadOf('db')).toMatchObject({ demand: { known: 240, isComplete: true }, reads: 200, writes: 40 });
  expect(load.assumptions).toEqual([
    `'app' writes to 'db': one call for each request is taken, as no number is told (perRequest).`,
  ]);
});

describe('calls that go round', () => {
  const loop = (gain: number) => {
    const d = draft();
    d.element('user', 'user');
    d.element('appServer', 'a');
    d.element('appServer', 'b');
    d.element('database', 'db');
    d.flow('user', 'visits', 'a', { requestsPerSecond: 100 });
    d.flow('a', 'calls', 'b', { perRequest: gain });
    d.flow('b', 'calls', 'a', { perRequest: 1 });
    d.flow('a', 'reads', 'db', { perRequest: 1 });
    return d.graph();
  };

  test('with a gain of one half: 100 + 50 + 25 + … = 200', () => {
    expect(demands(loop(0.5))).toEqual({ a: 200, b: 100, db: 200 });
    expect(analyseLoad(loop(0.5)).runaway).toEqual([]);
  });

  test.each([1, 1.5])('with a gain of %s no demand settles', (gain) => {
    const load = analyseLoad(loop(gain));
    expect(load.runaway.map((members) => members.map(({ id }) => id))).toEqual([['a', 'b']]);
    expect(load.elements.every(({ demand }) => Number.isFinite(demand.known) && !demand.isComplete)).toBe(true);
  });
});

test('weights decide the shares, and what is left of them when one is down', () => {
  const d = draft();
  d.element('user', 'user');
  d.element('loadBalancer', 'lb', { facts: { algorithm: 'weighted round robin' } });
  for (const id of ['a', 'b', 'c']) d.element('webServer', id);
  d.flow('user', 'visits', 'lb', { requestsPerSecond: 600 });
  d.pool('lb', 'balances', ['a', 'b', 'c'], { weights: [3, 2, 1], facts: { healthCheck: true } });
  const model = d.graph();
  expect(demands(model)).toEqual({ lb: 600, a: 300, b: 200, c: 100 });
  expect(worst(model, 'a')).toMatchObject({ failed: 'b', demand: 450 });
  expect(worst(model, 'c')).toMatchObject({ failed: 'a', demand: 200 });
  expect(analyseLoad(model).assumptions).toEqual([]);
});

describe('a pair', () => {
  const pair = (facts: object) => {
    const d = draft();
    d.element('user', 'user');
    d.element('coordinator', 'sentinel');
    for (const id of ['db-1', 'db-2']) d.element('database', id, { facts: { capacity: { requestsPerSecond: 100 } } });
    d.element('appServer', 'app');
    d.cluster('cluster/db', 'database', ['db-1', 'db-2'], facts);
    d.flow('user', 'visits', 'app', { requestsPerSecond: 60 });
    d.flow('app', 'writes', 'cluster/db', { perRequest: 1 });
    d.flow('app', 'reads', 'cluster/db', { perRequest: 2 });
    return d.graph();
  };

  test('active-passive: the active one takes all, the standby when it is down', () => {
    const model = pair({ mode: 'active-passive', failover: { by: 'sentinel' } });
    expect(demands(model)).toMatchObject({ 'cluster/db': 180, 'db-1': 180, 'db-2': 0 });
    expect(worst(model, 'db-2')).toEqual({ failed: 'db-1', demand: 180, capacity: 100 });
    expect(worst(model, 'db-1')).toBeUndefined();
    expect(analyseLoad(model).shared.map((one) => one.withoutLargest(1))).toEqual([100]);
  });

  test('active-passive without failover: nothing is left without the active one', () => {
    const model = pair({ mode: 'active-passive' });
    expect(worst(model, 'db-2')).toBeUndefined();
    expect(analyseLoad(model).shared.map((one) => one.withoutLargest(1))).toEqual([0]);
  });

  test('active-active: both share', () => {
    expect(demands(pair({ mode: 'active-active' }))).toMatchObject({ 'db-1': 90, 'db-2': 90 });
    expect(worst(pair({ mode: 'active-active' }), 'db-1')).toMatchObject({ failed: 'db-2', demand: 180 });
  });

  test('one writer: it takes the writes, both take the reads', () => {
    const model = pair({ writer: 'db-1', failover: { by: 'sentinel' } });
    expect(demands(model)).toMatchObject({ 'db-1': 120, 'db-2': 60 });
    expect(worst(model, 'db-2')).toMatchObject({ failed: 'db-1', demand: 180 });
  });
});

test('a replica takes over where something promotes it', () => {
  const d = draft();
  d.element('user', 'user');
  d.element('coordinator', 'orchestrator');
  d.element('appServer', 'app');
  d.element('database', 'primary');
  d.element('database', 'replica', { facts: { capacity: { requestsPerSecond: 50 } } });
  d.flow('user', 'visits', 'app', { requestsPerSecond: 80 });
  d.flow('app', 'writes', 'primary', { perRequest: 1 });
  d.flow('replica', 'replicates', 'primary', { failover: { by: 'orchestrator' } });
  const model = d.graph();
  expect(demands(model)).toMatchObject({ primary: 80, replica: 0 });
  expect(worst(model, 'replica')).toEqual({ failed: 'primary', demand: 80, capacity: 50 });
});

describe('names, places and boxes in the way', () => {
  const twoZones = () => {
    const d = draft();
    d.element('user', 'user');
    d.element('dns', 'dns');
    d.element('record', 'www', { in: 'dns' });
    for (const zone of ['a', 'b']) {
      d.element('availabilityZone', `az-${zone}`);
      d.element('zone', `net-${zone}`, { facts: { standsIn: [`az-${zone}`] } });
      d.element('firewall', `box-${zone}`, { in: `net-${zone}`, facts: { appliance: true } });
      d.element('loadBalancer', `lb-${zone}`, {
        in: `net-${zone}`,
        facts: { capacity: { requestsPerSecond: 150 } },
      });
    }
    d.flow('user', 'visits', 'www', { requestsPerSecond: 200 });
    d.pool('www', 'resolvesTo', ['lb-a', 'lb-b']);
    return d.graph();
  };

  test('several answers share, and what is behind a dead box gets nothing', () => {
    const model = twoZones();
    expect(demands(model)).toEqual({ www: 200, 'lb-a': 100, 'lb-b': 100 });
    expect(worst(model, 'lb-a')).toMatchObject({ demand: 200, capacity: 150 });
    const faults = ['box-b', 'lb-b', 'az-b'];
    expect(faults).toContain(worst(model, 'lb-a')?.failed);
    expect(carried(model)).toEqual([
      ['user', 'www', 200],
      ['www', 'lb-a', 100],
      ['www', 'lb-b', 100],
    ]);
  });

  test('the loss of a zone is told apart', () => {
    expect(analyseLoad(twoZones()).loadOf('lb-a')?.zoneLoss).toMatchObject({
      failed: { id: 'az-b' },
      demand: { known: 200 },
      capacity: 150,
    });
  });

  test('a box alone in the way of one zone sends all to the other', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('loadBalancer', 'lb');
    d.element('zone', 'net');
    d.element('firewall', 'box', { in: 'net', facts: { appliance: true } });
    d.element('webServer', 'inside', { in: 'net' });
    d.element('webServer', 'outside', { facts: { capacity: { requestsPerSecond: 10 } } });
    d.flow('user', 'visits', 'lb', { requestsPerSecond: 12 });
    d.pool('lb', 'balances', ['inside', 'outside'], { facts: { healthCheck: true } });
    expect(worst(d.graph(), 'outside')).toEqual({ failed: 'box', demand: 12, capacity: 10 });
  });
});

describe('instances', () => {
  const spread = () => {
    const d = draft();
    d.element('user', 'user');
    for (const zone of ['a', 'b', 'c']) d.element('availabilityZone', zone);
    d.element('appServer', 'app', {
      facts: { instances: { min: 5, max: 9 }, standsIn: ['a', 'b', 'c'], capacity: { requestsPerSecond: 100 } },
    });
    d.flow('user', 'visits', 'app', { requestsPerSecond: 400 });
    return d.graph();
  };

  test('count at the least for what is guaranteed, at the most for what is possible', () => {
    expect(analyseLoad(spread()).loadOf('app')).toMatchObject({
      utilisation: 0.8,
      capacity: { guaranteed: 500, most: 900 },
    });
  });

  test('two of five stand in the first zone: three are left, and take 133 %', () => {
    const load = analyseLoad(spread()).loadOf('app');
    expect(load?.zoneLoss).toMatchObject({ failed: { id: 'a' }, capacity: 300, demand: { known: 400 } });
    expect(load?.worst).toMatchObject({ failed: { id: 'a' }, isOneInstance: false });
    expect(analyseLoad(spread()).shared).toMatchObject([
      { subject: { sort: 'instances' }, zoneLoss: { failed: { id: 'a' }, capacity: 300 } },
    ]);
  });

  test('one of four instances lost leaves three', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('server', 'host', { facts: { instances: 2 } });
    d.element('appServer', 'app', { in: 'host', facts: { instances: 2, capacity: { requestsPerSecond: 100 } } });
    d.flow('user', 'visits', 'app', { requestsPerSecond: 250 });
    const load = analyseLoad(d.graph());
    expect(load.loadOf('app')).toMatchObject({ capacity: { guaranteed: 400 }, utilisation: 0.625 });
    expect(load.loadOf('app')?.worst).toMatchObject({
      failed: { id: 'host' },
      isOneInstance: true,
      capacity: 200,
      utilisation: 1.25,
    });
    expect(load.shared[0]?.withoutLargest(1)).toBe(300);
  });
});

describe('figures of a statement', () => {
  const shared = (facts: readonly [object, object]) => {
    const d = draft();
    d.element('user', 'user');
    d.element('webServer', 'a');
    d.element('webServer', 'b');
    d.pool('user', 'visits', ['a', 'b']);
    d.flows.splice(0, 2, { ...d.flows[0]!, facts: facts[0] }, { ...d.flows[1]!, facts: facts[1] });
    return demands(d.graph());
  };

  test('the same on every flow is of the whole pool; different ones are of each flow', () => {
    expect(shared([{ requestsPerSecond: 90 }, { requestsPerSecond: 90 }])).toEqual({ a: 45, b: 45 });
    expect(shared([{ requestsPerSecond: 60 }, { requestsPerSecond: 30 }])).toEqual({ a: 60, b: 30 });
  });

  test('what is told of what is sent grows with what arrives', () => {
    const d = threeServers();
    for (const number of [1, 2, 3]) {
      d.element('database', `db-${number}`);
      d.flow(`nginx-${number}`, 'reads', `db-${number}`, { requestsPerSecond: 20, optional: true });
    }
    expect(worst(d.graph(), 'db-1')).toMatchObject({ failed: 'server-2', demand: 30 });
  });

  test('of several routes nobody knows which is taken', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('apiGateway', 'gateway');
    d.element('function', 'f');
    d.element('function', 'g');
    d.flow('user', 'visits', 'gateway', { requestsPerSecond: 10 });
    d.flow('gateway', 'forwards', 'f', { perRequest: 0.3 });
    d.flow('gateway', 'forwards', 'g');
    expect(demands(d.graph())).toEqual({ gateway: 10, f: 3, g: '0…' });
    expect(analyseLoad(d.graph()).missing[0]).toMatchObject({ fact: 'perRequest', flows: [{ to: 'g' }], unlocks: 1 });
  });
});

test('a queue hands what is published to those that consume it', () => {
  const d = draft();
  d.element('user', 'user');
  d.element('appServer', 'app');
  d.element('queue', 'jobs');
  for (const id of ['worker-1', 'worker-2']) d.element('worker', id);
  d.flow('user', 'visits', 'app', { requestsPerSecond: 30 });
  d.flow('app', 'publishes', 'jobs', { perRequest: 2 });
  for (const id of ['worker-1', 'worker-2']) d.flow(id, 'consumes', 'jobs');
  expect(demands(d.graph())).toEqual({ app: 30, jobs: 60, 'worker-1': 30, 'worker-2': 30 });
  expect(worst(d.graph(), 'worker-1')).toMatchObject({ failed: 'worker-2', demand: 60 });
});

test('what a flow leads through gets its requests too', () => {
  const d = draft();
  d.element('user', 'user');
  d.element('vpnGateway', 'vpn');
  d.element('appServer', 'app');
  d.flow('user', 'visits', 'app', { requestsPerSecond: 7, through: ['vpn'] });
  expect(demands(d.graph())).toEqual({ vpn: 7, app: 7 });
});

describe('connections', () => {
  test('each instance of each source holds its pool open', () => {
    const d = draft();
    d.element('user', 'user');
    for (const id of ['app-1', 'app-2']) d.element('appServer', id, { facts: { instances: { min: 2, max: 4 } } });
    d.element('database', 'db', { facts: { capacity: { connections: 100 } } });
    d.flow('user', 'visits', 'app-1', { requestsPerSecond: 1 });
    d.flow('app-1', 'writes', 'db', { connections: 20 });
    d.flow('app-2', 'writes', 'db', { connections: 10 });
    expect(analyseLoad(d.graph()).loadOf('db')?.connections).toEqual({
      fewest: 60,
      most: 120,
      isComplete: true,
      capacity: { guaranteed: 100, most: 100 },
    });
    expect(analyseLoad(d.graph()).loadOf('app-1')?.connections).toBeUndefined();
  });

  test('are told without any demand too', () => {
    const d = draft();
    d.element('appServer', 'app', { facts: { instances: 2 } });
    d.element('database', 'db');
    d.flow('app', 'writes', 'db', { connections: 20 });
    const graph = d.graph();
    const load = analyseLoad(graph);
    expect(load.hasDemand).toBe(false);
    expect(load.connectionsOf(graph.byId.get('db')!)).toMatchObject({ fewest: 40, most: 40, isComplete: true });
    expect(load.connectionsOf(graph.byId.get('app')!)).toBeUndefined();
  });

  test('a pool that is not told makes the sum a lower bound', () => {
    const d = draft();
    d.element('appServer', 'app');
    d.element('worker', 'worker');
    d.element('database', 'db');
    d.flow('app', 'writes', 'db', { connections: 20, requestsPerSecond: 5 });
    d.flow('worker', 'writes', 'db');
    expect(analyseLoad(d.graph()).loadOf('db')?.connections).toMatchObject({ fewest: 20, isComplete: false });
  });
});

describe('what is not told', () => {
  test('one source that tells nothing makes the sum a lower bound, and all that follows from it', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('scheduledJob', 'job');
    d.element('appServer', 'app');
    d.element('database', 'db');
    d.flow('user', 'visits', 'app', { requestsPerSecond: 10 });
    d.flow('job', 'calls', 'app');
    d.flow('app', 'reads', 'db', { perRequest: 2 });
    expect(demands(d.graph())).toEqual({ app: '10…', db: '20…' });
    expect(analyseLoad(d.graph()).missing.map(({ fact, unlocks }) => [fact, unlocks])).toEqual([
      ['requestsPerSecond', 2],
      ['capacity', 1],
      ['capacity', 1],
    ]);
  });

  test('without any demand nothing is claimed, and the entries of users are asked for first', () => {
    const d = draft();
    d.element('scheduledJob', 'job');
    d.element('user', 'user');
    d.element('appServer', 'app');
    d.element('database', 'db');
    d.flow('job', 'reads', 'db');
    d.flow('user', 'visits', 'app');
    d.flow('app', 'reads', 'db');
    const load = analyseLoad(d.graph());
    expect(load).toMatchObject({ hasDemand: false, elements: [], flows: [], shared: [], assumptions: [] });
    expect(load.missing.map(({ wanted, unlocks }) => [wanted, unlocks])).toEqual([
      [`Say how many requests come where 'user' visits 'app': \`requestsPerSecond\`.`, 2],
      [`Say how many requests come where 'job' reads from 'db': \`requestsPerSecond\`.`, 1],
      [`Say what 'app' takes: \`capacity: { requestsPerSecond }\`.`, 1],
      [`Say what 'db' takes: \`capacity: { requestsPerSecond }\`.`, 1],
    ]);
  });

  test('telemetry carries only what it tells', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('appServer', 'app');
    d.element('logCollector', 'logs');
    d.flow('user', 'visits', 'app', { requestsPerSecond: 10 });
    d.flow('app', 'reports', 'logs');
    expect(demands(d.graph())).toEqual({ app: 10 });
  });
});

test('a bound on the work leaves the rest untried, and says so', () => {
  const model = threeServers().graph();
  expect(analyseLoad(model).failures).toEqual({ tried: 6, candidates: 6 });
  expect(analyseLoad(model, { mostWork: 1 }).failures).toEqual({ tried: 0, candidates: 6 });
});
