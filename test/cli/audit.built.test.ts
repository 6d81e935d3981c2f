import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, command, plainEnvironment, servedFolder } from './built-command.js';
import { empty, fragile, mistyped, thrower } from './models.js';

let folder: BareFolder;
beforeAll(() => {
  folder = servedFolder({
    'shop.arch.ts': fragile,
    'empty.arch.ts': empty,
    'broken/mistyped.ts': mistyped,
    'broken/thrower.ts': thrower,
    'models/shop.ts': fragile,
  });
});
afterAll(() => folder.remove());

describe('exit codes', () => {
  test('0: clean', () => {
    const { exitCode, stderr } = folder.stanchion(['audit', 'empty.arch.ts']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  test('1: a finding at or above the threshold, high where none is named', () => {
    const { exitCode, stdout, stderr } = folder.stanchion(['audit', 'shop.arch.ts']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toContain('Fragile shop');
  });

  test('0: findings, and none at the threshold', () => {
    expect(folder.stanchion(['audit', 'shop.arch.ts', '--fail-on', 'never']).exitCode).toBe(0);
    expect(folder.stanchion(['audit', 'shop.arch.ts', '--fail-on', 'low']).exitCode).toBe(1);
  });

  test('2 wins: one broken model, and the other is still audited', () => {
    const { exitCode, stdout, stderr } = folder.stanchion(['audit', 'broken/thrower.ts', 'shop.arch.ts']);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('Fragile shop');
    expect(stderr).toMatch(/^broken\/thrower\.ts:3:\d+\nerror: .*out of paper/);
  });

  test('2: a type error is told with its place', () => {
    const { exitCode, stderr } = folder.stanchion(['audit', 'broken/mistyped.ts']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^broken\/mistyped\.ts:4:\d+\nerror: /);
  });

  test('2: a file that does not exist, and a flag that does not exist', () => {
    expect(folder.stanchion(['audit', 'nowhere.ts'])).toMatchObject({ exitCode: 2, stdout: '' });
    expect(folder.stanchion(['audit', '--jsn'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: "error: 'stanchion audit' has no flag '--jsn'.\n  Did you mean '--json'?\n",
    });
  });
});

test('no FILES: the folder models', () => {
  expect(folder.stanchion(['audit']).stdout).toContain('Fragile shop');
  const elsewhere = servedFolder();
  const { exitCode, stderr } = elsewhere.stanchion(['audit']);
  elsewhere.remove();
  expect(exitCode).toBe(2);
  expect(stderr).toContain('models');
});

describe('formats', () => {
  test('--json is --format json', () => {
    const asked = folder.stanchion(['audit', 'shop.arch.ts', '--json', '--today', '2026-01-31']);
    expect(folder.stanchion(['audit', 'shop.arch.ts', '--format', 'json', '--today', '2026-01-31'])).toEqual(asked);
    expect(JSON.parse(asked.stdout)).toEqual(expect.objectContaining({ version: 1 }));
  });

  test('several at once, one of them to a file, made with its folder', () => {
    const format = ['--format', 'terminal', '--format', 'json=out/audit.json'];
    const { stdout } = folder.stanchion(['audit', 'shop.arch.ts', ...format]);
    expect(stdout).toContain('Fragile shop');
    expect(stdout).not.toContain('"version"');
    expect(JSON.parse(readFileSync(join(folder.path, 'out/audit.json'), 'utf8'))).toEqual(
      expect.objectContaining({ version: 1 }),
    );
    expect(readdirSync(join(folder.path, 'out'))).toEqual(['audit.json']);
  });

  test('two of them to standard output are refused', () => {
    const { exitCode, stderr } = folder.stanchion(['audit', 'shop.arch.ts', '--format', 'terminal', '--json']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('standard output');
  });

  test('JSON stays JSON where a model is broken', () => {
    const { exitCode, stdout } = folder.stanchion(['audit', 'broken/thrower.ts', '--json']);
    expect(exitCode).toBe(2);
    expect(() => JSON.parse(stdout)).not.toThrow();
  });
});

describe('colour', () => {
  const colourStart = '\u001b[';

  test('none in a pipe, some where it is forced, none where it is refused', () => {
    expect(folder.stanchion(['audit', 'shop.arch.ts']).stdout).not.toContain(colourStart);
    expect(folder.stanchion(['audit', 'shop.arch.ts'], { env: { FORCE_COLOR: '1' } }).stdout).toContain(colourStart);
    expect(folder.stanchion(['audit', 'shop.arch.ts'], { env: { NO_COLOR: '1' } }).stdout).not.toContain(colourStart);
    expect(folder.stanchion(['audit', 'shop.arch.ts', '--json'], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain(
      colourStart,
    );
  });
});

test('a reader that has seen enough is no error', () => {
  const script = `"${process.execPath}" "${command}" audit shop.arch.ts --json | head -c 1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: folder.path,
    encoding: 'utf8',
    env: plainEnvironment(folder.path),
  });
  expect({ stdout, stderr }).toEqual({ stdout: '{1\n', stderr: '' });
});

test('nothing is written into the folder of the models, and the cache is the user’s own', () => {
  const clean = servedFolder({ 'shop.arch.ts': fragile });
  clean.stanchion(['audit', 'shop.arch.ts']);
  const left = readdirSync(clean.path).sort();
  const isCached = existsSync(join(clean.path, '.home/cache/stanchion'));
  clean.remove();
  expect(left).toEqual(['.home', 'shop.arch.ts']);
  expect(isCached).toBe(true);
});

test('the day decides what has run out', () => {
  const model = `import { architecture } from 'stanchion';
const site = architecture('Ageing');
site.certificate('www', { expires: '2026-06-01' });
export default site;
`;
  folder.write('ageing.ts', model);
  const on = (day: string) => folder.stanchion(['audit', 'ageing.ts', '--json', '--today', day]).stdout;
  expect(on('2026-06-02')).not.toBe(on('2025-01-01'));
  const epoch = String(Date.UTC(2026, 5, 2) / 1000);
  expect(folder.stanchion(['audit', 'ageing.ts', '--json'], { env: { SOURCE_DATE_EPOCH: epoch } }).stdout).toBe(
    on('2026-06-02'),
  );
});

describe('--framework', () => {
  test('tells the controls, with the exit code of the audit', () => {
    const asked = folder.stanchion(['audit', 'shop.arch.ts', '--framework', 'stride']);
    expect(asked).toMatchObject({ exitCode: 1, stderr: '' });
    expect(asked.stdout).toContain('✗ D Denial of service');
    expect(folder.stanchion(['audit', 'shop.arch.ts']).stdout).not.toContain('Denial of service');
    expect(folder.stanchion(['audit', 'empty.arch.ts', '--framework', 'cwe']).exitCode).toBe(0);
  });

  test('as JSON', () => {
    const { stdout } = folder.stanchion(['audit', 'shop.arch.ts', '--framework', 'nist-800-53', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'stanchion-framework', framework: 'nist-800-53' });
  });

  test('a name that is none', () => {
    expect(folder.stanchion(['audit', 'shop.arch.ts', '--framework', 'strde'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: "error: 'strde' is no value of '--framework'.\n  Did you mean 'stride'?\n",
    });
  });

  test('a section of the report', () => {
    const asked = ['report', 'shop.arch.ts', '--format', 'md', '--out', 'by-controls', '--framework', 'cwe'];
    const { exitCode, stdout } = folder.stanchion(asked);
    expect(exitCode).toBe(0);
    const file = stdout.split('\n').find((line) => line.endsWith('report.md')) ?? '';
    expect(readFileSync(join(folder.path, file), 'utf8')).toContain('## Controls of Common Weakness Enumeration');
  });
});
