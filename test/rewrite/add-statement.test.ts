import type { FindingEdit } from '../../src/audit/edit.js';
import { applyEdits, rewriteText, wrap } from './apply-edits.js';

const accept = (element: string): FindingEdit => ({
  on: { element },
  call: 'accepts',
  args: [{ rule: 'a/b', because: 'x' }],
});
const said = (name: string): string => `${name}.accepts({ rule: 'a/b', because: 'x' });`;

describe('a statement stands behind what made the element', () => {
  test.each<[string, string, FindingEdit, string]>([
    [
      'a const',
      `const a = site.server('a');\nsite.server('b');`,
      accept('a'),
      `const a = site.server('a');\n${said('a')}\nsite.server('b');`,
    ],
    [
      'a const with a comment',
      `const a = site.server('a'); // ours\n\nsite.server('b');`,
      accept('a'),
      `const a = site.server('a'); // ours\n${said('a')}\n\nsite.server('b');`,
    ],
    [
      'an exported const over several lines',
      `export const a = site.server('a', {\n  cpus: 2,\n});`,
      accept('a'),
      `export const a = site.server('a', {\n  cpus: 2,\n});\n${said('a')}`,
    ],
    [
      'nobody holds it',
      `site.server('front desk');`,
      accept('front desk'),
      `const frontDesk = site.server('front desk');\n${said('frontDesk')}`,
    ],
    [
      'names of any script',
      `site.server('балансер 1');`,
      accept('балансер 1'),
      `const балансер1 = site.server('балансер 1');\n${said('балансер1')}`,
    ],
    [
      'a name that is taken',
      `const web = 1;\nsite.server('WEB', { cpus: web });`,
      accept('WEB'),
      `const web = 1;\nconst web2 = site.server('WEB', { cpus: web });\n${said('web2')}`,
    ],
    [
      'a word of the language',
      `site.server('new');`,
      accept('new'),
      `const new2 = site.server('new');\n${said('new2')}`,
    ],
    ['a name of no letters', `site.server('1');`, accept('1'), `const server = site.server('1');\n${said('server')}`],
    [
      'in a chain',
      `const w = site.server('a').webServer('w');`,
      accept('a'),
      `const a = site.server('a');\n${said('a')}\nconst w = a.webServer('w');`.replace(`\n${said('a')}`, '') +
        `\n${said('a')}`,
    ],
    [
      'the end of a chain',
      `const w = site.server('a').webServer('w');`,
      accept('a/w'),
      `const w = site.server('a').webServer('w');\n${said('w')}`,
    ],
    [
      'as an argument',
      `site.user('v').visits(site.webServer('w'));`,
      accept('w'),
      `const w = site.webServer('w');\nsite.user('v').visits(w);\n${said('w')}`,
    ],
    [
      'servers alike',
      `site.servers(2, 'a', (node) => {\n  node.webServer('w');\n});`,
      accept('a-1'),
      `site.servers(2, 'a', (node) => {\n  ${said('node')}\n  node.webServer('w');\n});`,
    ],
    [
      'in servers alike',
      `site.servers(2, 'a', (node) => {\n  node.webServer('w');\n});`,
      accept('a-1/w'),
      `site.servers(2, 'a', (node) => {\n  const w = node.webServer('w');\n  ${said('w')}\n});`,
    ],
    [
      'given back by a function',
      `site.servers(2, 'a', (node) => ({ w: node.webServer('w') }));`,
      accept('a-1/w'),
      `site.servers(2, 'a', (node) => {\n  const w = node.webServer('w');\n  ${said('w')}\n  return ({ w: w });\n});`,
    ],
    [
      'servers alike in an expression',
      `site.servers(2, 'a', (node) => node.webServer('w'));`,
      accept('a-1'),
      `site.servers(2, 'a', (node) => {\n  ${said('node')}\n  return node.webServer('w');\n});`,
    ],
    [
      'an arrow',
      `['a', 'b'].map((name) => site.server(name));`,
      accept('a'),
      `['a', 'b'].map((name) => {\n  const a = site.server(name);\n  ${said('a')}\n  return a;\n});`,
    ],
    [
      'a loop without braces',
      `for (const name of ['a', 'b'])\n  site.server(name);`,
      accept('a'),
      `for (const name of ['a', 'b']) {\n  const a = site.server(name);\n  ${said('a')}\n}`,
    ],
    [
      'a helper',
      `function make(name: string) {\n  return site.server(name);\n}\nmake('a');`,
      accept('a'),
      `function make(name: string) {\n  const a = site.server(name);\n  return a;\n  ${said('a')}\n}\nmake('a');`.replace(
        `  return a;\n  ${said('a')}`,
        `  ${said('a')}\n  return a;`,
      ),
    ],
    [
      'a field',
      `class Tier {\n  readonly server;\n  constructor() {\n    this.server = site.server('a');\n  }\n}\nvoid new Tier();`,
      accept('a'),
      `class Tier {\n  readonly server;\n  constructor() {\n    this.server = site.server('a');\n    ${said('this.server')}\n  }\n}\nvoid new Tier();`,
    ],
    [
      'two on one line',
      `const a = site.server('a'); site.server('b');`,
      accept('a'),
      `const a = site.server('a'); ${said('a')} site.server('b');`,
    ],
    [
      'the site',
      `site.server('b');`,
      { on: { model: true }, call: 'accepts', args: [{ rule: 'a/b', because: 'x' }] },
      `${said('site')}\nsite.server('b');`,
    ],
    [
      'another element further down',
      `const a = site.appServer('a');\n\nconst m = site.monitoringService('m');`,
      { on: { element: 'a' }, call: 'reports', args: [{ $element: 'm' }] },
      `const a = site.appServer('a');\n\nconst m = site.monitoringService('m');\na.reports(m);`,
    ],
    [
      'another element that nobody holds',
      `const a = site.appServer('a');\nsite.monitoringService('m');`,
      { on: { element: 'a' }, call: 'reports', args: [{ $element: 'm' }, { description: 'x' }] },
      `const a = site.appServer('a');\nconst m = site.monitoringService('m');\na.reports(m, { description: 'x' });`,
    ],
    [
      'another element outside',
      `const m = site.monitoringService('m');\nsite.servers(2, 's', (server) => {\n  const a = server.appServer('a');\n  a.calls(site.externalService('e'));\n});`
        .replace("site.externalService('e')", 'e')
        .replace('const m', "const e = site.externalService('e');\nconst m"),
      { on: { element: 's-1/a' }, call: 'reports', args: [{ $element: 'm' }] },
      `const e = site.externalService('e');\nconst m = site.monitoringService('m');\nsite.servers(2, 's', (server) => {\n  const a = server.appServer('a');\n  a.reports(m);\n  a.calls(e);\n});`,
    ],
  ])('%s', async (_, before, edit, expected) => {
    const { text, outcomes } = await applyEdits(wrap(before), [edit]);
    expect(text).toBe(wrap(expected));
    expect(outcomes[0]?.outcome).toBe('written');
  });
});

test('two elements of one name get variables of two names', async () => {
  const { text, outcomes } = await applyEdits(
    wrap(`site.server('a').webServer('web');\nsite.server('b').webServer('web');`),
    [accept('a/web'), accept('b/web')],
  );
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
  expect(text.match(/const web\w* =/g)).toEqual(['const web =', 'const web2 =']);
});

test('the same again changes nothing', async () => {
  const first = await applyEdits(wrap(`const a = site.server('a');`), [accept('a')]);
  expect(rewriteText(first.text, first.after, [accept('a')])).toMatchObject({
    text: first.text,
    outcomes: [{ outcome: 'already so' }],
  });
});

test.each([
  ['somebody holds it', `const f = site.firewall('f');\nconst a = site.appServer('a');`],
  ['nobody holds it', `site.firewall('f');\nconst a = site.appServer('a');`],
  ['in an arrow', `const a = site.appServer('a');\n['f'].map((name) => site.firewall(name));`],
  ['in a loop without braces', `const a = site.appServer('a');\nfor (const name of ['f']) site.firewall(name);`],
  ['it is the server of an arrow', `const a = site.appServer('a');\nsite.servers(1, 's', (s) => s.firewall('f'));`],
  ['it guards servers alike', `const a = site.appServer('a');\nsite.servers(1, 's', (s) => {\n  s.firewall('f');\n});`],
])('several statements stand in the order of the edits: %s', async (_, before) => {
  const allow = (cidr: string): FindingEdit => ({
    on: { element: before.includes('servers') ? 's-1/f' : 'f' },
    call: 'allows',
    args: [cidr, { $element: 'a' }],
  });
  const { text } = await applyEdits(wrap(before), ['10.0.0.1', '10.0.0.2', '10.0.0.3'].map(allow));
  expect(text.match(/10\.0\.0\.\d/g)).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3']);
});

test('of elements made by one call there is one statement, which touches all', async () => {
  const { text, outcomes } = await applyEdits(wrap(`for (const name of ['a', 'b']) {\n  site.server(name);\n}`), [
    accept('a'),
    accept('b'),
  ]);
  expect(text).toBe(wrap(`for (const name of ['a', 'b']) {\n  const a = site.server(name);\n  ${said('a')}\n}`));
  expect(outcomes).toMatchObject([
    { outcome: 'written', touches: { names: ['a', 'b'] } },
    { outcome: 'written', touches: { names: ['a', 'b'] } },
  ]);
});

test('names and reasons of others are text and nothing else', async () => {
  const because = `'); process.exit(); // \u202e */ \u2028 \\ "`;
  const { text, after } = await applyEdits(wrap(`const a = site.server('a');`), [
    { on: { element: 'a' }, call: 'accepts', args: [{ rule: 'a/b', because }] },
  ]);
  expect(after.waivers).toMatchObject([{ element: 'a', because }]);
  expect(text).not.toMatch(/[\u202e\u2028]/);
});

test('carriage returns, a byte-order mark and tabs stay', async () => {
  const source = (body: string) => `\uFEFF${wrap(body).replaceAll('\n', '\r\n')}`;
  const before = source(`site.servers(1, 'a', (node) => {\n\tconst w = node.webServer('w');\n});`);
  const edits: FindingEdit[] = [
    accept('a-1/w'),
    { on: { element: 'a-1/w' }, set: { description: 'a long text '.repeat(9), owner: 'the platform team' } },
  ];
  const { text } = await applyEdits(before, edits);
  expect(text).toBe(
    source(
      `site.servers(1, 'a', (node) => {\n\tconst w = node.webServer('w', {\n\t\tdescription: '${'a long text '.repeat(9)}',\n\t\towner: 'the platform team',\n\t});\n\t${said('w')}\n});`,
    ),
  );
});

test.each<[string, string, FindingEdit, RegExp]>([
  ['the head of a loop', `for (let a = site.server('a'); a.name === 'b'; );`, accept('a'), /head of a loop/],
  [
    'a condition',
    `const a = [].length === 0 ? site.server('a') : undefined;`,
    accept('a'),
    /head of a loop or a condition/,
  ],
  ['servers without a parameter', `site.servers(1, 'a', () => {});`, accept('a-1'), /does not name the server/],
  [
    'places that do not meet',
    `site.servers(1, 'x', (s) => { const a = s.appServer('a'); return a; });\nsite.servers(1, 'y', (s) => { const m = s.monitoringService('m'); return m; });`,
    { on: { element: 'x-1/a' }, call: 'reports', args: [{ $element: 'y-1/m' }] },
    /nowhere known together/,
  ],
  [
    'further down outside',
    `site.servers(1, 'x', (s) => { const a = s.appServer('a'); return a; });\nconst m = site.monitoringService('m');`,
    { on: { element: 'x-1/a' }, call: 'reports', args: [{ $element: 'm' }] },
    /further down/,
  ],
])('it is refused in %s', async (_, before, edit, reason) => {
  const { text, outcomes } = await applyEdits(wrap(before), [edit]);
  expect(text).toBe(wrap(before));
  expect(outcomes).toMatchObject([
    { outcome: 'refused', reason: expect.stringMatching(reason), at: { file: 'model.ts' } },
  ]);
});
