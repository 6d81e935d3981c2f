import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import { packetWays } from '../../../src/analyses/faults/packet-ways.js';
import { searcherIn } from '../../../src/analyses/faults/reach.js';
import { compileStructures } from '../../../src/analyses/faults/structure.js';
import { listUniverse } from '../../../src/analyses/faults/universe.js';
import { chain, withReplica } from '../support/chain.js';
import { type Drafting, draft } from '../support/document.js';

/** The flows that the first journey is shown by. */
function path(d: Drafting): readonly string[] {
  return analyseFaults(d.graph()).journeys[0]!.path.map(({ from, to }) => `${from} ${to}`);
}

function guard(d: Drafting, zone: string): void {
  d.element('zone', zone);
  d.element('firewall', `box-${zone}`, { in: zone, facts: { appliance: true } });
}

describe('a journey is shown by its flows', () => {
  const grouped = (isGuarded: boolean) => {
    const d = draft();
    d.element('user', 'user');
    if (isGuarded) guard(d, 'zone');
    for (const id of ['one', 'two']) d.element('appServer', id, isGuarded && id === 'two' ? { in: 'zone' } : {});
    d.cluster('apps', 'appServer', ['one', 'two']);
    d.element('database', 'db');
    d.flow('user', 'visits', 'apps');
    d.flow('two', 'writes', 'db');
    d.journey('user', 'write', 'db');
    return d;
  };

  test('through a member of a group, which is no flow', () => {
    expect(path(grouped(false))).toEqual(['user apps', 'two db']);
    expect(path(grouped(true))).toEqual(['user apps', 'two db']);
  });

  test.each([
    ['web', ['user alias', 'alias www', 'www web']],
    ['alias', ['user alias']],
  ])('through names, one after the other, to %s', (to, wanted) => {
    const d = draft();
    d.element('user', 'user');
    d.element('dns', 'dns');
    for (const id of ['www', 'alias']) d.element('record', id, { in: 'dns' });
    d.element('webServer', 'web');
    d.flow('user', 'visits', 'alias');
    d.flow('alias', 'resolvesTo', 'www');
    d.flow('www', 'resolvesTo', 'web');
    d.journey('user', 'write', to);
    expect(path(d)).toEqual(wanted);
  });

  test('to a replica that takes over, which is no flow either', () => {
    const d = withReplica(chain(), { failover: { by: 'watchdog' } });
    d.element('component', 'watchdog');
    d.journey('user', 'read', 'replica');
    expect(path(d)).toEqual(['user web', 'web app', 'app db']);
    const [journey] = analyseFaults(d.graph()).simulate(['db']).journeys;
    expect(journey!.state).toBe('degraded');
  });

  test('of which there are none where it never works', () => {
    const d = chain();
    d.element('database', 'far');
    d.journey('user', 'read', 'far');
    expect(path(d)).toEqual([]);
  });
});

describe('steps', () => {
  const structureOf = (d: Drafting) => compileStructures(listUniverse(d.graph()), packetWays(d.graph()))[1]!;

  test('lead along what is required, and beside it along what is optional, in the mode', () => {
    const d = chain();
    d.element('externalService', 'mail');
    d.element('cache', 'cache');
    d.element('queue', 'queue');
    d.flow('app', 'calls', 'mail', { optional: true });
    d.flow('app', 'reads', 'cache', { optional: true });
    d.flow('app', 'writes', 'queue');
    d.flow('app', 'watches', 'web');
    d.flow('app', 'calls', 'gone');
    const { steps, asides, stepsBack, universe } = structureOf(d);
    const number = (id: string) => universe.indexOf.get(id)!;
    const named = (list: readonly { readonly to: number }[]) => list.map(({ to }) => universe.elements[to]!.id);
    expect(named(steps(number('app')))).toEqual(['db', 'queue']);
    expect(named(asides(number('app')))).toEqual(['mail']);
    expect(asides(number('web'))).toEqual([]);
    expect(stepsBack(number('app')).map(({ from, by }) => [universe.elements[from]!.id, by])).toEqual([
      ['web', 'flow'],
    ]);
    expect(stepsBack(number('mail'))).toEqual([]);
    expect(steps(number('app'))).toBe(steps(number('app')));
  });

  test('to names and guarded groups that are optional are asides', () => {
    const d = draft();
    d.element('user', 'user');
    guard(d, 'zone');
    d.element('dns', 'dns');
    d.element('record', 'www', { in: 'dns' });
    for (const id of ['one', 'two']) d.element('webServer', id, { in: 'zone' });
    d.cluster('webs', 'webServer', ['one', 'two']);
    d.flow('www', 'resolvesTo', 'webs');
    d.flow('user', 'visits', 'www', { optional: true });
    const { steps, asides, stepsBack, universe } = structureOf(d);
    const told = asides(0).map(({ to, by, flows }) => [universe.elements[to]!.id, by, flows.length]);
    expect(steps(0)).toEqual([]);
    expect(told).toEqual([
      ['www', 'flow', 1],
      ['webs', 'flow', 2],
      ['one', 'member', 2],
      ['two', 'member', 2],
    ]);
    expect(stepsBack(universe.indexOf.get('one')!)).toEqual([]);
  });
});

test('a search takes the first way, or the last where that is asked for', () => {
  const d = draft();
  d.element('user', 'user');
  for (const id of ['a', 'b', 'c']) d.element('appServer', id);
  d.element('database', 'db');
  d.pool('user', 'visits', ['a', 'b', 'c']);
  for (const id of ['a', 'b', 'c']) d.flow(id, 'writes', 'db');
  const structure = compileStructures(listUniverse(d.graph()), packetWays(d.graph()))[1]!;
  const to = structure.universe.indexOf.get('db')!;
  const way = (lastFirst: boolean) => {
    const search = searcherIn(structure, undefined, { lastFirst });
    expect(search.reached(0)).toBe(false);
    search.from(0);
    expect([search.reached(0), search.reached(to)]).toEqual([true, true]);
    return search.pathTo(to).flows.map((flow) => flow.to);
  };
  expect(way(false)).toEqual(['a', 'db']);
  expect(way(true)).toEqual(['c', 'db']);
});
