import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  createRepository,
  filesIn,
  misuseOf,
  repositoryAt,
  type TestRepository,
  temporaryFolder,
} from './repository.js';

let repository: TestRepository;
let began: string;
let tip: string;

/** main: first, began, tip; change: left main at `began`, and renamed the model. */
beforeAll(() => {
  repository = createRepository();
  repository.commit({ 'models/shop.ts': 'first' }, 'first');
  began = repository.commit({ 'models/shop.ts': 'began', 'stanchion.config.ts': 'began' }, 'began');
  repository.git('tag', 'light');
  repository.git('tag', '-a', 'heavy', '-m', 'heavy');
  tip = repository.commit({ 'models/shop.ts': 'tip', 'stanchion.config.ts': 'tip' }, 'tip');
  repository.git('checkout', '-q', '-b', 'change', began);
  repository.git('mv', 'models/shop.ts', 'models/store.ts');
  repository.commit({ 'stanchion.config.ts': 'evil', 'origin/main/models/shop.ts': 'tame' }, 'change');
});

const short = (id: string) => id.slice(0, 7);
const shop = (folder: string) => readFileSync(join(folder, 'models/shop.ts'), 'utf8');

test('a branch that went on: configuration from its tip, models from where the change began', () => {
  const base = repository.open('main');
  expect(base.name).toBe(`main (${short(tip)})`);
  base.trusted.fetch([]);
  base.origin.fetch([]);
  expect(filesIn(base.trusted.cwd)).toEqual({ 'models/shop.ts': 'tip', 'stanchion.config.ts': 'tip' });
  expect(filesIn(base.origin.cwd)).toEqual({ 'models/shop.ts': 'began', 'stanchion.config.ts': 'began' });
  expect(base.notes).toEqual([]);
  expect(statSync(base.trusted.cwd).mode & 0o777).toBe(0o700);
  base.close();
  base.close();
  expect([base.trusted, base.origin].map(({ cwd }) => existsSync(cwd))).toEqual([false, false]);
});

test.each(['light', 'heavy', 'HEAD~1', 'HEAD^', 'refs/tags/heavy', 'main~1', 'full', 'short'])(
  'an ancestor by any name: %s',
  (named) => {
    const ref = { full: began, short: began.slice(0, 12) }[named] ?? named;
    const base = repository.open(ref);
    expect(base.name).toBe(named === 'full' || named === 'short' ? short(began) : `${ref} (${short(began)})`);
    expect(base.origin).toBe(base.trusted);
    base.trusted.fetch(['models']);
    expect(shop(base.trusted.cwd)).toBe('began');
  },
);

test('nothing is fetched twice, and what is not there is passed over', () => {
  const { trusted, notes } = repository.open('light');
  trusted.fetch(['models', 'models/shop.ts', './models/*.ts', 'nowhere.ts', 'models']);
  trusted.fetchFile('stanchion-baseline.json');
  expect(Object.keys(filesIn(trusted.cwd))).toEqual(['models/shop.ts', 'stanchion.config.ts']);
  expect(notes).toEqual([]);
});

describe('what is no commit', () => {
  test.each([
    ['mian', "There is no commit 'mian' in this repository.", "Did you mean 'main'?"],
    [
      'origin/main',
      "There is no commit 'origin/main' in this repository.",
      "If you mean the folder, write: './origin/main'",
    ],
    [
      'main..evil',
      "There is no commit 'main..evil' in this repository.",
      "One commit is asked for, and no range: 'main'",
    ],
    ['a b', "There is no commit 'a b' in this repository.", 'Is it fetched?'],
    ['@{-9}', "There is no commit '@{-9}' in this repository.", 'Is it fetched?'],
    ['main^{commit}~9', "There is no commit 'main^{commit}~9' in this repository.", 'Is it fetched?'],
    ['--upload-pack=x', "'--upload-pack=x' cannot name a commit.", 'A commit is named by'],
    ['-h', "'-h' cannot name a commit.", 'A commit is named by'],
    [':/tip', "':/tip' cannot name a commit.", 'A commit is named by'],
    ['HEAD^{/tip}', "'HEAD^{/tip}' cannot name a commit.", 'A commit is named by'],
    ['main:models', "'main:models' cannot name a commit.", 'A commit is named by'],
    ['main\n', "'main\uFFFD' cannot name a commit.", 'A commit is named by'],
    ['', 'The commit has no name.', 'A commit is named by'],
    ['f'.repeat(40), `There is no commit '${'f'.repeat(40)}' in this repository.`, 'Is it fetched?'],
  ])('%j', (ref, message, hint) => {
    const told = misuseOf(() => repository.open(ref));
    expect(told.message).toBe(message);
    expect(told.hint).toContain(hint);
  });

  test('the branch that was checked out before is one', () => {
    expect(repository.git('rev-parse', '@{-1}')).toBe(tip);
    expect(repository.open('@{-1}').name).toBe(`@{-1} (${short(tip)})`);
  });

  test('a name that several refs have is refused, as one could be put in front of another', () => {
    const { path, git } = repository;
    git('branch', 'origin/trunk', 'change');
    git('update-ref', 'refs/remotes/origin/trunk', tip);
    expect(misuseOf(() => repositoryAt(path).open('origin/trunk')).message).toBe(
      "There are several refs called 'origin/trunk'.",
    );
    expect(repository.open('refs/remotes/origin/trunk').trusted.cwd).toBeDefined();
    git('branch', '-D', 'origin/trunk');
  });

  test('a branch that is called like a full id stands for nothing', () => {
    repository.git('update-ref', `refs/heads/${began}`, tip);
    expect(repository.open(began).name).toBe(short(began));
    repository.git('update-ref', '-d', `refs/heads/${began}`);
  });
});

test.each(['0'.repeat(40), '0'.repeat(64)])('an id of zeros: nothing was before (%s)', (zeros) => {
  const base = repository.open(zeros);
  base.trusted.fetch(['models']);
  expect(filesIn(base.trusted.cwd)).toEqual({});
  expect(base.origin).toBe(base.trusted);
  expect(base.notes).toEqual(['The id of the base is all zeros: there was nothing before. Everything counts as new.']);
});

test('the first commit has nothing before it, and neither has a repository without one', () => {
  const young = createRepository();
  young.write({ 'models/shop.ts': 'new' });
  expect(young.open('main').notes).toEqual(['The repository has no commit yet. Everything counts as new.']);
  young.commit({});
  for (const ref of ['HEAD~1', 'HEAD^', '@~']) {
    expect(young.open(ref).notes).toEqual([
      'The commit that is checked out is the first one. Everything counts as new.',
    ]);
  }
  expect(misuseOf(() => young.open('HEAD~2')).message).toBe("There is no commit 'HEAD~2' in this repository.");
});

test('histories that have nothing in common: compared with the tip', () => {
  const { git, open, commit } = createRepository();
  commit({ 'models/shop.ts': 'old' });
  git('checkout', '-q', '--orphan', 'other');
  const unborn = open('main');
  expect(unborn.origin).toBe(unborn.trusted);
  expect(unborn.notes.join()).toContain('What is checked out has no commit yet');
  commit({ 'models/shop.ts': 'new' }, 'unrelated');
  const base = open('main');
  expect(base.origin).toBe(base.trusted);
  expect(base.notes).toEqual([
    `The change and ${base.name} have no common ancestor: it is compared with ${base.name} as it stands.`,
  ]);
});

test('ids of 64 digits', () => {
  const { commit, open } = createRepository(['init', '-q', '-b', 'main', '--object-format=sha256', '.']);
  const id = commit({ 'models/shop.ts': 'old' });
  const { trusted, name } = open(id);
  trusted.fetch([]);
  expect([id.length, name, shop(trusted.cwd)]).toEqual([64, short(id), 'old']);
});

describe('a shallow clone', () => {
  let shallow: TestRepository;
  beforeAll(() => {
    const url = `file://${repository.path}`;
    shallow = createRepository(['clone', '-q', '--depth', '1', '--no-single-branch', '--branch', 'change', url, '.']);
  });

  test('the base is there, where the change began is not', () => {
    const base = shallow.open('origin/main');
    expect(base.origin).toBe(base.trusted);
    base.trusted.fetch([]);
    expect(shop(base.trusted.cwd)).toBe('tip');
    expect(base.notes.join()).toContain('git fetch --unshallow, or fetch-depth: 0');
  });

  test.each(['HEAD~1', 'release'])('%s is not there: how to get it', (ref) => {
    const told = misuseOf(() => shallow.open(ref));
    expect(told.message).toBe(`There is no commit '${ref}' in this repository. It was cloned without its history.`);
    expect(told.hint).toContain('fetch-depth: 0');
    expect(told.hint).toContain(
      ref === 'release'
        ? "git fetch --unshallow origin '+refs/heads/release:refs/remotes/origin/release', or"
        : 'git fetch --unshallow origin, or',
    );
  });

  test('a branch that only the remote has, by its full name', () => {
    expect(misuseOf(() => shallow.open('main')).hint).toBe("Did you mean 'origin/main'?");
    expect(misuseOf(() => shallow.open('main~9')).hint).toContain('git fetch --unshallow');
  });

  test('what is printed to fetch the base of a single branch brings it, also when the history is there', () => {
    const url = `file://${repository.path}`;
    const single = createRepository(['clone', '-q', '--depth', '1', '--branch', 'main', url, '.']);
    repository.git('branch', 'release', tip);
    for (const options of [['--unshallow'], []]) {
      const [, line = ''] = /(git fetch .*?'.*?')/.exec(misuseOf(() => single.open('origin/release')).hint ?? '') ?? [];
      const words = line.replaceAll("'", '').split(' ').slice(1);
      expect(words).toEqual(['fetch', ...options, 'origin', '+refs/heads/release:refs/remotes/origin/release']);
      single.git(...words);
      expect(single.open('origin/release').name).toBe(`origin/release (${short(tip)})`);
      single.git('update-ref', '-d', 'refs/remotes/origin/release');
    }
    repository.git('branch', '-D', 'release');
  });
});

describe('folders', () => {
  test('one that is named as a path is a folder, and nothing is written', () => {
    const old = temporaryFolder();
    repositoryAt(old).write({ 'models/shop.ts': 'tame' });
    const named = relative(repository.path, old);
    const base = repository.open(named);
    expect(base).toMatchObject({ name: named, notes: [] });
    expect(base.trusted.cwd).toBe(old);
    expect(base.origin).toBe(base.trusted);
    base.trusted.fetch(['models']);
    base.close();
    expect(shop(base.trusted.cwd)).toBe('tame');
    expect(repository.open(old).trusted.cwd).toBe(old);
    expect(misuseOf(() => repository.open('../nowhere')).message).toBe("There is no folder '../nowhere'.");
  });

  test('outside of git any name is one', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'old'));
    expect(repositoryAt(folder).open('old').trusted.cwd).toBe(join(folder, 'old'));
    const told = misuseOf(() => repositoryAt(folder).open('main'));
    expect(told.message).toBe("There is no folder 'main'.");
    expect(told.hint).toContain('no git repository');
  });
});
