import { architecture } from 'stanchion';
import type { Audit } from '../../../src/audit/finding.js';
import { auditToJunit } from '../../../src/report/junit/audit-to-junit.js';
import type { ReportOptions } from '../../../src/report/report-options.js';
import { testRules } from '../cases/rules.js';
import webShop from '../cases/web-shop.js';
import { optionsWith } from '../formats/options.js';
import { readXml } from '../formats/read-xml.js';
import { auditOf } from '../support.js';

const shop = auditOf(webShop, testRules);
const read = (audits: readonly Audit[], given?: Partial<ReportOptions>) =>
  readXml(auditToJunit(audits, optionsWith(given))).elements;
const named = (name: string, ...given: Parameters<typeof read>) => read(...given).filter((one) => one.name === name);

describe('auditToJunit', () => {
  test('makes a suite of each model, of the day of the audit and of no machine', () => {
    const suites = named('testsuite', [shop, auditOf(architecture('Nothing yet'), testRules)]);
    expect(suites.map(({ attributes }) => [attributes.name, attributes.id])).toEqual([
      ['Web shop (production)', '0'],
      ['Nothing yet', '1'],
    ]);
    expect(suites[0]?.attributes).toMatchObject({
      timestamp: '2026-11-21T00:00:00',
      hostname: 'localhost',
      time: '0',
      tests: '4',
      failures: '3',
      skipped: '1',
      errors: '0',
    });
  });

  test('makes a case of each rule that was asked', () => {
    const cases = named('testcase', [shop]).map(({ attributes }) => attributes.name);
    expect(cases).toEqual(testRules.map(({ id }) => id));
  });

  test('tells all findings of a rule in its one failure', () => {
    const [finding] = shop.findings;
    const twice = { ...shop, findings: finding ? [finding, { ...finding, message: 'And another.' }] : [] };
    const failures = named('failure', [twice]);
    expect(failures).toHaveLength(1);
    expect(failures[0]?.attributes).toEqual({ type: finding?.severity, message: '2 findings' });
    expect(failures[0]?.text).toContain(finding?.message);
    expect(failures[0]?.text).toContain('And another.');
  });

  test('skips what cannot be told, with what would have to be said', () => {
    const [skipped] = named('skipped', [shop]);
    expect(skipped?.attributes.message).toBe('Cannot tell: the model does not say enough.');
    expect(skipped?.text).toContain('`software`');
  });

  test('lets nothing pass that is accepted, in the baseline, switched off or not asked', () => {
    const outcomes = shop.outcomes.map((one) => ({ ...one, unknown: 0, outcome: 'pass' as const }));
    const [one, other] = shop.findings;
    if (!one || !other) throw new Error('too few findings');
    const [first, second, third, fourth] = outcomes;
    if (!first || !second || !third || !fourth) throw new Error('too few rules');
    const quiet: Audit = {
      ...shop,
      findings: [],
      accepted: [one],
      baselined: [other],
      outcomes: [first, second, { ...third, switchedOff: 2 }, { ...fourth, outcome: 'not applicable' }],
    };
    expect(named('skipped', [quiet]).map(({ attributes }) => attributes.message)).toEqual([
      '1 finding is accepted.',
      '1 finding is in the baseline.',
      '2 findings are switched off by the configuration.',
      'Not applicable: the model has nothing that the rule asks about.',
    ]);
    expect(named('skipped', [{ ...quiet, accepted: [], baselined: [], outcomes: [first, second] }])).toEqual([]);
  });

  test('tells what was not audited as errors', () => {
    const problems = [{ file: 'torn.ts', line: 3, message: 'Nothing is called x.' }];
    const [suite] = named('testsuite', [], { problems });
    expect(suite?.attributes).toMatchObject({
      name: 'not audited',
      timestamp: '2026-11-21T00:00:00',
      tests: '1',
      errors: '1',
    });
    expect(named('error', [], { problems })[0]).toMatchObject({
      attributes: { type: 'not audited', message: 'Nothing is called x.' },
      text: 'Nothing is called x.\ntorn.ts:3',
    });
  });
});
