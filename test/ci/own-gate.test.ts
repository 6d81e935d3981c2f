import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRepository, environment, repositoryAt, temporaryFolder } from '../cli/git/repository.js';

const [definition = ''] = readFileSync('.ci/run', 'utf8').match(/^gate_base\(\) \{\n[\s\S]*?^\}\n/m) ?? [];

/** What `.ci/run` holds this repository's models against. */
function baseIn(cwd: string, env: Readonly<Record<string, string>> = {}): string {
  const options = { cwd, env: { ...environment, ...env }, encoding: 'utf8' } as const;
  return spawnSync('bash', ['-uo', 'pipefail', '-c', `${definition}\ngate_base`], options).stdout.trim();
}

function clone(from: string, ...args: string[]): string {
  const path = temporaryFolder();
  repositoryAt(path).git('clone', '-q', ...args, `file://${from}`, '.');
  return path;
}

test('a base that every clone has: where a branch left main, else the commit before, else none', () => {
  const origin = createRepository();
  origin.commit({ 'a.md': '1' });
  expect(baseIn(origin.path)).toBe('');
  origin.commit({ 'a.md': '2' });
  expect(baseIn(origin.path)).toBe('HEAD~1');
  expect(baseIn(clone(origin.path))).toBe('HEAD~1');
  expect(baseIn(clone(origin.path, '--depth=1'))).toBe('');
  origin.git('switch', '-q', '-c', 'change');
  origin.commit({ 'a.md': '3' });
  const path = clone(origin.path, '--branch', 'change');
  expect(baseIn(path)).toBe('origin/main');
  expect(baseIn(path, { STANCHION_GATE_BASE: 'HEAD~2' })).toBe('HEAD~2');
});
