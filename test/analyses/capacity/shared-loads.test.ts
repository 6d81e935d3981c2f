import { analyseLoad } from '../../../src/analyses/capacity/analyse-load.js';
import type { ElementFacts } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';

type Capacity = number | undefined;

/** Three databases in a group, each in an availability zone of its own; the app writes 10 requests per second to them. */
function group(capacities: readonly Capacity[], facts: ElementFacts, more: (d: Drafting) => void = () => undefined) {
  const d = draft();
  d.element('user', 'user');
  d.element('coordinator', 'sentinel');
  d.element('appServer', 'app');
  const ids = capacities.map((requestsPerSecond, index) => {
    d.element('availabilityZone', `az-${index}`);
    return d.element('database', `db-${index}`, {
      facts: { standsIn: [`az-${index}`], ...(requestsPerSecond !== undefined && { capacity: { requestsPerSecond } }) },
    });
  });
  d.cluster('dbs', 'database', ids, facts);
  d.flow('user', 'visits', 'app', { requestsPerSecond: 10 });
  d.flow('app', 'writes', 'dbs', { perRequest: 1 });
  more(d);
  return analyseLoad(d.graph()).shared[0]!;
}

const after = (shared: ReturnType<typeof group>) => [0, 1, 2, 3].map((k) => shared.withoutLargest(k));

describe('what is left of a group', () => {
  test.each<[string, readonly Capacity[], ElementFacts, number | undefined, readonly Capacity[]]>([
    ['sharing, without those that take most', [10, 30, 20], { mode: 'active-active' }, 60, [60, 30, 10, 0]],
    ['sharing, one of which tells nothing', [10, undefined, 20], { mode: 'active-active' }, undefined, []],
    [
      'one at a time, taking over: the least that may have to do',
      [30, 10, 20],
      { mode: 'active-passive', failover: { by: 'sentinel' } },
      30,
      [30, 10, 10, 0],
    ],
    [
      'one at a time, of which the second tells nothing',
      [30, undefined, 20],
      { mode: 'active-passive', failover: { by: 'sentinel' } },
      30,
      [30, undefined, undefined, 0],
    ],
    ['one at a time, nothing taking over', [30, 10, 20], { mode: 'active-passive' }, 30, [30, 0, 0, 0]],
  ])('%s', (_, capacities, facts, whole, left) => {
    const shared = group(capacities, facts);
    expect(shared.capacity).toBe(whole);
    expect(after(shared)).toEqual(left.length > 0 ? left : [undefined, undefined, undefined, undefined]);
  });

  test('of several instances each, the largest first', () => {
    const shared = group([10, 30], { mode: 'active-active' }, (d) => {
      const [one] = d.elements.splice(
        d.elements.findIndex(({ id }) => id === 'db-0'),
        1,
      );
      d.elements.push({ ...one!, facts: { ...one!.facts, instances: 3 } });
    });
    // Three that take 10 and one that takes 30.
    expect([0, 1, 2, 3, 4].map((k) => shared.withoutLargest(k))).toEqual([60, 30, 20, 10, 0]);
  });
});

describe('the place whose loss leaves least', () => {
  test.each<[string, readonly Capacity[], ElementFacts, string, Capacity]>([
    ['of those that share is where most is', [10, 30, 20], { mode: 'active-active' }, 'az-1', 30],
    [
      'of those that share, one telling nothing, is where it is',
      [10, undefined],
      { mode: 'active-active' },
      'az-1',
      10,
    ],
    [
      'of those that take over is where the active one is',
      [30, 10, 20],
      { mode: 'active-passive', failover: { by: 'sentinel' } },
      'az-0',
      10,
    ],
    ['of one that nothing takes over from is where it is', [30, 10, 20], { mode: 'active-passive' }, 'az-0', 0],
  ])('%s', (_, capacities, facts, failed, capacity) => {
    expect(group(capacities, facts).zoneLoss).toMatchObject({ failed: { id: failed }, capacity });
  });
});

test('what is no pool, group or several instances shares nothing', () => {
  const d = draft();
  d.element('user', 'user');
  d.element('appServer', 'app');
  for (const id of ['db-0', 'db-1']) d.element('database', id);
  d.element('queue', 'jobs');
  d.element('worker', 'worker');
  d.cluster('alone', 'database', ['db-0'], { mode: 'active-active' });
  d.cluster('writer', 'database', ['db-0', 'db-1'], { writer: 'db-0' });
  d.flow('user', 'visits', 'app', { requestsPerSecond: 10 });
  d.flow('app', 'reads', 'alone');
  d.flow('app', 'writes', 'writer');
  d.flow('app', 'publishes', 'jobs');
  d.pool('app', 'reads', ['db-1']);
  d.pool('worker', 'consumes', ['jobs', 'jobs']);
  expect(analyseLoad(d.graph()).shared).toEqual([]);
});
