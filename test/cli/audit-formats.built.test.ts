import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, servedFolder } from './built-command.js';
import { fragile, thrower } from './models.js';

let folder: BareFolder;
beforeAll(() => {
  folder = servedFolder({ 'shop.arch.ts': fragile, 'thrower.ts': thrower });
});
afterAll(() => folder.remove());

const written = (file: string) => readFileSync(join(folder.path, file), 'utf8');
const audit = (...args: string[]) => folder.stanchion(['audit', ...args, '--today', '2026-01-31']);

/** How each of them begins to tell of the shop, and of a model that throws. */
const beginnings: Readonly<Record<string, readonly [shop: RegExp, torn: RegExp]>> = {
  sarif: [/"ruleId": "availability\/spof-node"/, /"executionSuccessful": false/],
  junit: [/<testsuite name="Fragile shop"/, /<error type="not audited" message="[^"]*out of paper/],
  github: [
    /^::error file=shop\.arch\.ts,line=\d+,col=\d+,title=C1 /,
    /^::error file=thrower\.ts,line=3,.*out of paper/,
  ],
  gitlab: [/"path": "shop\.arch\.ts"/, /"description": "Not audited: .*out of paper/],
  markdown: [
    /^### ❌ Stanchion: \d+ findings at or above high\n/,
    /^### ⚠️ Stanchion: not everything could be audited\n/,
  ],
};
const formats = Object.keys(beginnings);

test('all at once, each in its file, beside the terminal', () => {
  const asked = formats.flatMap((format) => ['--format', `${format}=all/of/them/${format}`]);
  const { exitCode, stdout, stderr } = audit('shop.arch.ts', '--format', 'terminal', ...asked);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  expect(stdout).toContain('Fragile shop');
  for (const format of formats) expect(written(`all/of/them/${format}`)).toMatch(beginnings[format]?.[0] ?? /^$/);
});

test.each(formats)('%s: the same on standard output, also out of the cache and with colour', (format) => {
  const first = audit('shop.arch.ts', '--format', format);
  expect(first.exitCode).toBe(1);
  expect(first.stdout).toMatch(beginnings[format]?.[0] ?? /^$/);
  expect(audit('shop.arch.ts', '--format', format)).toEqual(first);
  const coloured = folder.stanchion(
    ['audit', 'shop.arch.ts', '--format', format, '--today', '2026-01-31', '--no-cache'],
    {
      env: { FORCE_COLOR: '1', TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
    },
  );
  expect(coloured).toEqual(first);
});

test.each(formats)('%s: a model that does not load is told, and the exit code is 2', (format) => {
  const { exitCode, stdout, stderr } = audit('thrower.ts', '--format', format);
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(beginnings[format]?.[1] ?? /^$/);
  expect(stderr).toContain('out of paper');
});

test('what is in the baseline and what fails are as the configuration has them', () => {
  const strict = servedFolder({
    'shop.arch.ts': fragile,
    'stanchion.config.ts':
      "import { defineConfig } from 'stanchion/config';\n\nexport default defineConfig({ failOn: 'low' });\n",
  });
  try {
    const first = strict.stanchion(['audit', 'shop.arch.ts', '--format', 'markdown']);
    expect(first.stdout).toMatch(/^### ❌ Stanchion: \d+ findings at or above low\n/);
    strict.stanchion(['audit', 'shop.arch.ts', '--write-baseline']);
    const known = strict.stanchion(['audit', 'shop.arch.ts', '--format', 'sarif']);
    const { results } = JSON.parse(known.stdout).runs[0];
    expect(results.length).toBeGreaterThan(1);
    for (const { suppressions } of results) expect(suppressions).toMatchObject([{ kind: 'external' }]);
  } finally {
    strict.remove();
  }
});

describe('--rule-pages', () => {
  const helpUri = (...args: string[]) =>
    JSON.parse(audit('shop.arch.ts', '--format', 'sarif', ...args).stdout).runs[0].tool.driver.rules[0].helpUri;

  test('links to the pages, and nothing does without it', () => {
    const page = 'https://example.org/rules/availability/spof-load-balancer.md';
    expect(helpUri('--rule-pages', 'https://example.org/rules')).toBe(page);
    expect(helpUri('--rule-pages', 'https://example.org/rules/')).toBe(page);
    expect(helpUri()).toBeUndefined();
  });

  test.each([
    'rules',
    'http://example.org/rules',
    'javascript:alert(1)',
    'https://me@example.org/',
    'https://example.org/?a',
  ])('refuses %s', (address) => {
    const { exitCode, stdout, stderr } = audit('shop.arch.ts', '--rule-pages', address);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`'${address}' is no address of a folder of pages.\n  Write: --rule-pages https://`);
  });
});

describe('misuse', () => {
  test.each([
    [['--format', 'saref'], "error: 'saref' is no value of '--format'.\n  Did you mean 'sarif'?\n"],
    [
      ['--format', 'github', '--format', 'sarif'],
      'error: github and sarif would both go to standard output.\n  Send one of them to a file: --format sarif=FILE\n',
    ],
    [
      ['--format', 'json=out/a', '--format', 'sarif=out/a'],
      "error: Two formats would both go to 'out/a'.\n  Give each a file of its own.\n",
    ],
    [
      ['--format', 'sarif', '--framework', 'cwe'],
      'error: The controls of a framework are not told as sarif.\n  Formats that tell them: terminal, json.\n',
    ],
  ])('%j', (args, stderr) => {
    expect(audit('shop.arch.ts', ...args)).toEqual({ exitCode: 2, stdout: '', stderr });
    expect(existsSync(join(folder.path, 'out'))).toBe(false);
  });
});

test('the help tells them', () => {
  const { stdout } = folder.stanchion(['audit', '--help']);
  for (const format of formats) expect(stdout).toContain(format);
  expect(stdout).toContain('stanchion audit --format markdown');
});

test('a rule that breaks is told, and what the others found is there', () => {
  const broken = servedFolder({
    'shop.arch.ts': fragile,
    'rules.ts': `import { defineRule } from 'stanchion/rules';

export default [
  defineRule({
    id: 'own/breaks',
    severity: 'high',
    summary: 'It breaks.',
    impact: 'Nobody knows.',
    remedy: 'Mend it.',
    references: [],
    messages: { none: 'Nothing.' },
    check() {
      throw new Error('out of ink');
    },
  }),
];
`,
    'stanchion.config.ts': `import { defineConfig } from 'stanchion/config';
import rules from './rules.ts';

export default defineConfig({ ownRules: rules });
`,
  });
  try {
    const { exitCode, stdout, stderr } = broken.stanchion(['audit', 'shop.arch.ts', '--format', 'sarif']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('out of ink') });
    const [run] = JSON.parse(stdout).runs;
    expect(run.results.length).toBeGreaterThan(1);
    expect(run.invocations[0].toolExecutionNotifications[0]).toMatchObject({
      level: 'error',
      message: { text: "The rule 'own/breaks' broke; standard error says where. All others were asked." },
    });
  } finally {
    broken.remove();
  }
});
