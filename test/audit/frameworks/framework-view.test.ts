import { audit } from '../../../src/audit/audit.js';
import { controlTitles } from '../../../src/audit/frameworks/control-titles.js';
import { frameworkNames } from '../../../src/audit/frameworks/framework-names.js';
import { frameworkView } from '../../../src/audit/frameworks/framework-view.js';
import type { RuleContext } from '../../../src/audit/rule.js';
import { architecture } from '../../../src/index.js';
import { rules as catalogue } from '../../../src/rules/index.js';
import { defineRule } from '../../../src/rules-api.js';
import { build } from '../../support/build.js';

const base = { severity: 'high', summary: 'S.', impact: 'I.', remedy: 'R.', messages: { wrong: 'Wrong.' } } as const;

function rule(id: string, references: readonly string[], check: (context: RuleContext<{ wrong: 'Wrong.' }>) => void) {
  return defineRule({ ...base, id: `test/${id}`, references, check });
}

const web = ({ model }: RuleContext<{ wrong: 'Wrong.' }>) => model.byKind.webServer[0]!;

const rules = [
  rule('wrong', ['NIST SC-8(1)', 'NIST SC-7', 'STRIDE:E'], (given) =>
    given.report({ at: web(given), message: 'wrong' }),
  ),
  rule('waived', ['NIST SC-13', 'CWE-326', 'STRIDE:S'], (given) => given.report({ at: web(given), message: 'wrong' })),
  rule('good', ['NIST SC-7', 'NIST AC-4', 'CWE-9999'], (given) => given.pass(web(given))),
  rule('open', ['NIST SC-7', 'NIST CM-8'], (given) => given.unknown(web(given), 'owner')),
  rule('idle', ['NIST CP-9', 'CIS 3.10', 'ASVS 12.3.3'], () => {}),
  rule('none', [], (given) => given.pass(web(given))),
];

function audited(asked = rules) {
  const site = architecture('shop');
  site.webServer('web').accepts({ rule: 'test/waived' as never, because: 'A reason.' });
  const [model] = build(site);
  if (!model) throw new Error('no model');
  return audit(model, { today: '2026-01-01', rules: asked });
}

describe('frameworkView', () => {
  const view = () => frameworkView(audited(), rules, 'nist-800-53');

  test('has the controls in the order of the framework, each with the worst of its rules', () => {
    expect(view().title).toBe('NIST SP 800-53 r5');
    expect(view().controls.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['AC-4', 'pass'],
      ['CM-8', 'cannot tell'],
      ['CP-9', 'not applicable'],
      ['SC-7', 'finding'],
      ['SC-8(1)', 'finding'],
      ['SC-13', 'accepted'],
    ]);
  });

  test('has what each of the rules of a control came to', () => {
    expect(view().controls.find(({ id }) => id === 'SC-7')).toMatchObject({
      title: 'Boundary Protection',
      findings: [{ rule: 'test/wrong' }],
      accepted: [],
      passed: ['test/good'],
      cannotTell: ['test/open'],
      notApplicable: [],
    });
    expect(view().controls.find(({ id }) => id === 'SC-13')).toMatchObject({
      findings: [],
      accepted: [{ rule: 'test/waived' }],
    });
    expect(view().controls.find(({ id }) => id === 'CP-9')).toMatchObject({ notApplicable: ['test/idle'] });
  });

  test('has what all rules of a control came to, in the order of the rules', () => {
    const twice = [
      ...rules,
      rule('also-wrong', ['NIST SC-7'], (given) => given.report({ at: web(given), message: 'wrong' })),
    ];
    const { controls } = frameworkView(audited(twice), twice, 'nist-800-53');
    expect(controls.find(({ id }) => id === 'SC-7')).toEqual({
      id: 'SC-7',
      title: 'Boundary Protection',
      outcome: 'finding',
      findings: [expect.objectContaining({ rule: 'test/wrong' }), expect.objectContaining({ rule: 'test/also-wrong' })],
      accepted: [],
      passed: ['test/good'],
      cannotTell: ['test/open'],
      notApplicable: [],
    });
  });

  test('a control without a title of its own is called as what it belongs to, or not at all', () => {
    const view = (reference: string) => {
      const one = [rule('one', [reference], () => {})];
      return frameworkView(audited(one), one, 'nist-800-53').controls;
    };
    expect(view('NIST SC-7(99)')).toMatchObject([{ id: 'SC-7(99)', title: 'Boundary Protection' }]);
    expect(view('NIST PE-99')[0]).not.toHaveProperty('title');
  });

  test('lists rules that belong to none of its controls', () => {
    expect(view().unmapped).toEqual(['test/none']);
    expect(frameworkView(audited(), rules, 'cis').unmapped).toHaveLength(5);
  });

  test('names controls as their framework does', () => {
    const idsAndTitles = frameworkNames.map((name) =>
      frameworkView(audited(), rules, name).controls.map(({ id, title }) => [id, title]),
    );
    expect(idsAndTitles).toEqual([
      [
        ['S', 'Spoofing'],
        ['E', 'Elevation of privilege'],
      ],
      view().controls.map(({ id, title }) => [id, title]),
      [],
      [
        ['CWE-326', 'Inadequate Encryption Strength'],
        ['CWE-9999', undefined],
      ],
      [['12.3.3', 'Secure Communication']],
      [['3.10', 'Data Protection']],
    ]);
  });

  test('a rule that was not asked belongs nowhere', () => {
    expect(frameworkView({ ...audited(), outcomes: [] }, rules, 'stride')).toMatchObject({
      controls: [],
      unmapped: [],
    });
  });
});

test('every rule that comes with the program is in one framework at least', () => {
  const [model] = build(architecture('empty'));
  if (!model) throw new Error('no model');
  const outcome = audit(model, { today: '2026-01-01', rules: catalogue });
  const nowhere = frameworkNames
    .map((name) => frameworkView(outcome, catalogue, name).unmapped)
    .reduce((left, right) => left.filter((id) => right.includes(id)));
  expect(nowhere).toEqual([]);
});

test('titles are one line, and end without a full stop', () => {
  for (const title of Object.values(controlTitles)) expect(title).toMatch(/^\S.*[^.\s]$/);
});

test.each(frameworkNames)('every control of %s that a rule names has a title', (name) => {
  const outcome = audit(build(architecture('empty'))[0]!, { today: '2026-01-01', rules: catalogue });
  const untitled = frameworkView(outcome, catalogue, name).controls.filter(({ title }) => title === undefined);
  expect(untitled.map(({ id }) => id)).toEqual([]);
});
