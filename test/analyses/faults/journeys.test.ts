import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import { createGraph } from '../../../src/graph/create-graph.js';
import { chain, journeysWith, reasonWith, stateWith } from '../support/chain.js';
import { draft } from '../support/document.js';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('journeys', () => {
  test('are derived for every user, to read and to write every store reached', () => {
    const d = chain();
    d.element('cache', 'cache');
    d.element('queue', 'queue');
    d.element('backupStore', 'backup');
    d.flow('app', 'reads', 'cache');
    d.flow('app', 'publishes', 'queue');
    d.flow('db', 'backsUp', 'backup');
    expect(ids(analyseFaults(d.graph()).journeys)).toEqual([
      'user reads db',
      'user reads queue',
      'user writes db',
      'user writes queue',
    ]);
  });

  test('are those declared, where there are any', () => {
    const d = chain();
    d.element('cache', 'cache');
    d.flow('app', 'reads', 'cache');
    d.journey('user', 'read', 'cache');
    const { journeys, assumptions } = analyseFaults(d.graph());
    expect(journeys.map(({ id, declared }) => [id, declared])).toEqual([['user read cache', true]]);
    expect(assumptions.join()).not.toMatch(/No journey/);
  });

  test('of both modes need both', () => {
    const d = chain();
    d.element('objectStore', 'files');
    d.flow('app', 'reads', 'files');
    d.flow('app', 'writes', 'files', { optional: true });
    d.journey('user', 'all', 'db');
    d.journey('user', 'all', 'files');
    expect(journeysWith(d.graph())).toEqual({ 'user all db': 'works', 'user all files': 'broken' });
  });

  test('ignore flows of the other mode', () => {
    const d = chain();
    d.element('searchIndex', 'index');
    d.flow('app', 'reads', 'index');
    expect(journeysWith(d.graph(), 'index')).toMatchObject({ 'user reads db': 'broken', 'user writes db': 'works' });
  });

  test('break with the chain, although their user still works', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('loadBalancer', 'lb');
    for (const id of ['1', '2']) {
      d.element('appServer', `app-${id}`);
      d.element('database', `db-${id}`);
      d.flow(`app-${id}`, 'writes', `db-${id}`);
    }
    d.flow('user', 'visits', 'lb');
    d.pool('lb', 'balances', ['app-1', 'app-2']);
    expect(stateWith(d.graph(), 'user', 'app-1')).toBe('works');
    expect(journeysWith(d.graph(), 'app-1')).toEqual({ 'user writes db-1': 'broken', 'user writes db-2': 'degraded' });
  });

  test('to copies of one store make up for one another: no finding, and each has single points of its own', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('appServer', 'app', { facts: { instances: 2 } });
    for (const id of ['db', 'replica']) d.element('database', id);
    d.flow('replica', 'replicates', 'db', { failover: 'none' });
    d.flow('user', 'visits', 'app');
    d.pool('app', 'reads', ['db', 'replica']);
    const faults = analyseFaults(d.graph());
    expect(ids(faults.journeys)).toEqual(['user reads db', 'user reads replica']);
    expect(faults.journeys.map((journey) => ids(faults.singlePointsOf(journey)))).toEqual([
      ['user', 'db'],
      ['user', 'replica'],
    ]);
    expect(faults.singlePoints.map(({ root }) => root.id)).toEqual(['user']);
  });

  test('show a shortest way', () => {
    const [journey] = analyseFaults(chain().graph()).journeys;
    expect(journey?.path.map(({ to }) => to)).toEqual(['web', 'app', 'db']);
  });
});

describe('single points', () => {
  test('of one fault are one, rooted in the innermost', () => {
    const d = chain({ web: { in: 'zone' }, app: { in: 'zone' }, db: { in: 'server' } });
    d.element('availabilityZone', 'az');
    d.element('zone', 'zone', { facts: { standsIn: ['az'], availability: 0.999 } });
    d.element('server', 'server', { in: 'zone' });
    const faults = analyseFaults(d.graph());
    const points = faults.singlePoints.map(({ root, also }) => [root.id, ids(also)]);
    expect(points).toContainEqual(['db', ['server', 'zone', 'az']]);
    expect(points).toContainEqual(['web', ['zone', 'az']]);
    expect(faults.singlePointOf(d.graph().byId.get('server')!)?.root.id).toBe('db');
  });

  test('of a place that breaks more than what stands in it are its own', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('server', 'server');
    d.element('database', 'db-1', { in: 'server' });
    d.element('objectStore', 'db-2', { in: 'server' });
    d.element('appServer', 'app', { facts: { instances: 2 } });
    d.flow('user', 'visits', 'app', { optional: true });
    d.element('user', 'other');
    d.element('appServer', 'tool', { facts: { instances: 2 } });
    d.flow('other', 'visits', 'tool');
    d.flow('user', 'visits', 'app');
    d.flow('app', 'writes', 'db-1');
    d.flow('tool', 'writes', 'db-2');
    const points = analyseFaults(d.graph()).singlePoints.filter(({ onlyListed }) => !onlyListed);
    expect(points.map(({ root, journeys }) => [root.id, journeys.length])).toEqual([
      ['server', 2],
      ['db-1', 1],
      ['db-2', 1],
    ]);
  });

  test('carry what dies with them and a way through them', () => {
    const d = chain({ app: { in: 'server' } });
    d.element('server', 'server');
    const faults = analyseFaults(d.graph());
    const point = faults.singlePoints.find(({ root }) => root.id === 'app');
    expect(ids(point?.blastRadius ?? [])).toEqual(['user', 'web']);
    expect(point?.path.map(({ to }) => to)).toEqual(['web', 'app', 'db']);
    expect(ids(point?.also ?? [])).toEqual(['server']);
  });

  test('show the way to a need beside the chain', () => {
    const d = chain();
    d.element('identityProvider', 'login');
    d.flow('app', 'calls', 'login');
    const point = analyseFaults(d.graph()).singlePoints.find(({ root }) => root.id === 'login');
    expect(point?.path.map(({ to }) => to)).toEqual(['web', 'app', 'login']);
  });

  test('of users, services of others and regions are only listed', () => {
    const d = chain({ db: { facts: { standsIn: ['region'] } } });
    d.element('region', 'region');
    d.element('externalService', 'payment');
    d.flow('app', 'calls', 'payment');
    const listed = analyseFaults(d.graph()).singlePoints.filter(({ onlyListed }) => onlyListed);
    expect(ids(listed.map(({ root }) => root))).toEqual(['payment', 'user']);
    const asked = analyseFaults(createGraph({ ...d.document({ recovery: 'warm standby' }) }));
    expect(asked.singlePointOf(d.graph().byId.get('region')!)?.root.id).toBe('db');
  });

  test.each([
    ['none', true],
    ['backup and restore', true],
    ['pilot light', true],
    ['warm standby', false],
    ['active-active', false],
  ] as const)('of a region are only listed where the recovery is %s: %s', (recovery, onlyListed) => {
    const d = chain();
    d.element('region', 'region');
    for (const id of ['one', 'other']) d.element('appServer', id, { facts: { standsIn: ['region'] } });
    d.element('loadBalancer', 'balancer');
    d.pool('balancer', 'balances', ['one', 'other']);
    d.flow('user', 'visits', 'balancer');
    d.journey('user', 'all', 'balancer');
    const { singlePoints } = analyseFaults(createGraph({ ...d.document({ recovery }) }));
    expect(singlePoints.find(({ root }) => root.id === 'region')?.onlyListed).toBe(onlyListed);
  });

  test('stand in the order of journeys lost, then of what dies with them', () => {
    const points = analyseFaults(chain().graph()).singlePoints;
    expect(points.map(({ root }) => root.id)).toEqual(['db', 'app', 'web', 'user']);
  });
});

describe('a simulation', () => {
  test('says why each element died', () => {
    const d = chain({ app: { in: 'server' } });
    d.element('zone', 'zone b', { facts: { standsIn: ['az'] } });
    d.element('availabilityZone', 'az');
    d.element('server', 'server', { in: 'zone b' });
    const { elements } = analyseFaults(d.graph()).simulate(['az']);
    expect(elements.map(({ element, reason }) => [element.id, reason])).toEqual([
      ['user', "It visits 'web', which is down."],
      ['web', "It forwards to 'app', which is down."],
      ['app', "It stands on 'server', which is down."],
      ['zone b', "It stands in 'az', which failed."],
      ['az', 'It failed.'],
      ['server', "It stands in 'zone b', which is down."],
    ]);
  });

  test('says what goes on worse off', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('loadBalancer', 'lb');
    for (const id of ['web-1', 'web-2', 'web-3']) d.element('webServer', id);
    d.flow('user', 'visits', 'lb');
    d.pool('lb', 'balances', ['web-1', 'web-2', 'web-3'], { need: 2 });
    const faults = analyseFaults(d.graph());
    expect(reasonWith(faults, 'lb', 'web-2')).toBe("It balances over 2 of 3 targets: 'web-2' cannot be reached.");
    expect(reasonWith(faults, 'lb', 'web-2', 'web-3')).toBe(
      "It balances over 3 targets, of which 1 is left and more are needed: 'web-2' and 'web-3' cannot be reached.",
    );
  });

  test('leaves no trace: the next begins from the same state', () => {
    const faults = analyseFaults(chain().graph());
    const first = faults.simulate(['db']);
    expect(first.journeys.map(({ state }) => state)).toEqual(['broken', 'broken']);
    expect(faults.simulate([]).journeys.map(({ state }) => state)).toEqual(['works', 'works']);
    expect(ids(first.elements.map(({ element }) => element))).toEqual(['user', 'web', 'app', 'db']);
  });

  test('leaves out ids that nothing has', () => {
    expect(analyseFaults(chain().graph()).simulate(['nothing']).failed).toEqual([]);
  });
});

describe('degraded as modelled', () => {
  const guarded = (connect: (d: ReturnType<typeof draft>) => void) => {
    const d = draft();
    d.element('user', 'user');
    d.element('loadBalancer', 'lb');
    d.element('zone', 'zone');
    d.element('firewall', 'box', { in: 'zone', facts: { appliance: true, incoming: 'deny' }, rules: [] });
    d.element('appServer', 'inside', { in: 'zone' });
    d.element('appServer', 'outside');
    d.element('database', 'db');
    d.flow('user', 'visits', 'lb');
    connect(d);
    d.flow('outside', 'writes', 'db');
    return journeysWith(d.graph());
  };

  test('a pool one of whose targets a guard blocks', () => {
    expect(guarded((d) => d.pool('lb', 'balances', ['inside', 'outside']))).toEqual({ 'user writes db': 'degraded' });
  });

  test('an optional need that a guard blocks', () => {
    const states = guarded((d) => {
      d.flow('lb', 'forwards', 'outside');
      d.flow('outside', 'calls', 'inside', { optional: true });
    });
    expect(states).toEqual({ 'user writes db': 'degraded' });
  });

  test('not where nothing is blocked', () => {
    expect(guarded((d) => d.pool('lb', 'balances', ['outside']))).toEqual({ 'user writes db': 'works' });
  });
});

describe('odd models', () => {
  test('an empty one has nothing to say', () => {
    const faults = analyseFaults(draft().graph());
    expect([faults.journeys, faults.singlePoints, faults.coldStart, faults.assumptions]).toEqual([[], [], [], []]);
  });

  test('references that lead nowhere count as dead ends', () => {
    const d = chain();
    d.flow('app', 'calls', 'ghost');
    expect(journeysWith(d.graph())).toEqual({ 'user reads db': 'broken', 'user writes db': 'broken' });
    expect(reasonWith(analyseFaults(d.graph()), 'app')).toBe("It calls 'ghost', which the model does not have.");
  });

  test('a chain of 20,000 hops needs no stack', () => {
    const d = draft();
    d.element('user', 'user');
    for (let index = 0; index < 20_000; index += 1) {
      d.element('component', `c${index}`);
      d.flow(index === 0 ? 'user' : `c${index - 1}`, 'calls', `c${index}`);
    }
    d.element('database', 'db');
    d.flow('c19999', 'writes', 'db');
    const faults = analyseFaults(d.graph());
    expect(faults.journeys.map(({ path }) => path.length)).toEqual([20_001]);
    expect(stateWith(d.graph(), 'user', 'db')).toBe('dead');
  });
});
