import { audit } from '../../src/audit/audit.js';
import {
  baselineEntry,
  baselineText,
  readBaseline,
  renewed,
  staleEntries,
  withBaseline,
} from '../../src/audit/baseline.js';
import type { Audit } from '../../src/audit/finding.js';
import type { Waiver } from '../../src/graph/architecture.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { collect } from '../../src/vocabulary/collect.js';
import { speaksOf } from './rules.js';
import { smallShop } from './sites.js';

const today = '2026-11-21';
const speaks = speaksOf(['database', 'loadBalancer']);
const shopWith = (waivers: readonly Waiver[] = []) =>
  createGraph({ ...collect(smallShop().site).documents[0]!, waivers });
const audited = (rules = [speaks], waivers: readonly Waiver[] = []) => audit(shopWith(waivers), { today, rules });
const entriesOf = (one: Audit) => one.findings.map((finding) => baselineEntry(one, finding));
const rules = ['test/speaks'];

const first = audited();
const [balancer, orders] = entriesOf(first);
if (!balancer || !orders) throw new Error('two are found');

test('what is in the baseline is set apart and counted', () => {
  const known = withBaseline(first, [balancer]);
  expect(known.findings.map(({ element }) => element)).toEqual(['orders']);
  expect(known.baselined?.map(({ element }) => element)).toEqual(['balancer']);
  expect(known.outcomes[0]).toMatchObject({ outcome: 'finding', findings: 1, baselined: 1 });
  expect(withBaseline(first, [])).toBe(first);
});

test('an entry tells what people look for, and nothing that is not there', () => {
  expect(balancer).toStrictEqual({
    ...{ model: 'shop', rule: 'test/speaks', severity: 'high', element: 'balancer', message: 'Here is balancer.' },
    fingerprint: first.findings[0]?.fingerprint,
  });
  const staging = audit(createGraph(collect(smallShop('shop', { environment: 'staging' }).site).documents[0]!), {
    today,
    rules: [speaks],
  });
  expect(entriesOf(staging)[0]?.environment).toBe('staging');
  const { element: _, ...whole } = first.findings[0]!;
  expect(baselineEntry(first, whole)).not.toHaveProperty('element');
});

test('the outcome of each rule is reckoned for itself', () => {
  const other = speaksOf(['database'], { id: 'test/other' });
  const two = audited([speaks, other]);
  const [entry] = entriesOf(two).filter(({ rule, element }) => rule === 'test/speaks' && element === 'orders');
  const { outcomes } = withBaseline(two, [entry!]);
  expect(outcomes).toMatchObject([
    { findings: 1, baselined: 1 },
    { rule: 'test/other', findings: 1 },
  ]);
  expect(outcomes[1]).not.toHaveProperty('baselined');
});

test('what has become worse is new', () => {
  const before = { ...balancer, severity: 'medium' } as const;
  const known = withBaseline(first, [before, { ...orders, severity: 'critical' }]);
  expect(known.findings.map(({ element }) => element)).toEqual(['balancer']);
  expect(staleEntries([before], { audits: [known], rules, isWhole: true })).toEqual([before]);
});

test('what is accepted is told as accepted, and its entry is stale', () => {
  const accepted = audited([speaks], [{ rule: 'test/speaks', element: 'balancer', because: 'It is a test.' }]);
  const known = withBaseline(accepted, [balancer]);
  expect(known.accepted.map(({ element }) => element)).toEqual(['balancer']);
  expect(known.baselined).toBeUndefined();
  expect(staleEntries([balancer], { audits: [known], rules, isWhole: false })).toEqual([balancer]);
});

test('an entry is stale only where somebody can tell', () => {
  const mended = withBaseline(audited([speaksOf(['loadBalancer'])]), [balancer, orders]);
  const judged = { audits: [mended], rules, isWhole: false };
  expect(staleEntries([balancer, orders], judged)).toEqual([orders]);
  const elsewhere = { ...orders, model: 'Elsewhere' };
  const staging = { ...orders, environment: 'staging' };
  const notAsked = { ...orders, rule: 'test/other' };
  expect(staleEntries([elsewhere, staging], judged)).toEqual([]);
  expect(staleEntries([elsewhere, staging], { ...judged, isWhole: true })).toEqual([elsewhere, staging]);
  expect(staleEntries([notAsked], { ...judged, rules: [...rules, 'test/other'] })).toEqual([]);
  // A rule that does not exist any more.
  expect(staleEntries([notAsked], judged)).toEqual([notAsked]);
});

test('renewed: what is found, and what nobody can judge', () => {
  const known = withBaseline(audited([speaksOf(['loadBalancer'])]), [balancer, orders]);
  const elsewhere = { ...orders, model: 'Elsewhere' };
  const other = { ...elsewhere, fingerprint: 'a'.repeat(64) };
  expect(renewed([balancer, orders, other], { audits: [known], rules, isWhole: false })).toEqual([other, balancer]);
});

test('the file is the same for the same entries, whatever their order, and reads back', () => {
  const text = baselineText([orders, balancer, orders]);
  expect(text).toBe(baselineText([balancer, orders]));
  expect(readBaseline(text)).toEqual([balancer, orders]);
  expect(readBaseline(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual([balancer, orders]);
  expect(JSON.parse(text)).toMatchObject({ format: 'stanchion-baseline', version: 1 });
});

test('entries are sorted by model, environment, rule and element', () => {
  const staging = { ...orders, environment: 'staging', fingerprint: 'a'.repeat(64) };
  const another = { ...orders, model: 'another', fingerprint: 'f'.repeat(64) };
  const { element: _, ...whole } = { ...orders, fingerprint: `${'f'.repeat(63)}e` };
  const order = [another, whole, balancer, orders, staging];
  expect(readBaseline(baselineText([...order].reverse()))).toEqual(order);
});

const file = (findings: unknown, more = {}) =>
  JSON.stringify({ format: 'stanchion-baseline', version: 1, findings, ...more });

test.each<[string, string]>([
  ['<<<<<<< HEAD', 'it is not JSON'],
  ['', 'it is not JSON'],
  ['null', 'it is no baseline of Stanchion'],
  ['[]', 'it is no baseline of Stanchion'],
  ['{}', 'it is no baseline of Stanchion'],
  [file([], { version: 2 }), 'its version is 2, and only 1 is known here'],
  [file({}), "it has no list 'findings'"],
  [file([balancer, { ...orders, fingerprint: 'f' }]), 'its finding 2 is none'],
  [file([{ ...orders, fingerprint: `${'a'.repeat(64)}b` }]), 'its finding 1 is none'],
  [file([{ ...orders, fingerprint: `x${'a'.repeat(64)}` }]), 'its finding 1 is none'],
  [file([{ ...orders, fingerprint: ['a'.repeat(64)] }]), 'its finding 1 is none'],
  [file([{ ...orders, severity: 'awful' }]), 'its finding 1 is none'],
  [file([{ ...orders, message: { toString: 1 } }]), 'its finding 1 is none'],
  [file([{ ...orders, element: 3 }]), 'its finding 1 is none'],
  [file([null]), 'its finding 1 is none'],
  [file([['__proto__']]), 'its finding 1 is none'],
])('%.40s: it is told what is wrong', (text, wrong) => {
  expect(readBaseline(text)).toEqual({ wrong });
});
