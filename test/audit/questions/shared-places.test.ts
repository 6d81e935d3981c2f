import { analysesOf } from '../../../src/analyses/analyses-of.js';
import type { Faults, SinglePoint } from '../../../src/analyses/faults/result.js';
import {
  areAllCopies,
  holdsAllOfAGroup,
  isSumOfParts,
  membersOfGroups,
  membersSharing,
} from '../../../src/audit/questions/shared-places.js';
import { architecture, each, type Site } from '../../../src/index.js';
import { build } from '../../support/build.js';

/** On one server: a pair for visitors, and, where asked for, one alone for readers. */
function box(parts: readonly ('pair' | 'alone' | 'other')[]) {
  const site = architecture('shop');
  const server = site.server('box');
  const pair = ['a', 'b'].map((name) => server.appServer(name));
  if (parts.includes('pair')) site.user('visitor').visits(pair);
  each(pair).reads(site.objectStore('pictures'));
  for (const name of parts.filter((part) => part !== 'pair')) {
    const app = server.appServer(name);
    site.user(`reader of ${name}`).visits(app);
    app.reads(site.objectStore(`articles of ${name}`));
  }
  const model = build(site)[0]!;
  const { faults } = analysesOf(model, {});
  return { model, faults, point: faults.singlePointOf(model.byId.get('box')!)! };
}

test('what is doubled in a place shares it; what is single is none of it', () => {
  const { model, faults, point } = box(['pair', 'alone']);
  expect(membersSharing(model, faults, point).map(({ id }) => id)).toEqual(['box/a', 'box/b']);
  expect(isSumOfParts(model, faults, point)).toBe(false);
});

test('what is spread over several places stands in none of them, whatever stops it', () => {
  const site = architecture('shop');
  const [a, b] = ['a', 'b'].map((name) => site.region(`region ${name}`).availabilityZone(`zone ${name}`));
  const racks = ['a', 'b'].map((name) => a!.failureDomain(`rack ${name}`, { role: 'rack' }));
  const power = a!.failureDomain('power', { role: 'power' });
  const entrance = site.loadBalancer('entrance', { instances: 2, standsIn: [a!, b!] });
  const app = site.appServer('app', { instances: 2, standsIn: [...racks, power] });
  const alone = site.appServer('in two', { standsIn: [a!, b!] });
  site.user('visitor').visits(entrance);
  entrance.balances([app]);
  app.calls(alone);
  app.reads(site.database('db', { standsIn: a! }));
  const model = build(site)[0]!;
  const { faults } = analysesOf(model, {});
  const sharing = (id: string) => membersSharing(model, faults, faults.singlePointOf(model.byId.get(id)!)!);
  expect(sharing('region/region a/zone a').map(({ id }) => id)).toEqual(['app']);
});

test('a place is the sum of its parts where each journey breaks with one of them', () => {
  const { model, faults, point } = box(['alone', 'other']);
  expect(isSumOfParts(model, faults, point)).toBe(true);
  expect(membersSharing(model, faults, point).map(({ id }) => id)).toEqual([]);
});

test('members of groups: of pools that somebody asks, of clusters, and instances', () => {
  const site = architecture('shop');
  const pool = [1, 2].map((number) => site.appServer(`app ${number}`));
  site.user('visitor').visits(pool);
  site.cluster(
    'votes',
    [1, 2].map((number) => site.coordinator(`voter ${number}`)),
  );
  site.worker('many', { instances: 2 });
  site.worker('one', { instances: 1 });
  const found = membersOfGroups(build(site)[0]!).map(({ id }) => id);
  expect(found).toEqual(['app 1', 'app 2', 'voter 1', 'voter 2', 'many']);
});

test('all copies: of stores of which none stands elsewhere', () => {
  const site = architecture('shop');
  const [first, second] = [1, 2].map((number) => site.cache(`cache ${number}`));
  second!.replicates(first!);
  site.cache('alone');
  site.appServer('app');
  const model = build(site)[0]!;
  const all = (...ids: readonly string[]) =>
    areAllCopies(
      model,
      ids.flatMap((id) => model.byId.get(id) ?? []),
    );
  expect(all('cache 1', 'cache 2')).toBe(true);
  expect(all('cache 1')).toBe(false);
  expect(all('cache 1', 'cache 2', 'alone')).toBe(false);
  expect(all('cache 1', 'cache 2', 'app')).toBe(false);
});

test('a place has all of a group: of a pool or of instances, and no copies of a store', () => {
  const site = architecture('shop');
  const [a, b, c] = ['a', 'b', 'c'].map((name) => site.availabilityZone(name));
  const pool = [a!, a!].map((standsIn, index) => site.appServer(`app ${index + 1}`, { standsIn }));
  site.user('visitor').visits(pool);
  const spread = [a!, b!].map((standsIn, index) => site.appServer(`other ${index + 1}`, { standsIn }));
  site.user('guest').visits(spread);
  const [first, second] = [1, 2].map((number) => site.cache(`cache ${number}`, { standsIn: b! }));
  second!.replicates(first!);
  site.worker('many', { instances: 2, standsIn: c! });
  const model = build(site)[0]!;
  const held = model.byKind.availabilityZone.filter((zone) => holdsAllOfAGroup(model, zone));
  expect(held.map(({ name }) => name)).toEqual(['a', 'c']);
});

/** What shares a place, where none of it is missed alone and all of it stops with the place. */
function sharedIn(fill: (site: Site) => void, place: string) {
  const site = architecture('shop');
  fill(site);
  const model = build(site)[0]!;
  const root = model.elements.find(({ name }) => name === place)!;
  const faults = { singlePointOf: () => undefined } as unknown as Faults;
  const point = { root, blastRadius: model.elements.filter((one) => one !== root) } as unknown as SinglePoint;
  return membersSharing(model, faults, point).map(({ name }) => name);
}

test.each<[string, (site: Site, box: ReturnType<Site['server']>) => void, readonly string[]]>([
  ['one alone', (_, box) => void box.appServer('a'), []],
  ['instances', (_, box) => void box.appServer('a', { instances: { min: 2, max: 4 } }), ['a']],
  ['a least of one instance', (_, box) => void box.appServer('a', { instances: { min: 1, max: 4 } }), []],
  ['a pool', (site, box) => void site.user('visitor').visits([box.appServer('a'), box.appServer('b')]), ['a', 'b']],
  [
    'two pools',
    (site, box) => {
      site.user('visitor').visits([box.appServer('a'), site.appServer('x')]);
      site.user('reader').visits([box.appServer('b'), site.appServer('y')]);
    },
    [],
  ],
  ['a group', (site, box) => void site.cluster('both', [box.appServer('a'), box.appServer('b')]), ['a', 'b']],
  [
    'two groups',
    (site, box) => {
      site.cluster('one', [box.appServer('a'), site.appServer('x')]);
      site.cluster('other', [box.appServer('b'), site.appServer('y')]);
    },
    [],
  ],
  ['a store and its copy', (_, box) => void box.cache('a').replicates(box.cache('b')), ['a', 'b']],
  [
    'copies of one elsewhere',
    (site, box) => {
      const far = site.cache('far');
      for (const name of ['a', 'b']) box.cache(name).replicates(far);
    },
    ['a', 'b'],
  ],
  [
    'copies of several elsewhere',
    (site, box) => {
      for (const name of ['a', 'b']) box.cache(name).replicates(site.cache(`far ${name}`));
    },
    [],
  ],
  ['those who call one another', (_, box) => void box.appServer('a').calls(box.appServer('b')), []],
])('on one server: %s', (_, fill, shared) => {
  expect(sharedIn((site) => fill(site, site.server('box')), 'box')).toEqual(shared);
});

test('what runs there is named rather than the servers it runs on, and servers where nothing is told to run', () => {
  const racked = (isRunning: boolean) => (site: Site) => {
    const rack = site.failureDomain('rack', { role: 'rack' });
    const servers = ['one', 'two'].map((name) => site.server(name, { standsIn: [rack] }));
    site.cluster('both', servers);
    if (isRunning) for (const server of servers) server.appServer('app', { instances: 2 });
  };
  expect(sharedIn(racked(true), 'rack')).toEqual(['app', 'app']);
  expect(sharedIn(racked(false), 'rack')).toEqual(['one', 'two']);
});

test('instances that also stand in another place of that sort are spread beyond it', () => {
  const spread = (places: 'same' | 'zones' | 'racks' | 'roles', instances: number) => (site: Site) => {
    const [a, b] = ['a', 'b'].map((name) => site.region(`region ${name}`).availabilityZone(name));
    const [rack, other] = ['rack', 'other'].map((name) => a!.failureDomain(name, { role: 'rack' }));
    const power = b!.failureDomain('power', { role: 'power' });
    const standsIn = { same: [a!], zones: [a!, b!], racks: [rack!, other!], roles: [rack!, power] }[places];
    site.appServer('app', { instances, standsIn });
    site.user('visitor').visits(site.appServer('single', { standsIn: [a!, b!] }));
  };
  expect(sharedIn(spread('same', 2), 'a')).toEqual(['app']);
  expect(sharedIn(spread('zones', 2), 'a')).toEqual([]);
  expect(sharedIn(spread('zones', 2), 'b')).toEqual([]);
  expect(sharedIn(spread('racks', 2), 'a')).toEqual(['app']);
  expect(sharedIn(spread('racks', 2), 'rack')).toEqual([]);
  // A supply of power is of another sort: it says nothing of other racks.
  expect(sharedIn(spread('roles', 2), 'rack')).toEqual(['app']);
  expect(sharedIn(spread('racks', 1), 'a')).toEqual([]);
});

test('members of groups: not of a pool or group of one, nor of what is no request', () => {
  const site = architecture('shop');
  site.user('visitor').visits([site.appServer('single')]);
  site.cluster('lonely', [site.coordinator('voter')]);
  site.monitoringService('watch').watches([site.appServer('watched 1'), site.appServer('watched 2')]);
  expect(membersOfGroups(build(site)[0]!).map(({ id }) => id)).toEqual([]);
});

test('a store that is no copy is none of all copies, nor is what is no store', () => {
  const site = architecture('shop');
  site.cache('alone');
  site.appServer('app', { instances: 2 });
  const model = build(site)[0]!;
  expect(areAllCopies(model, [model.byId.get('alone')!])).toBe(false);
  expect(areAllCopies(model, [model.byId.get('app')!])).toBe(false);
});
