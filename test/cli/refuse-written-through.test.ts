import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/run.js';
import { before } from './changing-models.js';
import { fakeSurroundings } from './fake-surroundings.js';
import { createRepository, environment, type TestRepository, temporaryFolder } from './git/repository.js';

let repository: TestRepository;
let outside: string;

beforeAll(() => {
  outside = temporaryFolder();
  repository = createRepository();
  const { path } = repository;
  for (const link of ['out', 'deep/out']) {
    mkdirSync(join(path, link, '..'), { recursive: true });
    symlinkSync(outside, join(path, link));
  }
  repository.commit({ 'models/shop.ts': before });
  symlinkSync(outside, join(path, 'own'));
});

afterEach(() => {
  for (const name of readdirSync(outside)) rmSync(join(outside, name), { recursive: true });
});

async function stanchion(args: readonly string[], cwd = repository.path) {
  const surroundings = fakeSurroundings({ cwd, environment });
  const exitCode = await run([...args, '--today', '2026-11-21', '--no-cache'], surroundings);
  return { exitCode, stderr: surroundings.printed.stderr.replace(/\s+/g, ' ') };
}

test.each([
  ['a file', ['audit', '--format', 'markdown=out/new.md'], 'out'],
  ['a file below', ['audit', '--format', 'terminal', '--format', 'json=deep/out/a/b/new.json'], 'deep/out'],
  ['a file of a comparison', ['gate', '--base', 'HEAD', '--format', 'markdown=out/new.md'], 'out'],
  ['a file of another comparison', ['diff', 'HEAD', '--format', 'markdown=./x/../out/new.md'], 'out'],
  ['a folder', ['render', '--out', 'out'], 'out'],
  ['a folder, absolute', ['report', '--out', () => join(repository.path, 'deep/out/')], 'deep/out'],
  ['a picture of a comparison', ['gate', '--base', 'HEAD', '--out', 'deep/out/a'], 'deep/out'],
  ['a baseline', ['audit', '--write-baseline', '--baseline', 'out/known.json'], 'out'],
] as const)('%s is not written through a link that is committed', async (_, args, link) => {
  const { exitCode, stderr } = await stanchion(args.map((arg) => (typeof arg === 'string' ? arg : arg())));
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: expect.stringContaining(`'${link}' is a symbolic link that git tracks: nothing is written through it.`),
  });
  expect(readdirSync(outside)).toEqual([]);
});

test('a link of one’s own is followed, and one that is replaced by the file', async () => {
  expect((await stanchion(['audit', '--fail-on', 'never', '--format', 'json=own/new.json'])).exitCode).toBe(0);
  expect(existsSync(join(outside, 'new.json'))).toBe(true);
});

test('outside of git a link is whoever’s runs the command', async () => {
  const cwd = temporaryFolder();
  symlinkSync(outside, join(cwd, 'out'));
  symlinkSync(join(repository.path, 'models'), join(cwd, 'models'));
  const { stderr } = await stanchion(['audit', '--format', 'json=out/new.json'], cwd);
  expect(stderr).not.toContain('that git tracks');
});
