import { analyseFaults } from '../../../../src/analyses/faults/analyse-faults.js';
import { binomialTail } from '../../../../src/analyses/faults/availability/binomial-tail.js';
import { complementOf } from '../../../../src/analyses/faults/availability/complement-of.js';
import { openDiagram } from '../../../../src/analyses/faults/availability/diagram.js';
import { diagramAlgebra } from '../../../../src/analyses/faults/availability/diagram-algebra.js';
import { standsOn } from '../../../../src/analyses/faults/availability/stands-on.js';
import { wilsonInterval } from '../../../../src/analyses/faults/availability/wilson-interval.js';
import { wordAlgebra } from '../../../../src/analyses/faults/availability/word-algebra.js';
import type { JourneyAvailability } from '../../../../src/analyses/faults/result.js';
import { listUniverse } from '../../../../src/analyses/faults/universe.js';
import type { Day } from '../../../../src/vocabulary/units.js';
import { type Drafting, draft } from '../../support/document.js';

/** In a diagram, and in words of samples, which has to come close. */
function shareOf(d: Drafting, on?: Day): number {
  const model = d.graph();
  const told = (availability?: { nodes: number; steps: number; sampling: number }): JourneyAvailability =>
    analyseFaults(model, { ...(on && { on }), ...(availability && { availability }) }).availability[0]!;
  const exact = told();
  const sampled = told({ nodes: 0, steps: 0, sampling: 1 });
  expect([exact.method, sampled.method]).toEqual(['exact', 'monte carlo']);
  expect(Math.abs(exact.unavailability! - sampled.unavailability!)).toBeLessThan(0.03);
  return exact.unavailability!;
}

/** Where the user comes by one of two, of which `in` leads to the store. */
function entered(d: Drafting, share: number): void {
  d.element('user', 'user');
  d.element('component', 'in', { facts: { unavailability: share } });
  d.element('component', 'aside');
  d.element('database', 'db');
  d.pool('user', 'visits', ['in', 'aside']);
  d.journey('user', 'write', 'db');
}

describe('the share of time that a journey is broken', () => {
  test('does not take elements that lead to one another for a way', () => {
    const d = draft();
    entered(d, 0.2);
    const ring = ['a', 'b', 'c', 'e'];
    for (const id of ring) d.element('component', id);
    d.flow('in', 'calls', 'a');
    for (const [index, id] of ring.entries()) d.pool(id, 'calls', [ring[(index + 1) % 4]!, 'db']);
    expect(shareOf(d)).toBeCloseTo(0.2, 12);
  });

  test('of elements that need one another round a ring is that of any of them', () => {
    const d = draft();
    d.element('user', 'user');
    const ring = ['a', 'b', 'c', 'e'];
    for (const id of ring) d.element('component', id, { facts: { unavailability: 0.1 } });
    for (const [index, id] of ring.entries()) d.flow(id, 'calls', ring[(index + 1) % 4]!);
    d.element('database', 'db');
    d.flow('user', 'visits', 'c');
    d.flow('c', 'writes', 'db');
    expect(shareOf(d)).toBeCloseTo(1 - 0.9 ** 4, 12);
  });

  test('of a pool, one of which never works, is that of the other', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('component', 'root');
    d.element('component', 'some', { facts: { unavailability: 0.3 } });
    d.element('database', 'db');
    d.flow('user', 'visits', 'root');
    d.pool('root', 'calls', ['some', 'gone']);
    d.flow('root', 'writes', 'db');
    expect(shareOf(d)).toBeCloseTo(0.3, 12);
  });

  test('of a pool, one of which shows a certificate that has run out, is that of the other', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('certificate', 'old', { facts: { expires: '2020-01-01' } });
    d.element('webServer', 'left', { listeners: [{ name: '', protocol: 'https', tls: { certificate: 'old' } }] });
    d.element('webServer', 'right', { facts: { unavailability: 0.3 } });
    d.element('database', 'db');
    d.pool('user', 'visits', ['left', 'right']);
    for (const id of ['left', 'right']) d.flow(id, 'writes', 'db');
    expect(shareOf(d, '2026-01-01')).toBeCloseTo(0.3, 12);
  });

  test('of a takeover after the failure of two instances is that of both, as long as it takes', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('component', 'watchdog');
    d.element('database', 'one', { facts: { mtbf: '1 h', mttr: '1 h', instances: 2 } });
    d.element('database', 'two');
    d.cluster('group', 'database', ['one', 'two'], {
      mode: 'active-passive',
      failover: { by: 'watchdog', within: '15 min' },
    });
    d.flow('user', 'writes', 'group');
    // Both are down for a quarter of the time, each quarter of an hour of the half hour that this lasts.
    expect(shareOf(d)).toBeCloseTo(0.125, 12);
  });

  test('of a group whose figure covers everything is that, and of one way to it that works', () => {
    const d = draft();
    d.element('user', 'user');
    for (const id of ['left', 'right']) {
      d.element('zone', id);
      d.element('firewall', `box-${id}`, { in: id, facts: { appliance: true, unavailability: 0.5 } });
      d.element('database', `db-${id}`, { in: id, facts: { unavailability: 0.9 } });
    }
    const facts = { unavailability: 0.2, availabilityIncludes: 'everything' } as const;
    d.cluster('group', 'database', ['db-left', 'db-right'], facts);
    d.flow('user', 'writes', 'group');
    d.journey('user', 'write', 'group');
    expect(shareOf(d)).toBeCloseTo(1 - 0.8 * 0.75, 12);
  });

  test('is nothing of what is told never to fail, and so is what it means to the journey', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('component', 'sound', { facts: { mtbf: '1 h', mttr: '0 s' } });
    d.element('database', 'db');
    d.flow('user', 'visits', 'sound');
    d.flow('sound', 'writes', 'db');
    const [{ unavailability, importance }] = analyseFaults(d.graph()).availability as [JourneyAvailability];
    expect(unavailability).toBe(0);
    expect(importance).toMatchObject([{ unavailability: 0, birnbaum: 1, criticality: 0, fussellVesely: 0 }]);
  });
});

test.each([
  [3, 1, 0, 0, 3],
  [3, 2, 0, 0, 0],
  [3, 3, 1, 1, 3],
  [3, 2, 1, 1, 0],
  [1, 1, 0, 0, 1],
  [1, 1, 1, 1, 1],
  [2, 1, 0.5, 0.75, 1],
  [2, 2, 0.5, 0.25, 1],
])(
  'of %d at least %d fail, each for a share of %d: %d, and by that share %d',
  (count, least, share, wanted, growth) => {
    const found = binomialTail(count, least, share);
    expect(found.probability).toBeCloseTo(wanted, 12);
    expect(found.growth).toBeCloseTo(growth, 12);
  },
);

test.each([
  [0.9999999, 1e-7],
  [0.5, 0.5],
  [0.75, 0.25],
  [1, 0],
  [0, 1],
  [1e-7, 1 - 1e-7],
])('%d of the time it works, %d not', (ratio, rest) => {
  expect(complementOf(ratio)).toBe(rest);
});

test.each([
  [0, 2, 0, 1],
  [0, 100, 0, 0.03],
  [50, 100, 0.4038, 0.5962],
  [1, 2, 0.0945, 0.9055],
  [99, 100, 0.9455, 0.9982],
])('%d hits in %d lie between %d and %d', (hits, samples, low, high) => {
  const found = wilsonInterval(hits, samples);
  expect([found.low.toFixed(4), found.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
});

test('an element stands on its place, its domains, its provider, and what they stand on', () => {
  const d = draft();
  d.element('region', 'region', { facts: { provider: 'acme' } });
  d.element('availabilityZone', 'zone', { in: 'region' });
  d.element('failureDomain', 'power');
  d.element('server', 'server', { facts: { standsIn: ['zone', 'power'] } });
  d.element('component', 'it', { in: 'server', facts: { provider: 'other' } });
  d.element('server', 'whole', {
    facts: { standsIn: ['zone'], availability: 0.9, availabilityIncludes: 'everything' },
  });
  d.element('server', 'untold', { facts: { standsIn: ['zone'], availabilityIncludes: 'everything' } });
  const universe = listUniverse(d.graph());
  const named = (id: string) =>
    standsOn(universe, universe.indexOf.get(id)!)
      .map((index) => universe.elements[index]!.id)
      .sort();
  expect(named('it')).toEqual(['it', 'power', 'provider/acme', 'provider/other', 'region', 'server', 'zone']);
  expect(named('zone')).toEqual(['provider/acme', 'region', 'zone']);
  expect(named('power')).toEqual(['power']);
  expect(named('whole')).toEqual(['whole']);
  expect(named('untold')).toEqual(['provider/acme', 'region', 'untold', 'zone']);
});

test('sets of the same parts are one value, however they were joined', () => {
  const algebra = diagramAlgebra(
    openDiagram({ nodes: 100, steps: 1_000 }),
    new Map([0, 1, 2].map((one) => [one, one])),
  );
  const [a, b, c] = [0, 1, 2].map(algebra.event) as [number, number, number];
  const { either } = algebra;
  expect(new Set([either(a, either(b, c)), either(either(c, b), a), either(b, either(c, a))]).size).toBe(1);
});

describe('in words', () => {
  const words = Int32Array.of(0b1010, 0b1100, 0b0111, 0b1111);
  const algebra = wordAlgebra(words);
  const values = [0, 1, 2, 3].map(algebra.event);
  const ones = Float64Array.of(1, 1, 1, 1);

  test('scenarios are joined bit by bit', () => {
    const [a, b] = values as [number, number, number, number];
    expect([algebra.either(a, b), algebra.both(a, b), algebra.butNot(a, b), algebra.always]).toEqual([14, 8, 2, -1]);
    expect([algebra.settled(a), algebra.isFull()]).toEqual([a, false]);
  });

  // Bit by bit, of the lowest first, there are 2, 3, 3 and 3.
  test.each([
    [0, 0b1111],
    [1, 0b1111],
    [2, 0b1110],
    [2.5, 0b1110],
    [3, 0],
    [4, 0],
    [8, 0],
  ])('more than %d of four', (slack, wanted) => {
    expect(algebra.moreThan(slack, values, ones)).toBe(wanted);
  });

  // Of the lowest first: 2 + 4, 1 + 2 + 4, 0.5 + 2 + 4 and 1 + 0.5 + 4.
  test.each([
    [5, 0b1111],
    [5.5, 0b0111],
    [6, 0b0110],
    [6.5, 0b0010],
    [7, 0],
  ])('a weight of more than %d', (slack, wanted) => {
    expect(algebra.moreThan(slack, values, Float64Array.of(1, 0.5, 2, 4))).toBe(wanted);
  });

  test('of none is none', () => {
    expect(algebra.moreThan(0, [], new Float64Array(0))).toBe(0);
    expect(algebra.moreThan(0, [0, 0], ones.slice(0, 2))).toBe(0);
  });
});
