import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, bareFolder } from './built-command.js';
import { before } from './changing-models.js';

// What needs a process of its own: configurations, which are loaded with the rights of whoever runs the command.

const shop = before.replace('encryptedAtRest: false', 'encryptedAtRest: true');
const worse = before;
const rule = 'data/encryption-at-rest';
const config = (text: string) =>
  `import { writeFileSync } from 'node:fs';\n\nwriteFileSync('ran', '');\nexport default ${text};\n`;
const off = config(`{ rules: { '${rule}': 'off' } }`);

let folder: BareFolder;
beforeAll(() => {
  folder = bareFolder({ 'models/shop.ts': shop, '.gitignore': '.home\nout\n' });
  git('init', '-q', '-b', 'main', '.');
  commit('base');
});
afterEach(() => {
  git('checkout', '-q', '-f', 'main');
  git('clean', '-q', '-f', '-d');
});
afterAll(() => folder.remove());

function git(...args: string[]): string {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'core.autocrlf=false'];
  return execFileSync('git', [...who, ...args], {
    cwd: folder.path,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '-q', '-m', message);
}

const gate = (...args: string[]) => folder.stanchion(['gate', '--base', 'main', '--today', '2026-11-21', ...args]);

test('the configuration of the change is not run, and said', () => {
  folder.write('models/shop.ts', worse);
  folder.write('stanchion.config.mjs', off);
  const { exitCode, stdout } = gate();
  expect(exitCode).toBe(1);
  expect(stdout.replace(/\s+/g, ' ')).toContain('The change edits the configuration; it is judged by that of main');
  expect(stdout).toContain(rule);
  expect(git('status', '--porcelain')).not.toContain('ran');
});

test('with --trust-head it is', () => {
  folder.write('models/shop.ts', worse);
  folder.write('stanchion.config.mjs', off);
  const { exitCode, stdout } = gate('--trust-head');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('--trust-head');
});

test('the limits of the base count, whatever the change makes of them', () => {
  git('checkout', '-q', '-b', 'strict');
  folder.write('stanchion.config.mjs', `export default { gate: { failOn: 'never', rules: { '${rule}': 'low' } } };\n`);
  commit('strict');
  folder.write('stanchion.config.mjs', "export default { gate: { failOn: 'never' } };\n");
  folder.write('models/shop.ts', worse);
  const told = folder.stanchion(['gate', '--base', 'strict', '--today', '2026-11-21', '--json']);
  expect(told.exitCode).toBe(1);
  expect(JSON.parse(told.stdout)).toMatchObject({
    limits: { failOn: 'never', rules: { [rule]: 'low' } },
    refused: [{ new: [{ rule }] }],
  });
  const flags = ['--fail-on', 'never', '--json', '--today', '2026-11-21'];
  const tells = folder.stanchion(['gate', '--base', 'strict', ...flags]);
  expect({ ...tells, stdout: JSON.parse(tells.stdout) }).toMatchObject({
    exitCode: 0,
    stdout: { passes: true, limits: { failOn: 'never', rules: {} } },
  });
});

/** Finds every store, and breaks where there is none. */
const ownRule = (check: string) => `import { defineRule } from 'stanchion/rules';

export default [
  defineRule({
    id: 'own/store',
    severity: 'high',
    summary: 'It is a store.',
    impact: 'Nobody knows.',
    remedy: 'Do without.',
    references: [],
    messages: { store: '{{store}} is a store.' },
    check({ model, report }) {
      ${check}
    },
  }),
];
`;
const ownConfig = `import rules from './rules.ts';

export default { ownRules: rules };
`;
const everyStore = `const stores = model.elements.filter(({ kind }) => kind === 'database');
      if (stores.length === 0) throw new Error('out of ink');
      for (const store of stores) report({ at: store, message: 'store', data: { store } });`;

test('a rule of the base that breaks on the change has nothing fixed, and nothing passes', () => {
  git('checkout', '-q', '-b', 'own');
  folder.write('stanchion.config.ts', ownConfig);
  folder.write('rules.ts', ownRule(everyStore));
  commit('own');
  folder.write('models/shop.ts', shop.replace("database('mysql'", "cache('mysql'"));
  const args = ['gate', '--base', 'own', '--today', '2026-11-21', '--json'];
  const { exitCode, stdout, stderr } = folder.stanchion(args);
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('out of ink') });
  const { passes, refused, change } = JSON.parse(stdout);
  expect(passes).toBe(false);
  expect(refused[0].weakened).toContainEqual(expect.objectContaining({ sort: 'finding' }));
  expect(JSON.stringify(change.changed[0].findings.fixed)).not.toContain('own/store');
  expect(folder.stanchion(args.slice(0, -1)).stdout.replace(/\s+/g, ' ')).toContain(
    'Not fixed: own/store broke, and could not be asked.',
  );
});

test('own rules that the change edits are not run', () => {
  git('checkout', '-q', 'own');
  folder.write('models/shop.ts', `${shop}\nsite.server('other').database('more');\n`);
  folder.write('rules.ts', ownRule("throw new Error('ran');"));
  const { exitCode, stdout, stderr } = folder.stanchion(['gate', '--base', 'own', '--today', '2026-11-21']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  expect(stdout).toContain('own/store');
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'The change edits what the configuration reads, rules.ts; it is judged',
  );
});

test('what the baseline of the change knows is not known', () => {
  folder.write('models/shop.ts', worse);
  folder.stanchion(['audit', '--write-baseline', '--today', '2026-11-21']);
  const { exitCode, stdout } = gate();
  expect(exitCode).toBe(1);
  expect(stdout.replace(/\s+/g, ' ')).toContain('The change edits the baseline; it is judged by that of main');
});

test('several formats in one run, and against a folder', () => {
  git('worktree', 'add', '-q', '--detach', 'old', 'main');
  folder.write('models/shop.ts', worse);
  const args = ['--format', 'github', '--format', 'sarif=out/gate.sarif', '--format', 'junit=out/gate.xml'];
  const ended = folder.stanchion(['gate', '--base', './old', '--today', '2026-11-21', ...args]);
  expect(ended).toMatchObject({ exitCode: 1, stderr: '' });
  expect(ended.stdout).toMatch(
    /^::error title=Architecture gate::The gate refuses this change: 1 new finding \(1 high\)\.\n/,
  );
  const [run] = JSON.parse(readFileSync(join(folder.path, 'out/gate.sarif'), 'utf8')).runs;
  const fresh = run.results.filter(({ baselineState }: { baselineState: string }) => baselineState === 'new');
  expect(fresh.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([rule]);
  expect(readFileSync(join(folder.path, 'out/gate.xml'), 'utf8')).toContain('<testsuite name="architecture gate"');
  git('worktree', 'remove', '--force', 'old');
});

test.each([
  [['gate'], "error: 'stanchion gate' needs to know what was before.\n  Write: stanchion gate --base origin/main\n"],
  [['gate', 'main'], "error: 'stanchion gate' needs to know what was before.\n  Write: stanchion gate --base main\n"],
  [
    ['gate', '--base', 'main', '--base', 'own'],
    "error: A change is held against one base, and two are given: 'main' and 'own'.\n  Give one of them.\n",
  ],
  [
    ['gate', '--base', 'main', '--format', 'markdown=-'],
    "error: '--format markdown=-' names no file.\n  For standard output write: --format markdown\n",
  ],
  [
    ['gate', '--base', 'main', '--format', 'markdown=models/shop.ts'],
    "error: '--format markdown=models/shop.ts' would write over source code.\n  Give it a file with another ending.\n",
  ],
  [
    ['gate', '--base', 'main', '--fail-on-rule', 'data/encryption-at-rst=low'],
    "error: There is no rule 'data/encryption-at-rst'.\n  Did you mean 'data/encryption-at-rest'?\n",
  ],
  [
    ['gate', '--base', 'main', '--fail-on-rule', 'data/encryption-at-rest'],
    "error: '--fail-on-rule data/encryption-at-rest' names no rule with a severity.\n  Write: --fail-on-rule RULE=SEVERITY, one of critical, high, medium, low, never.\n",
  ],
  [
    ['gate', '--base', 'main', '--new-single-points', 'few'],
    "error: '--new-single-points few' is no number.\n  Write a whole number, 0 or more.\n",
  ],
  [
    ['gate', '--base', 'main', '--baseline', 'known.json'],
    /error: There is no baseline 'known.json' in main \([0-9a-f]{7}\)\.\n {2}A baseline that the change brings is not asked\.\n/,
  ],
])('%j is a mistake', (args, message) => {
  const { exitCode, stdout, stderr } = folder.stanchion(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  if (typeof message === 'string') expect(stderr).toBe(message);
  else expect(stderr).toMatch(message);
});
