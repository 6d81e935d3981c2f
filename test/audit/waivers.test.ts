import { audit } from '../../src/audit/audit.js';
import type { Waiver } from '../../src/graph/architecture.js';
import { createGraph } from '../../src/graph/create-graph.js';
import waiverRule from '../../src/rules/hygiene/waiver.js';
import { defineRule } from '../../src/rules-api.js';
import { collect } from '../../src/vocabulary/collect.js';
import { speaksOf } from './rules.js';
import { smallShop } from './sites.js';

const today = '2026-11-21';
const rule = 'test/speaks';
const speaks = speaksOf(['database', 'loadBalancer']);

/** Waivers of every sort, also those that the builder refuses. */
function auditWith(waivers: readonly Waiver[], rules = [speaks, waiverRule], severities = {}) {
  const document = collect(smallShop().site).documents[0]!;
  return audit(createGraph({ ...document, waivers }), { today, rules, settings: { severities } });
}

test('accepts the finding on its element, and no other', () => {
  const waiver = { rule, element: 'orders', because: 'It is a test.' };
  const result = auditWith([waiver]);
  expect(result.accepted.map(({ element, accepted }) => [element, accepted])).toEqual([['orders', waiver]]);
  expect(result.findings.map(({ element }) => element)).toEqual(['balancer']);
  expect(result.outcomes[0]).toMatchObject({ outcome: 'finding', findings: 1, accepted: 1 });
});

test('without an element it accepts all of the rule', () => {
  const result = auditWith([{ rule, because: 'It is a test.' }]);
  expect(result.findings).toEqual([]);
  expect(result.accepted).toHaveLength(2);
});

test('the last day still counts, the day after does not', () => {
  const until = (day: `${number}-${number}-${number}`) => auditWith([{ rule, because: 'It is a test.', until: day }]);
  expect(until('2026-11-21').accepted).toHaveLength(2);
  const late = until('2026-11-20');
  expect(late.accepted).toEqual([]);
  expect(late.findings.map(({ message }) => message)).toContain(
    "The acceptance of 'test/speaks' ran out on 2026-11-20.",
  );
  expect(until('2026-13-45').accepted).toEqual([]);
});

test.each<[string, Waiver, string]>([
  [
    'a rule that is none',
    { rule: 'test/speeks', because: 'x' },
    "The acceptance of 'test/speeks' names no rule: 'test/speaks' is the nearest.",
  ],
  ['a rule like no other', { rule: 'qqqqqq', because: 'x' }, "The acceptance of 'qqqqqq' names no rule."],
  [
    'no reason',
    { rule, because: ' ', element: 'orders' },
    "The acceptance of 'test/speaks' on orders gives no reason.",
  ],
  [
    'nothing to accept',
    { rule, because: 'x', element: 'app' },
    "The acceptance of 'test/speaks' on app accepts nothing: there is no such finding.",
  ],
  [
    'waivers themselves',
    { rule: 'hygiene/waiver', because: 'x' },
    "The acceptance of 'hygiene/waiver' accepts nothing: faults of acceptances cannot be accepted.",
  ],
])('is a finding itself: %s', (_, waiver, message) => {
  const result = auditWith([waiver]);
  expect(result.accepted).toEqual([]);
  expect(
    result.findings.filter((finding) => finding.rule === 'hygiene/waiver').map((finding) => finding.message),
  ).toEqual([message]);
});

test('is not called unused where its rule was not asked', () => {
  const result = auditWith([{ rule, because: 'x', element: 'app' }], [speaks, waiverRule], { [rule]: 'off' });
  expect(result.findings).toEqual([]);
});

test('alike ones with one fault: each must be accepted', () => {
  const together = defineRule({
    ...speaks,
    references: [],
    messages: { both: 'Both.' },
    check: ({ model, report }) => report({ at: model.byKind.webServer, message: 'both' }),
  });
  const waiver = (element: string): Waiver => ({ rule, element, because: 'x' });
  expect(auditWith([waiver('server-1/web')], [together, waiverRule]).findings.map(({ message }) => message)).toEqual([
    'Both.',
  ]);
  const all = auditWith([waiver('server-1/web'), waiver('server-2/web')], [together, waiverRule]);
  expect(all.findings).toEqual([]);
  expect(all.accepted).toHaveLength(1);
});

test('a finding about a flow is accepted on its source', () => {
  const onFlow = defineRule({
    ...speaks,
    references: [],
    messages: { flow: 'Flow.' },
    check: ({ model, report }) => report({ at: model.flows.find(({ verb }) => verb === 'writes')!, message: 'flow' }),
  });
  expect(auditWith([{ rule, element: 'app', because: 'x' }], [onFlow]).accepted).toHaveLength(1);
  expect(auditWith([{ rule, element: 'orders', because: 'x' }], [onFlow]).accepted).toHaveLength(0);
});

test('a fault is shown where the acceptance is written, else where its element is', () => {
  const at = { file: 'shop.ts', line: 7, column: 4 };
  const positions = (waiver: Waiver) => auditWith([waiver], [waiverRule]).findings.map((finding) => finding.at);
  expect(positions({ rule: 'qqqqqq', element: 'orders', because: 'x', at })).toEqual([at]);
  const own = collect(smallShop().site).documents[0]!.elements.find(({ id }) => id === 'orders')?.at;
  expect(positions({ rule: 'qqqqqq', element: 'orders', because: 'x' })).toEqual([own]);
});

test('faults of two acceptances on one element are two findings, the same one twice is one', () => {
  const faulty = (name: string): Waiver => ({ rule: name, element: 'orders', because: 'x' });
  const { findings } = auditWith([faulty('qqqqqq'), faulty('zzzzzz'), faulty('zzzzzz')], [waiverRule]);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  expect(findings).toHaveLength(2);
});

test('an acceptance that counts is a pass on its element', () => {
  const passes = (waiver: Waiver) => auditWith([waiver]).outcomes.find((one) => one.rule === 'hygiene/waiver')?.passes;
  expect(passes({ rule, element: 'orders', because: 'x' })).toBe(1);
  expect(passes({ rule, because: 'x' })).toBe(0);
  expect(passes({ rule: 'qqqqqq', element: 'orders', because: 'x' })).toBe(0);
});
