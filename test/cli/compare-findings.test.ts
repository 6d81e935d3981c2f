import { audit } from '../../src/audit/audit.js';
import type { Audit } from '../../src/audit/finding.js';
import { compareFindings } from '../../src/cli/compare-findings.js';
import { architecture } from '../../src/index.js';
import { defineRule } from '../../src/rules-api.js';
import { build } from '../support/build.js';

const wanted = defineRule({
  id: 'test/wanted',
  severity: 'medium',
  summary: 'A backup is wanted.',
  impact: 'Data is lost.',
  remedy: 'Make one.',
  references: ['CWE-1'],
  messages: { none: '{{store}} has none.' },
  check({ model, report, unknown }) {
    for (const store of model.byKind.database) {
      const { encryptedAtRest } = store.facts;
      if (encryptedAtRest === false) report({ at: store, message: 'none', data: { store } });
      else if (encryptedAtRest === undefined) unknown(store, 'encryptedAtRest');
    }
  },
});

type Answer = boolean | undefined;

function audited(answers: Readonly<Record<string, Answer>>, severity: 'medium' | 'low' = 'medium'): Audit {
  const site = architecture('shop');
  for (const [name, encryptedAtRest] of Object.entries(answers)) {
    site.database(name, encryptedAtRest === undefined ? {} : { encryptedAtRest });
  }
  return audit(build(site)[0]!, {
    today: '2026-11-21',
    rules: [wanted],
    settings: { severities: { 'test/wanted': severity } },
  });
}

function compared(before: Audit, after: Audit, asked: readonly string[]) {
  const findings = before.findings.filter(({ element }) => asked.includes(element ?? ''));
  const edits = findings.map((finding) => ({ audit: before, finding, edits: [] }));
  const { isGood, ...lists } = compareFindings(edits, { audits: [before] }, { audits: [after] });
  const named = Object.entries(lists).map(([name, list]) => [name, list.map(({ element }) => element)]);
  return { ...Object.fromEntries(named), isGood };
}

const none = { fixed: [], untold: [], besides: [], remaining: [], fresh: [] };

test('fixed is what was asked for and is gone', () => {
  const found = compared(audited({ a: false, b: false }), audited({ a: true, b: false }), ['a']);
  expect(found).toEqual({ ...none, fixed: ['a'], isGood: true });
});

test('what is gone and was not asked for is told apart', () => {
  const found = compared(audited({ a: false, b: false }), audited({ a: true, b: undefined }), ['a']);
  expect(found).toEqual({ ...none, fixed: ['a'], besides: ['b'], isGood: true });
});

test('what its rule cannot tell any more is not fixed; what it could not tell of another before does not matter', () => {
  const [before, after] = [audited({ a: false, b: false, c: undefined }), audited({ a: undefined, b: true })];
  expect(compared(before, after, ['a', 'b'])).toEqual({ ...none, fixed: ['b'], untold: ['a'], isGood: false });
});

test('what remains is not good', () => {
  const found = compared(audited({ a: false }), audited({ a: false }), ['a']);
  expect(found).toEqual({ ...none, remaining: ['a'], isGood: false });
});

test.each([
  ['medium', false],
  ['low', true],
] as const)('a new finding that is %s: %s', (severity, isGood) => {
  const found = compared(audited({ a: false, b: true }), audited({ a: true, b: false }, severity), ['a']);
  expect(found).toEqual({ ...none, fixed: ['a'], fresh: ['b'], isGood });
});
