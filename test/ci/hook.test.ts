import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
  createRepository,
  environment,
  repositoryAt,
  type TestRepository,
  temporaryFolder,
} from '../cli/git/repository.js';
import { blocksOf, readPage } from '../docs/read-page.js';

const [hook = ''] = blocksOf(readPage('docs/ci.md'), 'bash').filter((text) => text.includes('git diff --cached'));
const file = 'models/shop.ts';

let repository: TestRepository;
let path: string;
beforeAll(() => {
  // Stands for npx: says with what it was called.
  const tools = temporaryFolder();
  repositoryAt(tools).write({ npx: '#!/bin/sh\necho "$@"\n' });
  chmodSync(join(tools, 'npx'), 0o755);
  path = `${tools}${delimiter}${environment.PATH}`;
  repository = createRepository();
  repository.commit({ [file]: '// base', 'README.md': 'base' }, 'base');
});

function run() {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', hook], {
    cwd: repository.path,
    env: { ...environment, PATH: path },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const asked = { status: 0, stdout: '--no-install stanchion gate --base HEAD\n', stderr: '' };
const stopped = { status: 1, stdout: '', stderr: expect.stringContaining('Not all of models is staged') };

test('the hook asks the gate about what is committed, and about nothing else', () => {
  expect(run()).toEqual({ status: 0, stdout: '', stderr: '' });
  repository.write({ [file]: '// bad', 'README.md': 'more' });
  expect(run()).toEqual({ status: 0, stdout: '', stderr: '' });
  repository.git('add', file);
  expect(run()).toEqual(asked);
  repository.write({ [file]: '// good' });
  expect(run()).toEqual(stopped);
  repository.git('add', file);
  repository.write({ 'models/other.ts': '// unknown to git' });
  expect(run()).toEqual(stopped);
  repository.git('stash', '-q', '--keep-index', '--include-untracked');
  expect(run()).toEqual(asked);
});
