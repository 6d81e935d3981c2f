import { audit } from '../../src/audit/audit.js';
import { RuleCrash } from '../../src/audit/rule-crash.js';
import { architecture } from '../../src/index.js';
import { defineRule, type RuleContext } from '../../src/rules-api.js';
import { build } from '../support/build.js';

const site = architecture('shop');
site.server('web');
const model = build(site)[0]!;
const [web] = model.elements;

/** What an author without a compiler may write. */
type Careless = (context: { readonly report: (given: unknown) => void } & Omit<RuleContext, 'report'>) => void;

function crashOf(check: Careless): { readonly message: string; readonly found: number } {
  const messages: Readonly<Record<string, string>> = { few: '{{q}} has {{n}}.', other: 'Other.' };
  const words = { severity: 'high', summary: 's', impact: 'i', remedy: 'r', references: [] } as const;
  const rule = defineRule({ ...words, id: 'test/careless', messages, check: check as never });
  try {
    return { message: '', found: audit(model, { today: '2026-01-01', rules: [rule] }).findings.length };
  } catch (error) {
    if (!(error instanceof RuleCrash)) throw error;
    const { thrown } = error.crashes[0]!;
    return { message: thrown instanceof Error ? thrown.message : '', found: error.audit.findings.length };
  }
}

test.each<[string, unknown, RegExp]>([
  ['no data', { message: 'few' }, /^the message 'few' needs a value for \{\{q\}\}$/],
  ['a slot without a value', { message: 'few', data: { q: undefined, n: 1 } }, /a value for \{\{q\}\}$/],
  ['null', { message: 'few', data: { q: 'a', n: null } }, /a value for \{\{n\}\} that is a text, .*, not null$/],
  ['a wrong value', { message: 'few', data: { q: {}, n: 1 } }, /\{\{q\}\} that is .*, not \{\}$/],
  ['a wrong list', { message: 'few', data: { q: [1], n: 1 } }, /\{\{q\}\} that is .*, not \[1\]$/],
  ['another message', { message: 'otehr' }, /^it has no message "otehr": did you mean 'other'\?$/],
  ['no such message', { message: 'zzzzzzzz' }, /: it has few, other$/],
  ['an id for an element', { at: 'web', message: 'other' }, /^'at' takes elements and flows of the model, not "web"/],
  ['nothing in a list', { at: [web, undefined], message: 'other' }, /^'at' takes elements and flows/],
])('is told as the mistake of the rule: %s', (_, given, message) => {
  expect(crashOf(({ report }) => report(given))).toEqual({ message: expect.stringMatching(message), found: 0 });
});

test('takes texts, numbers, elements and lists of them', () => {
  for (const data of [
    { q: web, n: 0 },
    { q: [web], n: '' },
    { q: ['a', 'b'], n: [] },
  ])
    expect(crashOf(({ report }) => report({ at: web, message: 'few', data }))).toEqual({ message: '', found: 1 });
});

test('two findings that nothing tells apart are a mistake, and the first counts', () => {
  const twice = (more: object) =>
    crashOf(({ report }) => {
      report({ at: web, message: 'other' });
      report({ at: web, message: 'few', data: { q: 'a', n: 1 }, ...more });
      report({ message: 'other' });
    });
  expect(twice({})).toEqual({
    message: "two findings on web have one fingerprint (the second: a has 1.): tell them apart with 'discriminator'",
    found: 2,
  });
  expect(twice({ discriminator: 'few' })).toEqual({ message: '', found: 3 });
});
