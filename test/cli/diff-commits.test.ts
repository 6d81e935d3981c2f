import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/run.js';
import { after, before } from './changing-models.js';
import { fakeSurroundings } from './fake-surroundings.js';
import { createRepository, environment, type TestRepository, temporaryFolder } from './git/repository.js';
import { empty, thrower } from './models.js';

const cache = temporaryFolder();
const shop = 'models/shop.ts';
const later = before.replace('encryptedAtRest: false', 'encryptedAtRest: true');
const other = (name: string) => empty.replace("'Empty'", `'${name}'`);

let repository: TestRepository;
let began: string;
/**
 * main: began → later, with a model more. work (checked out) began there too, and its tip has the shop as it is after. The tag broken has a
 * model that does not load.
 */
beforeAll(() => {
  repository = createRepository();
  const { git, commit } = repository;
  began = commit({ [shop]: before, 'models/gone.ts': other('Gone'), '.gitignore': 'output\n' });
  git('tag', 'v1');
  commit({ [shop]: later, 'models/more.ts': other('More') });
  commit({ 'models/more.ts': thrower });
  git('tag', 'broken');
  git('reset', '-q', '--hard', 'HEAD~1');
  git('checkout', '-q', '-b', 'work', 'v1');
  commit({ [shop]: after, 'models/gone.ts': undefined, 'notes/shop.ts': before });
  git('branch', 'notes');
});
afterEach(() => {
  repository.git('checkout', '-q', '-f', 'work');
  repository.git('clean', '-q', '-f', '-d', '-x');
});

async function diff(args: readonly string[], changes: { readonly cwd?: string; readonly platform?: string } = {}) {
  const surroundings = fakeSurroundings({
    cwd: repository.path,
    environment: { ...environment, XDG_CACHE_HOME: cache },
    ...changes,
  });
  const exitCode = await run(['diff', '--today', '2026-11-21', ...args], surroundings);
  return { exitCode, ...surroundings.printed };
}

interface Told {
  readonly name: string;
}

/** What became of which model; nothing else may have been printed. */
async function became(...args: readonly string[]) {
  const { exitCode, stdout, stderr } = await diff(['--json', ...args]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const { since, changed, added, deleted, unchanged } = JSON.parse(stdout);
  const heads = (all: readonly { readonly head: Told }[]) => all.map(({ head }) => head.name);
  const models = (all: readonly { readonly model: Told }[]) => all.map(({ model }) => model.name);
  return {
    since: since.replace(/\b[0-9a-f]{7}\b/g, 'ID'),
    changed: heads(changed),
    added: models(added),
    deleted: models(deleted),
    unchanged: heads(unchanged),
  };
}

const nothing = { changed: [], added: [], deleted: [], unchanged: [] };

describe('one commit', () => {
  test('what the working folder has become since it left it; what others did meanwhile is no change', async () => {
    const since = 'ID (merge base with main)';
    const told = { ...nothing, since, changed: ['Shop'], deleted: ['Gone'] };
    expect(await became('main')).toEqual(told);
    expect(await became('git:main')).toEqual(told);
    expect(await became('v1')).toEqual({ ...told, since: 'v1 (ID)' });
    expect(await became(began.slice(0, 9))).toEqual({ ...told, since: 'ID' });
  });

  test('what is not committed counts, files that git does not know too', async () => {
    expect(await became('HEAD')).toEqual({ ...nothing, since: 'HEAD (ID)', unchanged: ['Shop'] });
    repository.write({ [shop]: before, 'models/untracked.ts': other('Untracked') });
    expect(await became('HEAD')).toMatchObject({ changed: ['Shop'], added: ['Untracked'] });
  });

  test('models that are named, from a subfolder and by an absolute path', async () => {
    expect(await became('main', '--', shop)).toMatchObject({ changed: ['Shop'], deleted: [] });
    expect(await became('main', '--', 'models/gone.ts')).toMatchObject({ changed: [], deleted: ['Gone'] });
    expect(await became('main', '--', join(repository.path, 'models'))).toMatchObject({ deleted: ['Gone'] });
    const cwd = join(repository.path, 'models');
    const { exitCode, stdout } = await diff(['main', '--', 'shop.ts', '../models/gone.ts'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Shop +shop\.ts$/m);
    expect(stdout).toContain('The model is gone.');
  });
});

describe('two', () => {
  test('commits are compared as they stand, whatever lies in the working folder', async () => {
    repository.write({ [shop]: thrower });
    expect(await became('main', 'work')).toEqual({
      ...nothing,
      since: 'main (ID)',
      changed: ['Shop'],
      deleted: ['Gone', 'More'],
    });
    expect(await became('v1', 'main')).toMatchObject({ changed: ['Shop'], added: ['More'], unchanged: ['Gone'] });
  });

  test('a commit and a folder: the same folder in the commit, or the models where it has none', async () => {
    expect(await became('main', 'models')).toMatchObject({ changed: ['Shop'], deleted: ['Gone', 'More'] });
    expect(await became('./models', 'main')).toMatchObject({ changed: ['Shop'], added: ['Gone', 'More'] });
    expect(await became('v1', './notes', '--', shop)).toMatchObject({ unchanged: ['Shop'], deleted: [] });
    const outside = temporaryFolder();
    mkdirSync(join(outside, 'models'));
    expect((await diff(['main', join(outside, 'models')])).stderr).toContain('There is no model in the folder');
  });

  test('one file of each is compared whatever the models are called', async () => {
    repository.write({ [shop]: before.replace("'Shop'", "'Store'") });
    expect(await became('v1', '--', shop)).toMatchObject({ changed: ['Store'] });
    expect(await became('v1')).toMatchObject({ changed: ['Store'], added: [], deleted: ['Gone'] });
  });

  test('the same commit twice', async () => {
    expect(await diff(['main', 'git:refs/heads/main'])).toEqual({
      exitCode: 0,
      stdout: '= Nothing changes in 3 models.\n',
      stderr: expect.stringMatching(/^warning: Both are one commit, [0-9a-f]{7}\.\n$/),
    });
  });

  test('a model that does not load is told with its commit', async () => {
    const { exitCode, stdout, stderr } = await diff(['v1', 'broken']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^In broken \([0-9a-f]{7}\):\nmodels\/more\.ts:3:11\n[\s\S]*out of paper/);
    expect(stdout).toMatch(/^Shop +models\/shop\.ts$/m);
  });

  test('the first commit has nothing before it', async () => {
    const young = createRepository();
    young.commit({ [shop]: before });
    const { exitCode, stdout } = await diff(['HEAD~1', 'HEAD'], { cwd: young.path });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('The model is new');
  });
});

test('the picture and the Markdown say what it was compared with', async () => {
  const { stdout, stderr } = await diff(['v1', 'work', '--picture', '--format', 'markdown']);
  expect(stderr).toBe('output/shop/change.svg\n');
  expect(stdout).toContain('![What changes in Shop](output/shop/change.svg)');
  expect(readFileSync(join(repository.path, 'output/shop/change.svg'), 'utf8')).toMatch(
    /changes since v1 \([0-9a-f]{7}\)/,
  );
});

describe('a word', () => {
  test('that is a file and a commit is not guessed', async () => {
    const both = (sort: string) => ({
      exitCode: 2,
      stdout: '',
      stderr: `error: 'notes' is a ${sort} here, and a commit of this repository.\n  Write './notes' for the ${sort}, 'git:notes' for the commit.\n`,
    });
    expect(await diff(['notes'])).toEqual(both('folder'));
    expect(await diff(['v1', 'notes'])).toEqual(both('folder'));
    expect(await became('git:notes', './notes')).toMatchObject({ unchanged: ['Shop'] });
    rmSync(join(repository.path, 'notes'), { recursive: true });
    repository.write({ notes: '' });
    expect(await diff(['notes'])).toEqual(both('file'));
  });

  test.each([
    [['mian'], "'mian' is neither a file or folder here nor a commit of this repository.", "Did you mean 'main'?"],
    [['modles', 'v1'], "'modles' is neither a file or folder here", "Did you mean 'models'?"],
    [['git:mian'], "There is no commit 'mian' in this repository.", "Did you mean 'main'?"],
    [['v1..main'], "two commits are two words, without '..'.", 'Write: stanchion diff v1 main'],
    [['v1...'], "two commits are two words, without '...'.", 'Write: stanchion diff v1\n'],
    [['main:models/shop.ts'], 'stands behind two dashes', 'Write: stanchion diff main -- models/shop.ts'],
    [['git:--upload-pack=x'], "'--upload-pack=x' cannot name a commit.", 'A commit is named by'],
    [['git::/later'], "':/later' cannot name a commit.", 'A commit is named by'],
    [['git:'], 'The commit has no name.', 'A commit is named by'],
    [['models'], 'only one is named.', 'stanchion diff HEAD -- models'],
    [['./models', 'notes/shop.ts', '--', shop], 'neither side is a commit.', 'Write: stanchion diff OLD NEW'],
    [['v1', 'main', '--', '/etc'], "'/etc' lies outside of the repository", ''],
    [['v1', 'main', shop], '3 are named.', 'stanchion diff REF REF -- FILES'],
  ])('%j is a mistake', async (args, message, hint) => {
    const { exitCode, stdout, stderr } = await diff(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });

  test('of Windows is a path by its drive or its backslashes', async () => {
    const { stderr } = await diff(['C:\\old\\shop.ts', '.\\models'], { platform: 'win32' });
    expect(stderr).toContain("There is no file or folder 'C:/old/shop.ts'.");
    expect((await diff(['v1', 'models\\shop.ts'])).stdout).toMatch(/^Shop +models\/shop\.ts$/m);
  });
});

describe('another place', () => {
  test('no repository: files are compared, a commit is none', async () => {
    const cwd = temporaryFolder();
    expect(await diff(['main'], { cwd })).toMatchObject({
      exitCode: 2,
      stderr:
        "error: There is no file or folder 'main', and no commit: the working folder lies in no git repository.\n",
    });
    expect((await diff(['git:main'], { cwd })).stderr).toContain('lies in no git repository.');
  });

  test('a bare repository: files are compared, a commit is not', async () => {
    const bare = createRepository(['init', '-q', '--bare', '.']);
    bare.write({ 'old.ts': before, 'new.ts': before });
    expect(await diff(['old.ts', 'new.ts'], { cwd: bare.path })).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await diff(['main'], { cwd: bare.path })).stderr).toContain('lies in a bare repository');
  });

  test('a shallow clone: as it stands where the history is too short, and how to get what is not there', async () => {
    const url = `file://${repository.path}`;
    const cwd = createRepository(['clone', '-q', '--depth', '1', '--no-single-branch', '-b', 'work', url, '.']).path;
    const told = await diff(['origin/main', '--json'], { cwd });
    expect(told.stderr).toMatch(/^warning: The history is too short to tell where the change left origin\/main/);
    expect(JSON.parse(told.stdout).deleted).toHaveLength(2);
    const { exitCode, stderr } = await diff(['origin/release'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('It was cloned without its history.');
  });
});

test('the working folder decides what is asked: nothing of a configuration in a commit is run', () => {
  const ran = join(repository.path, 'ran');
  repository.commit({
    'stanchion.config.mjs': `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(ran)}, '');\nexport default {};\n`,
  });
  repository.git('tag', 'configured');
  rmSync(join(repository.path, 'stanchion.config.mjs'));
  return diff(['v1', 'configured']).then(({ exitCode }) => {
    expect({ exitCode, ran: existsSync(ran) }).toEqual({ exitCode: 0, ran: false });
    repository.git('reset', '-q', '--hard', 'HEAD~1');
  });
});
