import { rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, servedFolder } from '../built-command.js';
import { before } from '../changing-models.js';
import { repositoryAt, type TestRepository, temporaryFolder } from '../git/repository.js';

// What a change breaks of what the next one is judged by, and how that is mended.

const config = (line: string) => `export default {\n  ${line}\n};\n`;
const good = {
  'models/shop.ts': before,
  '.gitignore': '.home\n',
  'stanchion.config.ts': config("failOn: 'high',"),
  'stanchion-baseline.json': '{ "format": "stanchion-baseline", "version": 1, "findings": [] }\n',
};

let repository: TestRepository;
let folder: BareFolder;
beforeAll(() => {
  folder = servedFolder();
  repository = repositoryAt(folder.path);
  repository.git('init', '-q', '-b', 'main', '.');
  repository.commit(good, 'base');
  for (const [branch, files] of Object.entries({
    key: { 'stanchion.config.ts': config('wavers: {},') },
    syntax: { 'stanchion.config.ts': 'export default {\n' },
    conflict: { 'stanchion-baseline.json': '<<<<<<< HEAD\n' },
  })) {
    repository.git('checkout', '-q', '-b', branch, 'main');
    repository.commit(files, branch);
  }
  repository.git('checkout', '-q', 'main');
});
afterEach(() => repository.git('checkout', '-q', '-f', 'main'));
afterAll(() => folder.remove());

const gate = (base: string, ...args: readonly string[]) =>
  folder.stanchion(['gate', '--base', base, ...args, '--today', '2026-11-21']);

describe('a mistake in what the base holds is told as one of the base, with the way out', () => {
  test.each([
    ['key', /^In key \([0-9a-f]{7}\):\nstanchion\.config\.ts:2:3[\s\S]*wavers[\s\S]*--trust-head.*--no-config/],
    ['syntax', /^In syntax \([0-9a-f]{7}\):\nstanchion\.config\.ts:[\s\S]*--trust-head.*--no-config/],
    [
      'conflict',
      /^error: In conflict \([0-9a-f]{7}\): The baseline 'stanchion-baseline.json' cannot be used: it is not JSON\.\n {2}A change that mends the baseline.*--trust-head.*--no-baseline\.\n$/,
    ],
  ])('%s', (base, message) => {
    const { exitCode, stdout, stderr } = gate(base);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(gate(base, '--trust-head').exitCode).toBe(0);
  });
});

describe('what a change puts in the place of its configuration is no way to read', () => {
  test.each([
    ['a file outside', ['stanchion.config.ts', 'stanchion-baseline.json'], 0],
    ['a module of a gigabyte', ['stanchion.config.ts'], 2],
    ['a module nested without end', ['stanchion.config.ts'], 2],
  ] as const)('%s', (what, files, exitCode) => {
    const secret = join(temporaryFolder(), 'secret.env');
    writeFileSync(secret, 'KEY = c4n4ry of gold {{\n');
    for (const file of files) {
      const path = join(folder.path, file);
      rmSync(path);
      if (what === 'a file outside') symlinkSync(secret, path);
      else writeFileSync(path, what === 'a module nested without end' ? `export default ${'['.repeat(1_000_000)}` : '');
      if (what === 'a module of a gigabyte') truncateSync(path, 1_000_000_000);
    }
    const ended = gate('main');
    expect(ended.exitCode).toBe(exitCode);
    expect(ended.stdout).toContain('The change edits the configuration');
    expect(`${ended.stdout}${ended.stderr}`).not.toMatch(/c4n4ry|crashed/);
    if (exitCode === 2) expect(ended.stderr).toMatch(/a module may have 8000000|nested too deeply/);
  });
});

describe('a change that breaks what the next one is judged by does not pass', () => {
  test.each([
    ['syntax', 'stanchion.config.ts', /Syntax error/],
    ['conflict', 'stanchion-baseline.json', /it is not JSON/],
  ])('%s', (branch, file, message) => {
    repository.git('checkout', '-q', branch);
    const { exitCode, stdout, stderr } = gate('main', '--json');
    const { passes, problems } = JSON.parse(stdout);
    expect({ exitCode, passes, problems }).toMatchObject({ exitCode: 2, passes: false, problems: [{ file }] });
    expect(problems).toHaveLength(1);
    expect(stderr).toMatch(message);
  });

  test('it is not run for that', () => {
    repository.write({ 'stanchion.config.ts': "throw new Error('ran');\n" });
    const { exitCode, stdout, stderr } = gate('main');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('The change edits the configuration');
  });
});
