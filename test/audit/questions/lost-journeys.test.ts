import type { AnalysedJourney, SinglePoint } from '../../../src/analyses/faults/result.js';
import { lostJourneys, lostTogether } from '../../../src/audit/questions/lost-journeys.js';
import { architecture } from '../../../src/index.js';
import { build } from '../../support/build.js';

const site = architecture('shop');
const [box, other] = [site.server('box'), site.server('other')];
box.appServer('app');
other.database('orders');
site.user('visitor');
const model = build(site)[0]!;
const roots = model.byKind.server;
const [first] = roots;

const journey = (given: Partial<AnalysedJourney>) =>
  ({
    id: 'j',
    name: 'j',
    mode: 'read',
    declared: false,
    from: 'user/visitor',
    to: 'other/orders',
    ...given,
  }) as AnalysedJourney;
const point = (...journeys: readonly Partial<AnalysedJourney>[]) =>
  ({ root: first!, journeys: journeys.map(journey) }) as unknown as SinglePoint;
const named = (...names: readonly string[]) => point(...names.map((name) => ({ name, declared: true })));

test.each<[readonly string[], string]>([
  [['buy'], "the journey 'buy'"],
  [['a', 'b'], "the journeys 'a', 'b'"],
  [['a', 'b', 'c', 'd'], "the journeys 'a', 'b', 'c', 'd'"],
  [['a', 'b', 'c', 'd', 'e'], "the journeys 'a', 'b', 'c', 'd' and 1 more"],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g'], "the journeys 'a', 'b', 'c', 'd' and 3 more"],
])('journeys with a name: %j', (names, journeys) => {
  expect(lostJourneys(model, [first!], named(...names))).toEqual({
    message: 'declared',
    data: { root: [first], journeys },
  });
});

test('a name counts for more than what is derived, and of several roots any breaks it', () => {
  const both = { ...point({ name: 'buy', declared: true }, { name: 'other' }) };
  expect(lostJourneys(model, roots, both)).toMatchObject({
    message: 'declaredAny',
    data: { journeys: "the journey 'buy'" },
  });
});

test.each<[readonly ('read' | 'write' | 'all')[], string]>([
  [['read'], 'read from'],
  [['write'], 'write to'],
  [['all'], 'read from or write to'],
  [['all', 'read'], 'read from or write to'],
  [['read', 'write'], 'read from or write to'],
])('without a name: who can no longer %j', (modes, use) => {
  const lost = lostJourneys(model, [first!], point(...modes.map((mode) => ({ mode }))));
  const [users, stores] = [[model.byId.get('user/visitor')], [model.byId.get('other/orders')]];
  expect(lost).toEqual({ message: 'derived', data: { root: [first], users, stores, use } });
});

test('what shares one root is named, and of several roots not', () => {
  const members = model.byKind.appServer;
  expect(lostTogether(model, [first!], named('buy'), members)).toMatchObject({
    message: 'sharedDeclared',
    data: { members },
  });
  expect(lostTogether(model, [first!], point({}), members)).toMatchObject({
    message: 'sharedDerived',
    data: { members },
  });
  expect(lostTogether(model, roots, point({}), members)).toEqual(lostJourneys(model, roots, point({})));
  expect(lostTogether(model, roots, point({}), members).message).toBe('derivedAny');
});
