import { analysesOf } from '../../../src/analyses/analyses-of.js';
import {
  areAllCopies,
  holdsAllOfAGroup,
  isSumOfParts,
  membersOfGroups,
  membersSharing,
} from '../../../src/audit/questions/shared-places.js';
import { architecture, each } from '../../../src/index.js';
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
