import { analyseFaults } from '../../../src/analyses/faults/analyse-faults.js';
import { figureOf } from '../../../src/analyses/faults/availability/figure-of.js';
import { canFail, isOnlyListed } from '../../../src/analyses/faults/fallible.js';
import { startFromCold } from '../../../src/analyses/faults/fixpoint.js';
import { draftGates } from '../../../src/analyses/faults/gates.js';
import { marksFor } from '../../../src/analyses/faults/marks.js';
import { hasSlack, neededOfPool } from '../../../src/analyses/faults/pool-need.js';
import { listUniverse } from '../../../src/analyses/faults/universe.js';
import type { ArchitectureFacts, Element, ElementFacts, FlowFacts } from '../../../src/graph/architecture.js';
import type { Kind } from '../../../src/vocabulary/kinds.js';
import { chain } from '../support/chain.js';
import { draft } from '../support/document.js';

function element(kind: Kind, facts: ElementFacts = {}): Element {
  return { id: 'it', kind, name: 'it', facts };
}

test.each<[Kind, ElementFacts, boolean]>([
  ['server', {}, true],
  ['user', {}, true],
  ['certificate', {}, true],
  ['zone', {}, false],
  ['zone', { availability: 0.9 }, true],
  ['zone', { unavailability: 0.1 }, true],
  ['zone', { mtbf: '1 h' }, true],
  ['zone', { mttr: '1 h' }, false],
  ['firewall', {}, false],
  ['firewall', { appliance: true }, true],
  ['cluster', { availability: 0.9 }, false],
  ['record', {}, false],
  ['account', {}, false],
])('a %s that tells %j fails as one: %s', (kind, facts, fails) => {
  expect(canFail(element(kind, facts), 0)).toBe(fails);
  expect(canFail(element(kind, facts), 1)).toBe(false);
  expect(canFail(element(kind, facts), -1)).toBe(fails);
});

test.each<[string, ArchitectureFacts, boolean]>([
  ['user', {}, true],
  ['certificate', {}, true],
  ['mail', {}, true],
  ['region', {}, true],
  ['region', { recovery: 'none' }, true],
  ['region', { recovery: 'pilot light' }, true],
  ['region', { recovery: 'warm standby' }, false],
  ['region', { recovery: 'active-active' }, false],
  ['app', {}, false],
  ['provider/acme', {}, true],
  ['user', { recovery: 'active-active' }, true],
])('%s in a model that tells %j is only listed: %s', (id, facts, listed) => {
  const d = draft();
  d.element('appServer', 'app', { facts: { provider: 'acme' } });
  d.element('component', 'second');
  d.element('user', 'user');
  d.element('certificate', 'certificate');
  d.element('externalService', 'mail');
  d.element('region', 'region');
  const universe = listUniverse(d.graph(facts));
  expect(isOnlyListed(universe, universe.elements[universe.indexOf.get(id)!]!)).toBe(listed);
});

test('a provider whose id an element has is told apart', () => {
  const d = draft();
  d.element('component', 'provider/acme', { facts: { provider: 'acme' } });
  const { elements, providers, indexOf } = listUniverse(d.graph());
  expect(elements.map(({ id, kind, name }) => [id, kind, name])).toEqual([
    ['provider/acme', 'component', 'provider/acme'],
    ['provider/provider/acme', 'failureDomain', 'acme'],
  ]);
  expect([providers.get('acme'), indexOf.get('provider/provider/acme')]).toEqual([1, 1]);
});

describe('what starts from cold', () => {
  const cold = (failed: readonly number[] = []) => {
    const draft = draftGates(8);
    draft.needs(1, 0);
    draft.needs(2, draft.atLeast(2, [0, 1, 3]));
    draft.needs(3, 4);
    draft.needs(4, 3);
    draft.needs(5, draft.atLeast(2, [0, 3, 4]));
    draft.needs(6, draft.atLeast(0.3, [0, 1, 3], [0.1, 0.2, 0.3]));
    draft.needs(7, draft.all([1, 2]));
    return [...startFromCold(draft.finish(), failed).slice(0, 8).keys()].filter(
      (node) => startFromCold(draft.finish(), failed)[node] === 1,
    );
  };

  test('is what needs only what has started, or enough of it', () => {
    expect(cold()).toEqual([0, 1, 2, 6, 7]);
  });

  test('is nothing that failed, nor what needs that', () => {
    expect(cold([1])).toEqual([0]);
    expect(cold([2])).toEqual([0, 1, 6]);
    expect(cold([0])).toEqual([]);
  });

  test('in one mode only, or after a certificate ran out, is no cold start', () => {
    const d = chain();
    d.element('component', 'helper');
    d.flow('app', 'reads', 'helper');
    d.flow('helper', 'reads', 'app');
    d.element('component', 'other');
    d.flow('other', 'calls', 'other');
    d.element('certificate', 'old', { facts: { expires: '2020-01-01' } });
    const ids = (on?: '2026-01-01') => analyseFaults(d.graph(), on ? { on } : {}).coldStart.map(({ id }) => id);
    expect(ids()).toEqual(['user', 'web', 'app', 'helper', 'other']);
    expect(ids('2026-01-01')).toEqual(['user', 'web', 'app', 'helper', 'other']);
  });
});

test('certificates run out after their last day, and nothing else does', () => {
  const d = draft();
  d.element('certificate', 'old', { facts: { expires: '2026-01-01' } });
  d.element('certificate', 'silent');
  d.element('account', 'other', { facts: { expires: '2020-01-01' } });
  const dead = (on: `${number}-${number}-${number}`) =>
    analyseFaults(d.graph(), { on })
      .simulate([])
      .elements.map(({ element: { id } }) => id);
  expect(dead('2026-01-01')).toEqual([]);
  expect(dead('2026-01-02')).toEqual(['old']);
});

describe('of a pool of three', () => {
  const pooled = (need: number, weights?: readonly number[], ...facts: readonly FlowFacts[]) => {
    const d = draft();
    const flows = [0, 1, 2].map((index) => d.flow('lb', 'balances', `web-${index}`, facts[index] ?? {}));
    const pool = { id: 'pool', verb: 'balances', from: 'lb', flows: flows.map(({ id }) => id), need } as const;
    return [{ ...pool, ...(weights && { weights }) }, flows] as const;
  };

  test.each<[ReturnType<typeof pooled>, number, readonly number[] | undefined, boolean]>([
    [pooled(1), 1, undefined, true],
    [pooled(2), 2, undefined, true],
    [pooled(3), 3, undefined, false],
    [pooled(0), 0, undefined, true],
    [pooled(-1), 0, undefined, true],
    [pooled(0.5), 1.5, [1, 1, 1], true],
    [pooled(0.75), 2.25, [1, 1, 1], false],
    [pooled(0.5, [1, 2, 5]), 4, [1, 2, 5], true],
    [pooled(0.9, [1, 2, 7]), 9, [1, 2, 7], true],
    [pooled(0.95, [1, 2, 7]), 9.5, [1, 2, 7], false],
    [pooled(1, undefined, {}, { healthCheck: false }), 3, undefined, false],
    [pooled(0.1, [1, 2, 7], {}, { healthCheck: true }), 1, [1, 2, 7], true],
  ])('%#', ([pool, flows], need, weights, slack) => {
    const found = neededOfPool(pool, flows);
    expect(found.need).toBeCloseTo(need, 12);
    expect(found.weights).toEqual(weights);
    expect(hasSlack(pool, flows)).toBe(slack);
  });
});

test('marks hold what was marked last, and nothing before', () => {
  const marks = marksFor(4);
  expect([0, 1, 2, 3].map(marks.has)).toEqual([false, false, false, false]);
  marks.only([1, 3]);
  expect([0, 1, 2, 3].map(marks.has)).toEqual([false, true, false, true]);
  marks.only([0]);
  expect([0, 1, 2, 3].map(marks.has)).toEqual([true, false, false, false]);
  marks.only([]);
  expect([0, 1, 2, 3].map(marks.has)).toEqual([false, false, false, false]);
});

test.each<[ElementFacts, ReturnType<typeof figureOf>]>([
  [{}, undefined],
  [{ mtbf: '3 h' }, undefined],
  [{ mttr: '1 h' }, undefined],
  [{ availability: 0.75 }, { unavailability: 0.25 }],
  [{ unavailability: 0.25 }, { unavailability: 0.25 }],
  [{ unavailability: 0.25, availability: 0.9 }, { unavailability: 0.25 }],
  [
    { mtbf: '3 h', mttr: '1 h' },
    { unavailability: 0.25, frequency: 1 / 14_400 },
  ],
  [
    { mtbf: '3 h', mttr: '1 h', availability: 0.5 },
    { unavailability: 0.5, frequency: 1 / 14_400 },
  ],
  [
    { mtbf: '3 h', availability: 0.75 },
    { unavailability: 0.25, frequency: 0.75 / 10_800 },
  ],
  [
    { mttr: '1 h', availability: 0.75 },
    { unavailability: 0.25, frequency: 0.25 / 3_600 },
  ],
])('the figure of what tells %j', (facts, wanted) => {
  expect(figureOf(facts)).toEqual(wanted);
});
