import type { Architecture, Element, Flow } from '../../src/graph/architecture.js';
import { architecture } from '../../src/index.js';
import { defineRule, type Rule } from '../../src/rules-api.js';
import { type ExpectedFinding, type Register, testRule } from '../../src/testing.js';

const words = { severity: 'high', summary: 's', impact: 'i', remedy: 'Mend it.', references: [] } as const;

/** Speaks of a flow, of both servers, of the first, and of the model: each in a rule of its own. */
const rules = {
  flow: rule('flow', (model) => ({ at: model.flows[0]! })),
  both: rule('both', (model) => ({ at: model.byKind.server })),
  one: rule('one', (model) => ({ at: model.byKind.server[0]! })),
  model: rule('model', () => ({})),
};

function rule(
  name: string,
  place: (model: Architecture) => { readonly at?: Flow | Element | readonly Element[] },
): Rule {
  return defineRule({
    ...words,
    id: `test/${name}`,
    messages: { here: 'Here.' },
    check: ({ model, report }) => report({ message: 'here', ...place(model) }),
  });
}

function two(): object {
  const site = architecture('two');
  for (const name of ['one', 'other']) site.server(name);
  site.appServer('app').calls(site.appServer('behind'));
  return site;
}

const expecting = (name: keyof typeof rules, finding: ExpectedFinding) => () =>
  testRule(rules[name], { valid: [], invalid: [{ name: 'x', model: two(), findings: [finding] }] }, null);

test.each<[keyof typeof rules, ExpectedFinding]>([
  ['flow', { at: 'app calls behind' }],
  ['both', { at: ['one', 'other'] }],
  ['one', { at: 'one' }],
  ['model', { at: null }],
  ['one', { message: 'Here.', remedy: /^Mend it/, evidence: ['one'] }],
  ['one', { message: /^Here/, impact: /i/ }],
])('%s: %j is as found', (name, finding) => {
  expect(expecting(name, finding)).not.toThrow();
});

test.each<[keyof typeof rules, ExpectedFinding, string]>([
  ['flow', { at: null }, 'expected at null, found at '],
  ['one', { at: null }, 'expected at null, found at one'],
  ['one', { at: ['one', 'other'] }, 'expected at one,other, found at one'],
  ['both', { at: ['one'] }, 'expected at one, found at one, other'],
  ['both', { at: ['other', 'one'] }, 'found at one, other'],
  ['both', { at: ['one', 'third'] }, 'found at one, other'],
  ['model', { at: ['one'] }, 'found at the model'],
  ['model', { at: 'one' }, 'found at the model'],
  ['one', { message: 'There.' }, 'expected the message There.'],
  ['one', { message: 'Here' }, 'expected the message Here'],
  ['one', { remedy: /Spoil/ }, 'expected the remedy /Spoil/, found: Mend it.'],
  ['both', { evidence: ['x', 'one', 'y'] }, 'expected in the evidence: x, y; it has: one, other'],
])('%s: %j is not', (name, finding, message) => {
  expect(expecting(name, finding)).toThrow(message);
});

test('what was found is listed only where something was', () => {
  const findings = [{}, {}];
  expect(() => testRule(rules.one, { valid: [], invalid: [{ name: 'x', model: two(), findings }] }, null)).toThrow(
    'test/one, invalid: x\nexpected 2 findings, found 1:\n  one: [high] Here.',
  );
  const quiet: Rule = { ...rules.one, check: () => undefined };
  expect(() => testRule(quiet, { valid: [], invalid: [{ name: 'x', model: two(), findings }] }, null)).toThrow(
    /^test\/one, invalid: x\nexpected 2 findings, found 0$/,
  );
});

test('rules beside the one that is tested are not its business', () => {
  const beside = [rules.model];
  const cases = { valid: [], invalid: [{ name: 'x', model: two(), findings: [{ at: 'one' }], beside }] };
  expect(() => testRule(rules.one, cases, null)).not.toThrow();
});

test('two findings with fingerprints of their own may look the same', () => {
  const each: Rule = defineRule({
    ...words,
    id: 'test/each',
    messages: { here: 'Here.' },
    check: ({ model, report }) => {
      for (const at of model.byKind.server) report({ at, message: 'here' });
    },
  });
  const cases = { valid: [], invalid: [{ name: 'x', model: two(), findings: [{ at: 'one' }, { at: 'other' }] }] };
  expect(() => testRule(each, cases, null)).not.toThrow();
});

test('a case is one architecture, and one that cannot be told waits for something', () => {
  const valid = [{ name: 'x', model: { one: architecture('one'), other: architecture('other') } }];
  expect(() => testRule(rules.one, { valid, invalid: [] }, null)).toThrow('a case is one architecture, not 2');
  const cannotTell = [{ name: 'x', model: two(), missing: [] }];
  expect(() => testRule(rules.one, { valid: [], invalid: [], cannotTell }, null)).toThrow(
    'a model on which it cannot tell needs a fact that is missing',
  );
});

test('each case becomes a test with its sort and name', () => {
  const registered: string[] = [];
  const register: Register = (name) => registered.push(name);
  const model = two();
  const cases = {
    valid: [{ name: 'a', model }],
    invalid: [{ name: 'b', model, findings: [{}] }],
    cannotTell: [{ name: 'c', model, missing: ['owner'] }],
  };
  testRule(rules.one, cases, register);
  expect(registered).toEqual(['test/one, valid: a', 'test/one, invalid: b', 'test/one, cannot tell: c']);
});
