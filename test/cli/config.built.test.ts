import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, readPage } from '../docs/read-page.js';
import { type BareFolder, bareFolder, type Ended } from './built-command.js';
import { fragile } from './models.js';

const ownRule = `import { defineRule } from 'stanchion/rules';

interface Unused {
  readonly text: string;
}

export const noMysql = defineRule({
  id: 'acme/no-mysql',
  severity: 'medium',
  summary: 'MySQL is used.',
  impact: 'Nobody here knows it.',
  remedy: 'Take PostgreSQL.',
  references: [],
  options: { engines: ['mysql'] as readonly string[] },
  messages: { here: '{{element}} is MySQL.' },
  check({ model, options, report, pass, unknown }) {
    for (const element of model.byKind.database) {
      const { engine } = element.facts;
      if (engine === undefined) unknown(element, 'engine');
      else if (options.engines.includes(engine)) report({ at: element, message: 'here', data: { element } });
      else pass(element);
    }
  },
});
`;

const withOwnRule = `import { defineConfig } from 'stanchion/config';
import { noMysql } from './rules/no-mysql.js';

export default defineConfig({ ownRules: [noMysql] });
`;

const config = (text: string) =>
  `import { defineConfig } from 'stanchion/config';\nexport default defineConfig(${text});\n`;

let folder: BareFolder;
beforeEach(() => {
  folder = bareFolder({ 'models/shop.ts': fragile, 'rules/no-mysql.ts': ownRule });
});
afterEach(() => folder.remove());

interface Told {
  readonly audits: readonly { readonly findings: readonly { readonly rule: string; readonly severity: string }[] }[];
}

const audit = (...args: string[]) => folder.stanchion(['audit', '--today', '2026-11-21', ...args]);
function rulesOf({ stdout }: Ended): Readonly<Record<string, string>> {
  const { audits } = JSON.parse(stdout) as Told;
  return Object.fromEntries(audits.flatMap(({ findings }) => findings.map(({ rule, severity }) => [rule, severity])));
}
const found = (...args: string[]) => rulesOf(audit('--json', ...args));

test('severities, off, options, scopes and the threshold', () => {
  folder.write(
    'stanchion.config.ts',
    config(`{
      rules: { 'transport/plaintext-external': 'low', 'hygiene/missing-owner': 'off' },
      scopes: [{ kinds: ['server'], rules: { 'deployment/colocated-roles': { severity: 'low' } } }],
      failOn: 'critical',
    }`),
  );
  const before = found('--no-config');
  expect(before).toMatchObject({ 'transport/plaintext-external': 'critical', 'hygiene/missing-owner': 'low' });
  const after = found();
  expect(after).toMatchObject({ 'transport/plaintext-external': 'low', 'deployment/colocated-roles': 'low' });
  expect(after).not.toHaveProperty('hygiene/missing-owner');
  expect(audit().exitCode).toBe(0);
  expect(audit('--fail-on', 'high').exitCode).toBe(1);
});

test('the example of the page holds', () => {
  const [example = ''] = blocksOf(readPage('docs/configuration.md'), 'ts');
  folder.write('stanchion.config.ts', example);
  expect(audit()).toMatchObject({ exitCode: 1, stderr: '' });
});

test('models and preset; what is named on the command line goes first', () => {
  folder.write('elsewhere/shop.ts', fragile.replace('Fragile', 'Other'));
  folder.write('stanchion.config.ts', config(`{ models: ['elsewhere'], preset: 'security' }`));
  expect(audit().stdout).toContain('Other shop');
  expect(audit().stdout).not.toContain('Fragile shop');
  expect(found()).not.toHaveProperty('availability/spof-node');
  expect(found('--preset', 'all')).toHaveProperty('availability/spof-node');
  expect(audit('models').stdout).toContain('Fragile shop');
});

test('own rules are asked, listed and explained', () => {
  folder.write('stanchion.config.ts', withOwnRule);
  expect(found()).toMatchObject({ 'acme/no-mysql': 'medium' });
  expect(folder.stanchion(['rules']).stdout).toMatch(/^medium {4}acme\/no-mysql +MySQL is used\.$/m);
  expect(folder.stanchion(['rules', 'acme/no-mysql']).stdout).toContain('Take PostgreSQL.');
  expect(folder.stanchion(['explain', 'acme/no-mysql']).stdout).toContain('Nobody here knows it.');
  expect(folder.stanchion(['rules', 'acme/no-msql']).stderr).toContain("Did you mean 'acme/no-mysql'?");
  expect(folder.stanchion(['rules', '--no-config']).stdout).not.toContain('acme/');
});

test('an own rule that comes from a package, as JavaScript', () => {
  folder.write('node_modules/acme-rules/package.json', '{"name":"acme-rules","type":"module","exports":"./index.js"}');
  const plain = ownRule.replace(/interface Unused \{[^}]*\}/, '').replace(' as readonly string[]', '');
  folder.write('node_modules/acme-rules/index.js', plain);
  folder.write('stanchion.config.ts', withOwnRule.replace('./rules/no-mysql.js', 'acme-rules'));
  expect(found()).toMatchObject({ 'acme/no-mysql': 'medium' });
  // Its content counts for what is remembered.
  folder.write('node_modules/acme-rules/index.js', plain.replace("severity: 'medium'", "severity: 'low'"));
  expect(found()).toMatchObject({ 'acme/no-mysql': 'low' });
});

test('a configuration or a file of it that changes gives another answer', () => {
  folder.write('stanchion.config.ts', withOwnRule);
  expect(found()).toMatchObject({ 'acme/no-mysql': 'medium' });
  expect(audit()).toEqual(audit());
  folder.write('rules/no-mysql.ts', ownRule.replace("severity: 'medium'", "severity: 'low'"));
  expect(found()).toMatchObject({ 'acme/no-mysql': 'low' });
  folder.write('stanchion.config.ts', config(`{ preset: 'security' }`));
  expect(found()).not.toHaveProperty('acme/no-mysql');
});

test('it is found above, within the repository, and never beside a model', () => {
  folder.write('stanchion.config.ts', config(`{ rules: { 'hygiene/missing-owner': 'critical' } }`));
  folder.write('team/models/shop.ts', fragile);
  const cwd = join(folder.path, 'team');
  const below = () => rulesOf(folder.stanchion(['audit', '--json'], { cwd }))['hygiene/missing-owner'];
  expect(below()).toBe('low');
  folder.write('.git/HEAD', 'ref: refs/heads/main\n');
  expect(below()).toBe('critical');
  folder.write('foreign/stanchion.config.ts', 'throw new Error("never run");\n');
  folder.write('foreign/shop.ts', fragile);
  expect(audit('foreign/shop.ts').stderr).toBe('');
  expect(audit('--config', 'foreign/stanchion.config.ts').stderr).toContain('never run');
});

test('scopes of files go by the folder of the configuration', () => {
  folder.write('.git/HEAD', 'ref: refs/heads/main\n');
  folder.write('team/models/shop.ts', fragile);
  const scope = `{ scopes: [{ files: ['team/models/*.ts'], rules: { 'hygiene/missing-owner': 'critical' } }] }`;
  folder.write('stanchion.config.ts', config(scope));
  const cwd = join(folder.path, 'team');
  expect(rulesOf(folder.stanchion(['audit', '--json'], { cwd }))).toMatchObject({
    'hygiene/missing-owner': 'critical',
  });
  expect(found()).toMatchObject({ 'hygiene/missing-owner': 'low' });
});

test('all that is wrong is told at once, with its place and the nearest name', () => {
  folder.write(
    'stanchion.config.ts',
    config(`{
  preste: 'all',
  preset: 'recomended',
  rules: { 'transport/cert-expiri': 'low', 'transport/cert-expiry': { options: { dais: 3 } }, 'hygiene/waiver': 'lwo' },
}`).replaceAll('\n', '\r\n'),
  );
  const { exitCode, stdout, stderr } = audit();
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  for (const line of [
    'stanchion.config.ts:3:3',
    "Did you mean 'preset'?",
    "There is no preset 'recomended'.",
    "Did you mean 'transport/cert-expiry'?",
    "There is no option of transport/cert-expiry 'dais'.",
    "Did you mean 'low'?",
  ])
    expect(stderr).toContain(line);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test.each([
  ["export default { preset: 'all' rules: {} };", /^stanchion\.config\.ts:1:\d+\nerror: Syntax error/],
  [
    'type A = string;\nconst a: A = "x";\nthrow new Error("out of " + a);',
    /^stanchion\.config\.ts:3:7\nerror: .* out of x/,
  ],
  ['export const preset = 1;', /has no default export/],
  ["import a from './nowhere.js';\nexport default a;", /^stanchion\.config\.ts:1:15\nerror: There is no file/],
  ["import a from './throws.cjs';\nexport default a;", /^throws\.cjs:1:7\nerror: .* too early/],
  ['export default {\n  rules: {}\n  scopes: [],\n};', /^stanchion\.config\.ts:3:3\n.*opened on line 1/s],
  ["import a from 'not-installed';\nexport default a;", /^stanchion\.config\.ts:1:15\nerror: The package/],
  ["import { a } from './rules/no-mysql.js';\nexport default a;", /stanchion\.config\.ts:1:\d+\nerror: .*'a'/s],
  ['export default { ownRules: [{ id: "a/b" }] };', /Own rule 1 is none/],
])('%s', (text, told) => {
  folder.write('throws.cjs', "throw new Error('too early');");
  folder.write('stanchion.config.ts', text);
  const { exitCode, stderr } = audit();
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(told);
  expect(stderr.match(/^error:/gm)).toHaveLength(1);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('own rules may be JavaScript with imports, whatever package.json says', () => {
  folder.write('package.json', '{ "type": "commonjs" }');
  folder.write('rules/tags.cjs', "exports.text = `\nimport nothing from 'nowhere';`;");
  folder.write(
    'rules/own.js',
    `import { defineRule } from 'stanchion/rules';
import { text } from './tags.cjs';
export default defineRule({
  id: 'acme/always', severity: 'low', summary: text, impact: 'i', remedy: 'r', references: [], messages: { here: 'Here.' },
  check: ({ report }) => report({ message: 'here' }),
});
`,
  );
  folder.write('stanchion.config.js', "import own from './rules/own.js';\nexport default { ownRules: [own] };\n");
  expect(found()).toMatchObject({ 'acme/always': 'low' });
  folder.write('rules/own.js', "import nothing from './tags.cjs';\nexport default [nothing;\n");
  const { exitCode, stderr } = audit();
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: expect.stringMatching(/^rules\/own\.js:2:24\nerror: Syntax/),
  });
});

test('an own rule that breaks is told as its own, and keeps no other from being heard', () => {
  const broken = ownRule.replace('for (const element', 'model.name.nothing.at(0);\n    for (const element');
  folder.write('rules/no-mysql.ts', broken);
  folder.write('stanchion.config.ts', withOwnRule);
  const { exitCode, stdout, stderr } = audit();
  expect(exitCode).toBe(2);
  expect(stderr).toContain("The own rule 'acme/no-mysql' broke on 'Fragile shop': TypeError");
  expect(stderr).toMatch(/It was thrown in rules\/no-mysql\.ts:17:\d+\./);
  expect(stderr).not.toContain('defect of stanchion');
  expect(stdout).toContain('transport/plaintext-external');
});

test('two configurations in one folder, and one that is not there', () => {
  writeFileSync(join(folder.path, 'stanchion.config.ts'), config('{}'));
  writeFileSync(join(folder.path, 'stanchion.config.mjs'), config('{}'));
  expect(audit()).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('two configurations') });
  expect(audit('--config', 'stanchion.config.mjs').exitCode).toBe(1);
  expect(audit('--config', 'nowhere.ts')).toMatchObject({ exitCode: 2 });
  expect(audit('--config', 'nowhere.ts', '--no-config').stderr).toContain('exclude each other');
  expect(audit('--preset', 'recomended').stderr).toContain("Did you mean 'recommended'?");
});
