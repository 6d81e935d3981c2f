import { candidatesFor } from '../../../src/analyses/faults/candidates.js';
import { listGoals } from '../../../src/analyses/faults/journeys.js';
import { packetWays } from '../../../src/analyses/faults/packet-ways.js';
import { openScenarios } from '../../../src/analyses/faults/scenarios.js';
import { compileStructures } from '../../../src/analyses/faults/structure.js';
import { listUniverse } from '../../../src/analyses/faults/universe.js';
import { chain } from '../support/chain.js';
import { type Drafting, draft } from '../support/document.js';

/** What has to be tried for the first journey, in the order of the model, while these have failed. */
function candidates(d: Drafting, ...failed: readonly string[]): readonly string[] {
  const universe = listUniverse(d.graph());
  const structures = compileStructures(universe, packetWays(universe.model));
  const goals = listGoals(structures);
  const [goal] = goals;
  const structure = structures.find(({ mode }) => goal!.modes.includes(mode))!;
  const scenario = openScenarios(structure, goals, []);
  scenario.state.fail(failed.map((id) => universe.indexOf.get(id)!));
  const found = [...candidatesFor(scenario, goal!)].sort((left, right) => left - right);
  return found.map((element) => universe.elements[element]!.id);
}

/** user → app → db, where the app needs so many of some services besides. */
function served(count: number, need: number, hosts: readonly string[] = []): Drafting {
  const d = draft();
  d.element('user', 'user');
  d.element('appServer', 'app');
  for (const host of new Set(hosts)) d.element('server', host);
  const services = Array.from({ length: count }, (_, index) => {
    return d.element('component', `service-${index + 1}`, hosts[index] ? { in: hosts[index] } : {});
  });
  d.element('database', 'db');
  d.flow('user', 'visits', 'app');
  d.pool('app', 'calls', services, { need });
  d.flow('app', 'writes', 'db');
  d.journey('user', 'write', 'db');
  return d;
}

test('in a row all are', () => {
  expect(candidates(chain())).toEqual(['user', 'web', 'app', 'db']);
});

test('none are of what does not work', () => {
  expect(candidates(chain(), 'web')).toEqual([]);
});

test.each<[number, number, readonly string[]]>([
  [1, 1, ['service-1']],
  [2, 1, []],
  [2, 2, ['service-1', 'service-2']],
  [3, 1, []],
  [3, 2, []],
  [4, 3, []],
  [5, 4, ['service-1']],
])(
  'of %d services of which %d must work, those that must, and what three rounds do not thin out',
  (count, need, more) => {
    expect(candidates(served(count, need))).toEqual(['user', 'app', ...more, 'db']);
  },
);

test('of what is left when one has failed', () => {
  expect(candidates(served(2, 1), 'service-1')).toEqual(['user', 'app', 'service-2', 'db']);
});

// Where all stand on one host none does without it: the first is tried with its host, for nothing.
test.each<[readonly string[], readonly string[]]>([
  [['a', 'b'], []],
  [
    ['a', 'a'],
    ['a', 'service-1'],
  ],
  [['a', 'a', 'b'], []],
])('services on %j', (hosts, more) => {
  expect(candidates(served(hosts.length, 1, hosts))).toEqual(['user', 'app', ...more, 'db']);
});

/**
 * Of two ways one needs the server that the store stands on as well, so that no way does without everything on the other:
 * only looking for one without the zone alone shows that the zone can be spared.
 */
function crowded(dependents: number, between: number): Drafting {
  const d = draft();
  d.element('user', 'user');
  d.element('loadBalancer', 'lb');
  d.element('server', 'shared');
  d.element('availabilityZone', 'zone');
  let place = 'zone';
  for (let depth = 1; depth <= between; depth += 1) place = d.element('server', `host-${depth}`, { in: place });
  d.element('appServer', 'app', { in: place });
  for (let other = 1; other < dependents; other += 1) d.element('component', `other-${other}`, { in: 'zone' });
  d.element('appServer', 'spare', { in: 'shared' });
  d.element('database', 'db', { in: 'shared' });
  d.flow('user', 'visits', 'lb');
  d.flow('spare', 'writes', 'db');
  d.flow('app', 'writes', 'db');
  d.pool('lb', 'balances', ['app', 'spare']);
  d.journey('user', 'write', 'db');
  return d;
}

test.each<[number, number, readonly string[]]>([
  [65, 0, []],
  [64, 0, ['zone', 'app']],
  [65, 1, []],
  [64, 1, ['zone', 'host-1', 'app']],
  [65, 2, ['zone', 'host-1', 'host-2', 'app']],
])('a place that %d stand in is avoided by itself, seen through %d hosts', (dependents, between, more) => {
  expect(candidates(crowded(dependents, between))).toEqual(['user', 'lb', 'shared', ...more, 'db']);
});
