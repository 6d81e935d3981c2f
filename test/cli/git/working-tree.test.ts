import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createRepository,
  environment,
  filesIn,
  misuseOf,
  repositoryAt,
  type TestRepository,
  temporaryFolder,
} from './repository.js';

let repository: TestRepository;
beforeAll(() => {
  repository = createRepository();
  repository.commit({ 'models/shop.ts': 'old', 'teams/a/models/x.ts': 'x', 'stanchion.config.ts': 'top' });
});

const seen = ({ path, git }: TestRepository) => ({
  status: git('--no-optional-locks', 'status', '--porcelain'),
  index: readFileSync(join(path, '.git/index'), 'base64'),
  refs: git('for-each-ref'),
  head: readFileSync(join(path, '.git/HEAD'), 'utf8'),
  stashes: git('stash', 'list'),
  worktrees: git('worktree', 'list'),
});

test('a dirty tree, a staged change, a merge half done: nothing of it matters, nothing of it changes', () => {
  const { git, commit, write, open, path } = createRepository();
  commit({ 'models/shop.ts': 'old', 'kept.txt': 'kept' });
  git('checkout', '-q', '-b', 'change');
  commit({ 'models/shop.ts': 'ours' });
  git('checkout', '-q', '--detach', 'main');
  commit({ 'models/shop.ts': 'theirs' });
  expect(() => git('merge', '-q', 'change')).toThrow();
  write({ 'staged.ts': 'staged', 'kept.txt': 'dirty' });
  git('add', 'staged.ts');
  write({ 'staged.ts': 'changed again', 'untracked.ts': 'untracked' });
  // Touched, not changed: a git that refreshes the index would write it.
  writeFileSync(join(path, 'models/shop.ts'), readFileSync(join(path, 'models/shop.ts')));
  const before = seen({ path, git } as TestRepository);
  const files = filesIn(path);
  const base = open('change');
  base.trusted.fetch([]);
  base.origin.fetch([]);
  expect(filesIn(base.trusted.cwd)).toEqual({ 'models/shop.ts': 'ours' });
  expect(filesIn(base.origin.cwd)).toEqual({ 'models/shop.ts': 'old' });
  base.close();
  expect(filesIn(path)).toEqual(files);
  expect(seen({ path, git } as TestRepository)).toEqual(before);
});

test('from a subfolder: configuration of it and of all above, inputs relative to it', () => {
  const cwd = join(repository.path, 'teams/a');
  const { trusted, notes } = repository.open('main', { cwd });
  expect(trusted.cwd).toMatch(/teams\/a$/);
  const inputs = ['models', '../../models/shop.ts', join(repository.path, 'models'), cwd, '../../../elsewhere', '/etc'];
  expect(trusted.fetch(inputs)).toEqual(['models', '../../models/shop.ts', '../../models', '.', undefined, undefined]);
  const top = join(trusted.cwd, '../..');
  expect(filesIn(top)).toEqual({ 'models/shop.ts': 'old', 'teams/a/models/x.ts': 'x', 'stanchion.config.ts': 'top' });
  expect(notes).toEqual([
    expect.stringMatching(
      /^'\.\.\/\.\.\/\.\.\/elsewhere' lies outside of the repository: main \(\w+\) has nothing of it\.$/,
    ),
    expect.stringMatching(/^'\/etc' lies outside of the repository/),
  ]);
});

test('from a folder that the base does not have, and through a link', () => {
  const cwd = join(repository.path, 'teams/new');
  mkdirSync(cwd, { recursive: true });
  const link = join(temporaryFolder(), 'link');
  symlinkSync(cwd, link);
  for (const place of [cwd, link]) {
    const { trusted } = repository.open('main', { cwd: place });
    trusted.fetch([]);
    expect(filesIn(join(trusted.cwd, '../..'))).toEqual({ 'stanchion.config.ts': 'top' });
    expect(filesIn(trusted.cwd)).toEqual({});
  }
});

test('in a linked worktree, and in the checkout of a submodule', () => {
  const linked = join(temporaryFolder(), 'linked');
  repository.git('worktree', 'add', '-q', linked, '-b', 'linked');
  const { trusted } = repositoryAt(linked).open('main');
  trusted.fetch([]);
  expect(Object.keys(filesIn(trusted.cwd))).toEqual(['models/shop.ts', 'stanchion.config.ts']);

  const outer = createRepository();
  outer.git('submodule', '--quiet', 'add', repository.path, 'parts/inner');
  outer.commit({ 'models/a.ts': "import '../parts/inner/models/shop.js';" });
  const inner = repositoryAt(join(outer.path, 'parts/inner')).open('HEAD');
  inner.trusted.fetch([]);
  expect(Object.keys(filesIn(inner.trusted.cwd))).toEqual(['models/shop.ts', 'stanchion.config.ts']);

  const base = outer.open('main');
  base.trusted.fetch(['models', 'parts/inner/models']);
  expect(Object.keys(filesIn(base.trusted.cwd))).toEqual(['models/a.ts']);
  expect(base.notes).toEqual([`'parts/inner' is a submodule in ${base.name}: what lies in it is not read.`]);
});

describe('what the process is told and what the checkout brings leads nowhere else', () => {
  test('variables of git, and settings that run programs', () => {
    const { path, git } = repository;
    const trap = join(temporaryFolder(), 'trap');
    const sprung = `${trap}-sprung`;
    writeFileSync(trap, `#!/bin/sh\ntouch ${sprung}\n`, { mode: 0o755 });
    git('config', 'core.fsmonitor', trap);
    git('config', 'filter.evil.smudge', trap);
    git('config', 'diff.evil.textconv', trap);
    repository.write({ '.git/info/attributes': '* filter=evil diff=evil\n' });
    const env = {
      ...environment,
      GIT_DIR: '/nonexistent',
      GIT_WORK_TREE: '/nonexistent',
      GIT_INDEX_FILE: '/nonexistent',
      GIT_OBJECT_DIRECTORY: '/nonexistent',
      GIT_EXTERNAL_DIFF: trap,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.bare',
      GIT_CONFIG_VALUE_0: 'true',
    };
    const { trusted } = repository.open('main', { env });
    trusted.fetch([]);
    expect(readFileSync(join(trusted.cwd, 'models/shop.ts'), 'utf8')).toBe('old');
    expect(() => readFileSync(sprung)).toThrow();
    git('config', '--unset', 'core.fsmonitor');
    expect(path).toBeDefined();
  });

  test('a program called git in the checkout or in node_modules/.bin is none', () => {
    const { path } = repository;
    const fake = '#!/bin/sh\necho sprung >&2\nexit 1\n';
    for (const folder of ['bin', 'node_modules/.bin', 'teams']) {
      mkdirSync(join(path, folder), { recursive: true });
      writeFileSync(join(path, folder, 'git'), fake, { mode: 0o755 });
    }
    const PATH = ['.', 'bin', join(path, 'bin'), join(path, 'node_modules/.bin'), join(path, 'teams')].join(':');
    const open = (cwd: string, rest: string) =>
      repository.open('main', { cwd, env: { ...environment, PATH: `${PATH}:${rest}` } });
    expect(open(path, environment.PATH).name).toMatch(/^main/);
    expect(open(join(path, 'teams/a'), environment.PATH).name).toMatch(/^main/);
    expect(misuseOf(() => open(path, '/nonexistent')).message).toBe(
      'There is no git on this machine, and what is asked for is a commit.',
    );
  });

  test('an object that stands for another one', () => {
    const { commit, git, open } = createRepository();
    const good = commit({ 'models/shop.ts': 'good' });
    const bad = commit({ 'models/shop.ts': 'bad' });
    git('replace', good, bad);
    const { trusted } = open(good);
    trusted.fetch([]);
    expect(filesIn(trusted.cwd)).toEqual({ 'models/shop.ts': 'good' });
  });
});

describe('what cannot be read', () => {
  test('a bare repository, one in the checkout too', () => {
    const bare = createRepository(['init', '-q', '--bare', '.']);
    expect(misuseOf(() => bare.open('main')).message).toContain('lies in a bare repository');
    const trap = join(repository.path, 'planted');
    mkdirSync(trap);
    repositoryAt(trap).git('init', '-q', '--bare', '.');
    expect(misuseOf(() => repository.open('main', { cwd: trap })).message).toContain('lies in a bare repository');
    expect(misuseOf(() => repository.open('main', { cwd: join(repository.path, '.git') })).message).toMatch(
      /'\.git'|bare/,
    );
  });

  test('a .git that leads nowhere', () => {
    const { path, open } = createRepository();
    renameSync(join(path, '.git'), join(path, 'moved'));
    writeFileSync(join(path, '.git'), 'gitdir: /nonexistent\n');
    expect(misuseOf(() => open('main')).message).toBe(
      "The repository of the working folder cannot be read: its '.git' leads to no repository.",
    );
  });

  test.each([
    [
      "fatal: detected dubious ownership in repository at '/x'",
      'git does not read this repository: it belongs to another user.',
      'safe.directory',
    ],
    [
      'fatal: bad config line 1',
      "The repository of the working folder cannot be read: 'bad config line 1'.",
      undefined,
    ],
  ])('what git refuses: %s', (said, message, hint) => {
    const bin = temporaryFolder();
    writeFileSync(join(bin, 'git'), `#!/bin/sh\necho "${said}" >&2\nexit 128\n`, { mode: 0o755 });
    const told = misuseOf(() => repository.open('main', { env: { PATH: bin } }));
    expect(told.message).toBe(message);
    if (hint === undefined) expect(told.hint).toBeUndefined();
    else expect(told.hint).toContain(hint);
  });

  test('a clone without its blobs', () => {
    const url = `file://${repository.path}`;
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const partial = createRepository(['clone', '-q', '--filter=blob:none', '--no-checkout', url, '.']);
    expect(misuseOf(() => partial.open('HEAD')).message).toBe('Files of the base are missing in this clone.');
  });
});
