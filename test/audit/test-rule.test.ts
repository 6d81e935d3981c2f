import type { FindingEdit } from '../../src/audit/edit.js';
import { architecture } from '../../src/index.js';
import { defineRule } from '../../src/rules-api.js';
import { type RuleCases, testRule } from '../../src/testing.js';
import { collect } from '../../src/vocabulary/collect.js';

const needsSoftware = defineRule({
  id: 'test/needs-software',
  severity: 'high',
  summary: 's',
  impact: 'It may rot.',
  remedy: 'Say so.',
  references: [],
  options: { wanted: 'nginx' },
  messages: { other: '{{element}} runs {{software}}.' },
  check({ model, options, pass, report, unknown }) {
    for (const element of model.byKind.webServer) {
      const { software } = element.facts;
      if (software === undefined) unknown(element, 'software');
      else if (software === options.wanted) pass(element);
      else {
        const fix = software === 'ftpd' ? [] : [{ on: element, set: { software: options.wanted, owner: undefined } }];
        report({ at: element, message: 'other', data: { element, software }, fix });
      }
    }
  },
});

function web(software?: string): object {
  const site = architecture('test');
  site.webServer('web', software === undefined ? {} : { software });
  return site;
}

const cases: RuleCases = {
  valid: [
    { name: 'the usual', model: web('nginx'), passes: 1 },
    { name: 'no web server at all', model: architecture('test'), passes: 0 },
    { name: 'another one wanted', model: web('caddy'), options: { wanted: 'caddy' } },
  ],
  invalid: [
    {
      name: 'another',
      model: web('caddy'),
      findings: [
        {
          at: 'web',
          message: 'web runs caddy.',
          severity: 'high',
          evidence: ['web'],
          fix: [{ unset: ['owner'], set: { software: 'nginx' }, on: { element: 'web' } }],
        },
      ],
    },
    { name: 'one that is not mended', model: web('ftpd'), findings: [{ fix: [] }] },
  ],
  cannotTell: [{ name: 'untold', model: web(), missing: ['software'] }],
};

// Registers a test for each case with the runner at hand.
testRule(needsSoftware, cases);

const direct = (given: Partial<RuleCases>) => () => testRule(needsSoftware, { valid: [], invalid: [], ...given }, null);

test('without a runner it checks at once, and throws what is wrong with all', () => {
  expect(direct(cases)).not.toThrow();
  expect(
    direct({
      valid: [
        { name: 'wrong', model: web('caddy') },
        { name: 'untold', model: web() },
      ],
    }),
  ).toThrow(
    'test/needs-software, valid: wrong\nexpected 0 findings, found 1:\n  web: [high] web runs caddy.\n\n' +
      'test/needs-software, valid: untold\nexpected to wait for nothing, waits for software',
  );
});

function mended(other: object = {}): FindingEdit {
  return { on: { element: 'web' }, set: { software: 'nginx' }, unset: ['owner'], ...other };
}

test.each<[string, Partial<RuleCases>, RegExp]>([
  [
    'no finding where one is expected',
    { invalid: [{ name: 'x', model: web('nginx'), findings: [{}] }] },
    /expected 1 findings, found 0/,
  ],
  [
    'the wrong place',
    { invalid: [{ name: 'x', model: web('y'), findings: [{ at: 'other' }] }] },
    /expected at other, found at web/,
  ],
  [
    'the wrong words',
    { invalid: [{ name: 'x', model: web('y'), findings: [{ message: /caddy/ }] }] },
    /expected the message/,
  ],
  [
    'the wrong severity',
    { invalid: [{ name: 'x', model: web('y'), findings: [{ severity: 'low' }] }] },
    /expected severity low, found high/,
  ],
  [
    'the wrong impact',
    { invalid: [{ name: 'x', model: web('y'), findings: [{ impact: /burn/ }] }] },
    /found: It may rot/,
  ],
  [
    'evidence that is not shown',
    { invalid: [{ name: 'x', model: web('y'), findings: [{ evidence: ['z'] }] }] },
    /expected in the evidence: z/,
  ],
  [
    'a fix where none is expected',
    { invalid: [{ name: 'x', model: web('y'), findings: [{ fix: [] }] }] },
    /expected the fix of no edit\nfound the fix {4}\[\{"on":\{"element":"web"\},"set":\{"software":"nginx"\},"unset":\["owner"\]\}\]/,
  ],
  [
    'a fix that is not offered',
    { invalid: [{ name: 'x', model: web('ftpd'), findings: [{ fix: [mended()] }] }] },
    /found the fix {4}of no edit/,
  ],
  [
    'a fix of another element',
    { invalid: [{ name: 'x', model: web('y'), findings: [{ fix: [mended({ on: { element: 'z' } })] }] }] },
    /expected the fix \[\{"on":\{"element":"z"/,
  ],
  [
    'a fix with other values',
    { invalid: [{ name: 'x', model: web('y'), findings: [{ fix: [mended({ unset: [] })] }] }] },
    /expected the fix/,
  ],
  [
    'a fix that does more',
    { invalid: [{ name: 'x', model: web('y'), findings: [{ fix: [mended({ listener: '' })] }] }] },
    /expected the fix/,
  ],
  ['an invalid case without a finding', { invalid: [{ name: 'x', model: web('y'), findings: [] }] }, /needs a finding/],
  [
    'another fact',
    { cannotTell: [{ name: 'x', model: web(), missing: ['owner'] }] },
    /expected to wait for owner, waits for software/,
  ],
  [
    'a rule that never asked',
    { valid: [{ name: 'x', model: architecture('test'), passes: 1 }] },
    /expected to pass 1 times, passes 0 times/,
  ],
  ['a model with a mistake', { valid: [{ name: 'x', model: {} }] }, /default export/],
])('notices %s', (_, given, message) => {
  expect(direct(given)).toThrow(message);
});

test.each<[string, unknown, RegExp]>([
  ['valid', { invalid: [] }, /'valid' is missing/],
  ['a list', { valid: {}, invalid: [] }, /'valid' has to be a list/],
  ['another sort', { valid: [], invalid: [], unknown: [] }, /there is no 'unknown'/],
  ['findings', { valid: [], invalid: [{ name: 'x', model: {} }] }, /the invalid case 'x' needs 'findings'/],
  ['missing', { valid: [], invalid: [], cannotTell: [{ name: 'x', model: {} }] }, /the case 'x' needs 'missing'/],
  [
    'evidence',
    { valid: [], invalid: [{ name: 'x', model: {}, findings: [{ evidence: { elements: ['app'] } }] }] },
    /'evidence' of a finding of 'x' has to be a list of ids/,
  ],
  [
    'another part of a finding',
    { valid: [], invalid: [{ name: 'x', model: {}, findings: [{ messages: 'a' }] }] },
    /a finding of 'x' has 'messages'/,
  ],
])('refuses a table with a mistake: %s', (_, given, message) => {
  expect(() => testRule(needsSoftware, given as RuleCases, null)).toThrow(message);
});

test('takes the graph’s JSON form too', () => {
  const [document] = collect(web('nginx')).documents;
  expect(direct({ valid: [{ name: 'a document', model: document! }] })).not.toThrow();
});

test('notices two findings that nothing tells apart', () => {
  const twice = defineRule({
    ...needsSoftware,
    id: 'test/twice',
    references: [],
    messages: { x: 'x' },
    check: ({ report }) => {
      report({ message: 'x' });
      report({ message: 'x' });
    },
  });
  expect(() =>
    testRule(twice, { valid: [], invalid: [{ name: 'x', model: web(), findings: [{}, {}] }] }, null),
  ).toThrow(/one fingerprint/);
});
