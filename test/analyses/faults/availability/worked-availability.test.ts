import { analyseFaults } from '../../../../src/analyses/faults/analyse-faults.js';
import { minutesAYear } from '../../../../src/analyses/faults/availability/minutes-a-year.js';
import type { JourneyAvailability } from '../../../../src/analyses/faults/result.js';
import type { ElementFacts } from '../../../../src/graph/architecture.js';
import { type Drafting, draft } from '../../support/document.js';

function resultOf(d: Drafting): JourneyAvailability {
  const [result] = analyseFaults(d.graph()).availability;
  return result!;
}

/** A user who visits `root`, which reads a store; neither they nor the store ever fail. */
function system(): Drafting {
  const d = draft();
  d.element('user', 'user');
  d.element('component', 'root');
  d.element('database', 'db');
  d.flow('user', 'visits', 'root');
  d.flow('root', 'reads', 'db');
  d.journey('user', 'read', 'db');
  return d;
}

function down(unavailability: number): { facts: ElementFacts } {
  return { facts: { unavailability } };
}

function components(d: Drafting, ...shares: readonly number[]): readonly string[] {
  return shares.map((share, index) => d.element('component', `c${index + 1}`, down(share)));
}

function expectShare(found: number | undefined, wanted: number): void {
  expect(Math.abs(found! - wanted)).toBeLessThanOrEqual(1e-12 * wanted);
}

/** Structures whose reliability is worked out in Rausand and Høyland, System Reliability Theory, and Barlow and Proschan. */
describe('structures with known availability', () => {
  test('in series: 1 - p1 p2 p3', () => {
    const d = system();
    for (const id of components(d, 0.01, 0.02, 0.03)) d.flow('root', 'calls', id);
    expectShare(resultOf(d).unavailability, 1 - 0.99 * 0.98 * 0.97);
  });

  test('in parallel: q1 q2, to the last digits of very small shares', () => {
    const d = system();
    d.pool('root', 'calls', components(d, 3e-8, 1e-7));
    expectShare(resultOf(d).unavailability, 3e-15);
  });

  test('two out of three: 3 q² - 2 q³', () => {
    const d = system();
    d.pool('root', 'calls', components(d, 0.1, 0.1, 0.1), { need: 2 });
    expectShare(resultOf(d).unavailability, 0.028);
  });

  test('the bridge: 1 - 2p² - 2p³ + 5p⁴ - 2p⁵, and 2 p² q² for what crosses it', () => {
    const d = system();
    const [one, two, across, four, five] = components(d, 0.1, 0.1, 0.1, 0.1, 0.1) as [
      string,
      string,
      string,
      string,
      string,
    ];
    d.pool('root', 'calls', [one, two]);
    d.pool(one, 'calls', [four, across]);
    d.pool(two, 'calls', [five, across]);
    d.pool(across, 'calls', [four, five]);
    const result = resultOf(d);
    expectShare(result.unavailability, 0.02152);
    const crossing = result.importance.find(({ element }) => element.id === across)!;
    expect(crossing.birnbaum).toBeCloseTo(2 * 0.81 * 0.01, 12);
    expect(result.importance.at(-1)).toBe(crossing);
  });

  test('a host that two share is a common cause: qh + ph q1 q2', () => {
    const d = system();
    d.element('server', 'host', down(0.01));
    d.element('component', 'left', { in: 'host', ...down(0.1) });
    d.element('component', 'right', { in: 'host', ...down(0.2) });
    d.pool('root', 'calls', ['left', 'right']);
    expectShare(resultOf(d).unavailability, 0.01 + 0.99 * 0.02);
  });

  test('importance in series and parallel: c1 beside c2, both with c3', () => {
    const d = system();
    const [left, right, alone] = components(d, 0.1, 0.2, 0.05) as [string, string, string];
    d.pool('root', 'calls', [left, right]);
    d.flow('root', 'calls', alone);
    const { importance, unavailability: whole } = resultOf(d);
    expectShare(whole, 1 - 0.98 * 0.95);
    const byId = new Map(importance.map((one) => [one.element.id, one]));
    expect(byId.get(left)!.birnbaum).toBeCloseTo(0.2 * 0.95, 12);
    expect(byId.get(alone)!.birnbaum).toBeCloseTo(0.98, 12);
    expect(byId.get(left)!.fussellVesely).toBeCloseTo(0.02 / whole!, 12);
    expect(byId.get(alone)!.fussellVesely).toBeCloseTo(0.05 / whole!, 12);
    expect(byId.get(alone)!.criticality).toBeCloseTo((0.98 * 0.05) / whole!, 12);
    expect(importance[0]!.element.id).toBe(alone);
  });
});

describe('figures', () => {
  test.each<[ElementFacts, number]>([
    [{ availability: 0.999_999_9 }, 1e-7],
    [{ availability: 0.999_999_999_999_999 }, 1e-15],
    [{ availability: 0.25 }, 0.75],
    [{ availability: 1 }, 0],
    [{ unavailability: 1e-15 }, 1e-15],
    [{ mtbf: '364 days', mttr: '1 day' as '1 days' }, 1 / 365],
    [{ mtbf: '99 h', mttr: '60 min' }, 0.01],
  ])('%j', (facts, share) => {
    const d = system();
    d.flow('root', 'calls', d.element('component', 'c', { facts }));
    expect(resultOf(d).unavailability).toBe(share);
  });

  test('one of mtbf and mttr is none: the element never fails, and is listed', () => {
    const d = system();
    d.flow('root', 'calls', d.element('component', 'c', { facts: { mtbf: '99 h' } }));
    d.flow('root', 'calls', d.element('component', 'told', down(0.5)));
    const { unavailability, assumed } = resultOf(d);
    expect(unavailability).toBe(0.5);
    expect(assumed.map(({ id }) => id)).toEqual(['user', 'root', 'db', 'c']);
    expect(analyseFaults(d.graph()).assumptions).toContain(
      "'c': never taken to fail in the availability, as an mtbf is told without an mttr.",
    );
  });

  test('one that covers everything asks nothing of its place', () => {
    const d = system();
    d.element('server', 'host', down(0.5));
    d.element('component', 'c', { in: 'host', facts: { unavailability: 0.1, availabilityIncludes: 'everything' } });
    d.flow('root', 'calls', 'c');
    const { unavailability, assumed, importance } = resultOf(d);
    expect(unavailability).toBe(0.1);
    expect(assumed.map(({ id }) => id)).toEqual(['user', 'root', 'db']);
    expect(importance.map(({ element }) => element.id)).toEqual(['c']);
  });

  test('a certificate fails by date, and neither by chance nor for want of a figure', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('certificate', 'paper', down(0.5));
    d.element('webServer', 'web', {
      listeners: [{ name: '', protocol: 'https', tls: { certificate: 'paper' } }],
    });
    d.element('database', 'db', down(0.25));
    d.flow('user', 'visits', 'web');
    d.flow('web', 'reads', 'db');
    const { unavailability, assumed } = resultOf(d);
    expect(unavailability).toBe(0.25);
    expect(assumed.map(({ id }) => id)).toEqual(['user', 'web']);
  });

  test('a zone fails only where it tells a figure, and is not missed where it does not', () => {
    const d = system();
    d.element('zone', 'quiet');
    d.element('zone', 'telling', down(0.125));
    for (const [id, zone] of [
      ['c', 'quiet'],
      ['e', 'telling'],
    ] as const) {
      d.flow('root', 'calls', d.element('component', id, { in: zone }));
    }
    const { unavailability, assumed } = resultOf(d);
    expect(unavailability).toBe(0.125);
    expect(assumed.map(({ id }) => id)).toEqual(['user', 'root', 'db', 'c', 'e']);
  });
});

describe('the figure of a group', () => {
  const group = (facts: ElementFacts, members: number) => {
    const d = draft();
    d.element('user', 'user');
    d.element('appServer', 'app', down(0.001));
    for (const id of ['first', 'second']) d.element('database', id, members > 0 ? down(members) : {});
    d.cluster('group', 'database', ['first', 'second'], { mode: 'active-active', unavailability: 0.01, ...facts });
    d.flow('user', 'visits', 'app');
    d.flow('app', 'writes', 'group');
    d.journey('user', 'write', 'group');
    return d;
  };

  test('stands beside those of its members', () => {
    expectShare(resultOf(group({}, 0)).unavailability, 1 - 0.99 * 0.999);
    expectShare(resultOf(group({}, 0.5)).unavailability, 1 - 0.99 * 0.999 * 0.75);
  });

  test('covers its members where it says so', () => {
    const { unavailability, assumed } = resultOf(group({ availabilityIncludes: 'everything' }, 0.5));
    expectShare(unavailability, 1 - 0.99 * 0.999);
    expect(assumed.map(({ id }) => id)).toEqual(['user']);
  });

  test('makes it no single point', () => {
    const faults = analyseFaults(group({}, 0).graph());
    expect(faults.singlePointsOf(faults.journeys[0]!).map(({ id }) => id)).toEqual(['user', 'app']);
  });

  test('counts for a name as well', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('dns', 'dns');
    d.element('record', 'www', { in: 'dns', ...down(0.02) });
    d.element('database', 'db', down(0.1));
    d.flow('www', 'resolvesTo', 'db');
    d.flow('user', 'reads', 'www');
    d.journey('user', 'read', 'db');
    expectShare(resultOf(d).unavailability, 1 - 0.98 * 0.9);
  });
});

describe('what is claimed', () => {
  test('nothing where the model tells no figure', () => {
    const { unavailability, method, assumed, importance } = resultOf(system());
    expect([unavailability, method, importance]).toEqual([undefined, 'none', []]);
    expect(assumed.map(({ id }) => id)).toEqual(['user', 'root', 'db']);
  });

  test('no outage, at best, where the figures are those of others', () => {
    const d = system();
    d.element('component', 'beside', down(0.5));
    const { unavailability, method, assumed, importance } = resultOf(d);
    expect([unavailability, method, importance]).toEqual([0, 'exact', []]);
    expect(assumed).toHaveLength(3);
  });

  test('that it never works, of a journey that is broken as modelled', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('database', 'db', down(0.5));
    d.journey('user', 'read', 'db');
    const { unavailability, method, assumed } = resultOf(d);
    expect([unavailability, method, assumed]).toEqual([1, 'exact', []]);
  });

  test('a year has 525 960 minutes', () => {
    expect(minutesAYear(1)).toBe(525_960);
    expect(minutesAYear(1e-3)).toBeCloseTo(525.96, 9);
  });
});

describe('instances', () => {
  test('each has the figure for itself: one of three is enough', () => {
    const d = system();
    d.flow('root', 'calls', d.element('component', 'c', { facts: { instances: 3, unavailability: 0.1 } }));
    const { unavailability, importance } = resultOf(d);
    expectShare(unavailability, 1e-3);
    expect(importance[0]).toMatchObject({ unavailability: 0.1, fussellVesely: 1 });
    expect(importance[0]!.birnbaum).toBeCloseTo(0.03, 12);
  });

  test('more than half of a coordinator', () => {
    const d = system();
    d.flow('root', 'calls', d.element('coordinator', 'c', { facts: { instances: 3, unavailability: 0.1 } }));
    expectShare(resultOf(d).unavailability, 0.028);
  });

  test('what stands on them has one on each', () => {
    const onBoth = (...called: readonly string[]) => {
      const d = system();
      d.element('server', 'host', { facts: { instances: 2, unavailability: 0.1 } });
      for (const id of called) {
        d.element('component', id, { in: 'host', ...down(0.2) });
        d.flow('root', 'calls', id);
      }
      return resultOf(d).unavailability;
    };
    expectShare(onBoth('c'), (0.1 + 0.9 * 0.2) ** 2);
    // Both broken: each instance has lost its host, or one of the two components has lost both of its own.
    const [host, own] = [0.1, 0.2];
    const lost = (left: number) => own ** left;
    const byHosts = [(1 - host) ** 2, 2 * host * (1 - host)].map((share, gone) => {
      const works = 1 - lost(2 - gone);
      return share * (1 - works ** 2);
    });
    expectShare(onBoth('c', 'e'), host ** 2 + byHosts[0]! + byHosts[1]!);
  });

  test('whose figure covers everything ask nothing of their hosts', () => {
    const d = system();
    d.element('server', 'host', { facts: { instances: 2, unavailability: 0.5 } });
    d.element('component', 'c', { in: 'host', facts: { unavailability: 0.1, availabilityIncludes: 'everything' } });
    d.flow('root', 'calls', 'c');
    expectShare(resultOf(d).unavailability, 0.01);
  });

  test('many of them', () => {
    const d = system();
    d.flow('root', 'calls', d.element('component', 'c', { facts: { instances: 5_000, unavailability: 0.99 } }));
    expectShare(resultOf(d).unavailability, 0.99 ** 5_000);
  });

  test('many of which so many are needed that few may fail', () => {
    const d = system();
    d.flow('root', 'calls', d.element('coordinator', 'c', { facts: { instances: 2_001, unavailability: 0.5 } }));
    expect(resultOf(d).unavailability).toBeCloseTo(0.5, 12);
  });

  test('many hosts, of which what stands on them needs one', () => {
    const d = system();
    d.element('server', 'host', { facts: { instances: 2_000, unavailability: 0.999 } });
    d.flow('root', 'calls', d.element('component', 'c', { in: 'host' }));
    expectShare(resultOf(d).unavailability, 0.999 ** 2_000);
  });

  test('a thousand are told apart where they must agree; of more that share hosts nothing is claimed', () => {
    const d = system();
    d.flow('root', 'calls', d.element('coordinator', 'c', { in: 'host', ...down(0.1) }));
    d.element('server', 'host', { facts: { instances: 2_001, unavailability: 0.1 } });
    d.flow('root', 'calls', d.element('component', 'e', down(0.25)));
    const { unavailability, assumed } = resultOf(d);
    expect(unavailability).toBe(0.25);
    expect(assumed.map(({ id }) => id)).toContain('host');
  });
});

/** An active that fails once in 1 000 h for 1 h, and another that never does. */
function pair(facts: ElementFacts, active: ElementFacts = {}): Drafting {
  const d = draft();
  d.element('user', 'user');
  d.element('appServer', 'app');
  d.element('component', 'manager');
  d.element('database', 'first', { facts: { mtbf: '999 h', mttr: '1 h', ...active } });
  d.element('database', 'second');
  d.cluster('pair', 'database', ['first', 'second'], { mode: 'active-passive', ...facts });
  d.flow('user', 'visits', 'app');
  d.flow('app', 'writes', 'pair');
  d.journey('user', 'write', 'pair');
  return d;
}

/** Failure frequency × takeover time, as in the steady state of a repairable pair (Birolini, Reliability Engineering). */
describe('takeovers', () => {
  test('an automatic one adds failure rate × takeover time', () => {
    const d = pair({ failover: { by: 'manager', within: '36 s' } });
    expectShare(resultOf(d).unavailability, (1 / 1_000) * 0.01);
  });

  test('one that takes longer than the repair saves nothing', () => {
    const d = pair({ failover: { by: 'manager', within: '2 h' } });
    expectShare(resultOf(d).unavailability, 1e-3);
  });

  test('without a time or a rate it is taken to be immediate', () => {
    expect(resultOf(pair({ failover: { by: 'manager' } })).unavailability).toBe(0);
    const rateless = { mtbf: undefined, mttr: undefined, unavailability: 0.1 };
    expect(resultOf(pair({ failover: { by: 'manager', within: '36 s' } }, rateless)).unavailability).toBe(0);
  });

  test('the mechanism must work, and failing alone breaks nothing', () => {
    const d = pair({ failover: { by: 'manager', within: '36 s' } });
    d.elements[2] = { ...d.elements[2]!, facts: { unavailability: 0.1 } };
    expectShare(resultOf(d).unavailability, 1e-3 * (0.01 + 0.99 * 0.1));
  });

  test('the place of the active fails as well, and takes its own time', () => {
    const d = pair({ failover: { by: 'manager', within: '36 s' } });
    d.element('server', 'host', { facts: { mtbf: '96 h', mttr: '4 h' } });
    d.elements[3] = { ...d.elements[3]!, parent: 'host' };
    // Of each the rate × 0.01 h while the other works, and for what both are down, that both came down in this time.
    const [own, place] = [0.01 / 1_000, 0.01 / 100];
    expectShare(resultOf(d).unavailability, own * 0.96 + place * 0.999 + own * place);
  });

  test('a place whose rate nobody knows is left at once: it adds no time, and none of what stands in it', () => {
    const d = pair({ failover: { by: 'manager', within: '5 h' } }, { mtbf: '990 h', mttr: '10 h' });
    d.element('zone', 'zone', { facts: { availability: 0.9 } });
    d.elements[3] = { ...d.elements[3]!, parent: 'zone' };
    expectShare(resultOf(d).unavailability, 0.9 * (1 / 1_000) * 5);
    expect(analyseFaults(d.graph()).assumptions).toContain(
      "'zone': a takeover after its failure is taken to be immediate in the availability, as no failure rate (mtbf and mttr) is told.",
    );
  });

  test('by hand such a place is waited for', () => {
    const d = pair({ failover: 'manual', rto: '5 h' }, { mtbf: '990 h', mttr: '10 h' });
    d.element('zone', 'zone', { facts: { availability: 0.9 } });
    d.elements[3] = { ...d.elements[3]!, parent: 'zone' };
    expectShare(resultOf(d).unavailability, 0.1 * (0.99 + 0.01 * 0.5) + 0.9 * 0.005);
  });

  test('by hand the lesser of repair and promotion', () => {
    expectShare(resultOf(pair({ failover: 'manual', rto: '6 min' })).unavailability, 1e-4);
    expectShare(resultOf(pair({ failover: 'manual', rto: '3 h' })).unavailability, 1e-3);
    expectShare(resultOf(pair({ failover: 'manual' })).unavailability, 1e-3);
    expectShare(resultOf(pair({ failover: 'none', rto: '6 min' })).unavailability, 1e-3);
  });

  test('somebody who promotes by hand saves no single point', () => {
    const d = pair({ failover: 'manual', rto: '6 min' });
    const faults = analyseFaults(d.graph());
    expect(faults.singlePointsOf(faults.journeys[0]!).map(({ id }) => id)).toContain('first');
  });

  test('two replicas that may take over wait once', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('component', 'manager');
    d.element('database', 'db', { facts: { mtbf: '999 h', mttr: '1 h' } });
    d.flow('user', 'writes', 'db');
    for (const id of ['one', 'two']) {
      d.element('database', id, down(0.1));
      d.flow(id, 'replicates', 'db', { failover: { by: 'manager', within: id === 'one' ? '36 s' : '72 s' } });
    }
    d.journey('user', 'write', 'db');
    expectShare(resultOf(d).unavailability, 1e-3 * (0.01 + 0.01 * 0.1 + 0.98 * 0.01));
  });
});
