import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareFolder } from '../cli/built-command.js';
import { createRepository } from '../cli/git/repository.js';
import { bad, good, put, rule } from './attacks.js';

// What the process is given from outside: a base that looks like an option, and an environment that leads git elsewhere.

const repository = createRepository();
const folder = bareFolder();
const elsewhere = mkdtempSync(join(tmpdir(), 'stanchion-elsewhere-'));

beforeAll(() => {
  repository.commit({ 'models/shop.ts': good }, 'base');
  put(repository.path, 'models/shop.ts', bad);
});

afterAll(() => {
  folder.remove();
  rmSync(elsewhere, { recursive: true });
});

const gate = (base: string, env: Record<string, string> = {}) =>
  folder.stanchion(['gate', `--base=${base}`, '--today', '2026-11-21'], { cwd: repository.path, env });

test.each([
  '--upload-pack=touch ran',
  '-cfoo.bar=touch ran',
  '--output=ran',
  '--exec-path=.',
  'main:models',
  ':/base',
  'main^{/base}',
  'main..change',
  'ext::sh -c touch% ran',
  '$(touch ran)',
  '`touch ran`',
  'main\n--output=ran',
  '',
])('%j names no base, and nothing runs', (base) => {
  const { exitCode, stdout, stderr } = gate(base);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/^error: /);
  expect(readdirSync(repository.path).sort()).toEqual(['.git', 'models']);
});

test('an environment that leads git to commands and to other repositories changes nothing', () => {
  const ran = join(elsewhere, 'ran');
  const command = `touch ${ran}`;
  const { exitCode, stdout } = gate('main', {
    GIT_DIR: elsewhere,
    GIT_WORK_TREE: elsewhere,
    GIT_INDEX_FILE: join(elsewhere, 'index'),
    GIT_OBJECT_DIRECTORY: elsewhere,
    GIT_EXEC_PATH: elsewhere,
    GIT_EXTERNAL_DIFF: command,
    GIT_SSH_COMMAND: command,
    GIT_ASKPASS: command,
    GIT_PAGER: command,
    GIT_TRACE: ran,
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'core.fsmonitor',
    GIT_CONFIG_VALUE_0: command,
    GIT_CONFIG_KEY_1: 'alias.rev-parse',
    GIT_CONFIG_VALUE_1: `!${command}`,
    GIT_CONFIG_PARAMETERS: `'core.fsmonitor=${command}'`,
  });
  expect(exitCode).toBe(1);
  expect(stdout).toContain(rule);
  expect(existsSync(ran)).toBe(false);
});
