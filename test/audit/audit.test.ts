import { audit } from '../../src/audit/audit.js';
import { presetSettings } from '../../src/audit/presets.js';
import { RuleCrash } from '../../src/audit/rule-crash.js';
import { architecture } from '../../src/index.js';
import { rules } from '../../src/rules/index.js';
import { defineRule } from '../../src/rules-api.js';
import { build } from '../support/build.js';
import { breaks, speaksOf } from './rules.js';
import { smallShop } from './sites.js';

const today = '2026-11-21';
const graphOf = (site: object) => build(site)[0]!;

const answers = defineRule({
  id: 'test/answers',
  severity: 'medium',
  summary: 'It answers.',
  impact: 'i',
  remedy: 'r',
  references: [],
  options: { unknownKinds: ['database'] as readonly string[] },
  messages: { bad: '{{what}} is bad.' },
  check({ model, options, pass, report, unknown }) {
    for (const element of model.elements) {
      if (element.kind === 'loadBalancer') report({ at: element, message: 'bad', data: { what: element } });
      else if (options.unknownKinds.includes(element.kind)) unknown(element, 'software');
      else if (element.kind === 'webServer') pass(element);
    }
    for (const flow of model.flows.filter(({ verb }) => verb === 'writes')) unknown(flow, 'software');
  },
});

test('an empty model has nothing wrong, and every question of it was answered', () => {
  const result = audit(graphOf(architecture('empty')), {
    today,
    rules,
    settings: presetSettings('recommended', rules, [], []),
  });
  expect(result.findings.filter(({ severity }) => severity !== 'low')).toEqual([]);
  expect(result.completeness).toBe(1);
  expect(result.assumptions).toContain('No environment is stated: it counts as production.');
});

test('counts the four outcomes', () => {
  const silent = defineRule({ ...answers, id: 'test/silent', references: [], messages: {}, check() {} });
  const content = defineRule({
    ...answers,
    id: 'test/content',
    references: [],
    messages: {},
    check: ({ model, pass }) => pass(model.elements[0]!),
  });
  const asking = defineRule({
    ...answers,
    id: 'test/asking',
    references: [],
    messages: {},
    check: ({ model, unknown }) => unknown(model.elements[0]!, 'owner'),
  });
  const result = audit(graphOf(smallShop().site), { today, rules: [answers, silent, content, asking] });
  expect(result.outcomes).toEqual([
    { rule: 'test/answers', severity: 'medium', outcome: 'finding', passes: 2, findings: 1, accepted: 0, unknown: 2 },
    {
      rule: 'test/silent',
      severity: 'medium',
      outcome: 'not applicable',
      passes: 0,
      findings: 0,
      accepted: 0,
      unknown: 0,
    },
    { rule: 'test/content', severity: 'medium', outcome: 'pass', passes: 1, findings: 0, accepted: 0, unknown: 0 },
    {
      rule: 'test/asking',
      severity: 'medium',
      outcome: 'cannot tell',
      passes: 0,
      findings: 0,
      accepted: 0,
      unknown: 1,
    },
  ]);
  expect(result.completeness).toBeCloseTo(4 / 7);
});

test('lists a missing fact once, with who waits for it and for what', () => {
  const other = defineRule({ ...answers, id: 'test/other', references: [] });
  const result = audit(graphOf(smallShop().site), { today, rules: [answers, other] });
  expect(result.missing).toEqual([
    {
      fact: 'software',
      wanted: 'State what runs there: `software`.',
      rules: ['test/answers', 'test/other'],
      elements: ['orders'],
      flows: ['app writes orders'],
    },
  ]);
});

test('what the model as a whole does not say is missing in no place of it', () => {
  const whole = defineRule({
    ...answers,
    id: 'test/whole',
    references: [],
    messages: {},
    check: ({ pass, unknown }) => {
      pass('model');
      unknown('model', 'environment');
    },
  });
  const result = audit(graphOf(smallShop().site), { today, rules: [whole] });
  expect(result.outcomes).toMatchObject([{ outcome: 'cannot tell', passes: 1, unknown: 1 }]);
  expect(result.missing).toMatchObject([{ fact: 'environment', elements: [], flows: [] }]);
});

test('a finding carries everything a reader needs', () => {
  const [finding] = audit(graphOf(smallShop().site), { today, rules: [answers] }).findings;
  expect(finding).toMatchObject({
    rule: 'test/answers',
    severity: 'medium',
    element: 'balancer',
    subjects: ['balancer'],
    message: 'balancer is bad.',
    evidence: { elements: ['balancer'], flows: [] },
    at: { line: expect.any(Number), column: expect.any(Number) },
  });
  expect(finding?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(finding?.handle).toBe(finding?.fingerprint.slice(0, 6));
});

test('settings change severities, turn rules off and set options', () => {
  const model = graphOf(smallShop().site);
  const settings = {
    severities: { 'test/answers': 'critical', 'test/speaks': 'off' },
    options: { 'test/answers': { unknownKinds: [] } },
  } as const;
  const result = audit(model, { today, rules: [answers, speaksOf(['database'])], settings });
  expect(result.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['test/answers', 'critical']]);
  expect(result.outcomes.map(({ rule, severity }) => [rule, severity])).toEqual([['test/answers', 'critical']]);
  expect(result.missing.flatMap(({ elements }) => elements)).toEqual([]);
});

test('settings that name what does not exist are refused, with the nearest', () => {
  const model = graphOf(smallShop().site);
  const settings = {
    severities: { 'test/answer': 'off' },
    options: { 'test/answers': { unknownKind: [] }, 'zzz/yyy': {} },
  } as const;
  expect(() => audit(model, { today, rules: [answers], settings })).toThrow(
    "There is no rule 'test/answer'. Did you mean 'test/answers'?\nThere is no rule 'zzz/yyy'.\n" +
      "There is no option of test/answers 'unknownKind'. Did you mean 'unknownKinds'?",
  );
});

test('a rule that breaks is named, and the others still run', () => {
  const run = () => audit(graphOf(smallShop().site), { today, rules: [breaks, answers] });
  expect(run).toThrow(RuleCrash);
  expect(run).toThrow(/The rule test\/breaks broke on 'shop': no such thing\..*please report it/);
  try {
    run();
  } catch (crash) {
    expect(crash).toMatchObject({ rules: ['test/breaks'], cause: expect.any(TypeError) });
    const { findings, broken } = (crash as RuleCrash).audit;
    expect(findings.map(({ rule }) => rule)).toEqual(['test/answers', 'test/breaks']);
    expect(broken).toEqual(['test/breaks']);
  }
});

test('a rule that broke before it said anything cannot tell', () => {
  const mute = defineRule({
    ...answers,
    id: 'test/mute',
    references: [],
    check() {
      throw new TypeError('no such thing');
    },
  });
  try {
    audit(graphOf(smallShop().site), { today, rules: [mute] });
  } catch (crash) {
    expect((crash as RuleCrash).audit.outcomes).toMatchObject([{ rule: 'test/mute', outcome: 'cannot tell' }]);
  }
  expect.assertions(1);
});

test('of several rules that break all are named', () => {
  const other = { ...breaks, id: 'test/other' };
  const run = () => audit(graphOf(smallShop().site), { today, rules: [breaks, other] });
  expect(run).toThrow(/^The rules test\/breaks, test\/other broke on 'shop': no such thing\./);
  expect(run).toThrow(expect.objectContaining({ name: 'RuleCrash' }));
});

test('two findings that nothing tells apart are a mistake of the rule', () => {
  const twice = (at: 'model' | 'database') =>
    defineRule({
      ...answers,
      id: 'test/twice',
      references: [],
      messages: { same: 'Same.' },
      check({ model, report }) {
        for (const _ of [1, 2])
          report(at === 'model' ? { message: 'same' } : { message: 'same', at: model.byKind[at] });
      },
    });
  const run = (at: 'model' | 'database') => () => audit(graphOf(smallShop().site), { today, rules: [twice(at)] });
  expect(run('model')).toThrow(/two findings on the model have one fingerprint \(the second: Same\.\)/);
  expect(run('database')).toThrow(/two findings on orders have one fingerprint/);
});

test('analyses that were computed before are not computed again', () => {
  const model = graphOf(smallShop().site);
  const faults = new Proxy({} as never, {
    get: (_, name) => (name === 'assumptions' ? ['mine'] : undefined),
  });
  const result = audit(model, { today, rules: [answers], analyses: { faults } });
  expect(result.assumptions).toContain('mine');
});

test('assumptions: the author’s own first, each once', () => {
  const model = graphOf(
    smallShop('shop', { environment: 'production', assumptions: ['Three servers.', 'Three servers.'] }).site,
  );
  expect(audit(model, { today, rules: [] }).assumptions).toEqual(['Three servers.']);
});

test('the same model gives the same audit, to the byte', () => {
  const run = () => {
    const { model: _, ...rest } = audit(graphOf(smallShop().site), { today, rules });
    return JSON.stringify(rest);
  };
  expect(run()).toBe(run());
});

test('names that a person would never type do no harm', () => {
  const site = architecture('<script>alert(1)<\u2215script>\u202e"');
  const name = `{{element}} ${'x'.repeat(150)}"'$&`;
  site.database(name);
  const [finding] = audit(graphOf(site), { today, rules: [speaksOf(['database'])] }).findings;
  expect(finding?.message).toBe(`Here is {{element}} ${'x'.repeat(67)}….`);
});
