import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BareFolder, servedFolder } from '../cli/built-command.js';
import { createRepository, repositoryAt, type TestRepository, temporaryFolder } from '../cli/git/repository.js';
import { bad, good, put, rule, title } from './attacks.js';

// Whoever makes a change has no say in what is asked of it: whichever way a configuration, own rules or a baseline are named.

const marker = 'ran';
const config = (text: string) => `import { defineConfig } from 'stanchion/config';\n${text}`;
const tame = (folder: string) =>
  config(`import { writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(join(folder, marker))}, '');
export default defineConfig({ rules: { '${rule}': 'off' } });
`);
const strict = config(`export default defineConfig({ rules: { '${rule}': 'critical' } });\n`);

let repository: TestRepository;
let path: string;
let old: string;
let server: BareFolder;

beforeAll(() => {
  server = servedFolder();
  repository = createRepository();
  path = repository.path;
  repository.commit({ 'models/shop.ts': good, 'ci/stanchion.config.ts': strict, '.gitignore': 'out\n' }, 'base');
  repository.git('checkout', '-q', '-b', 'change');
  old = temporaryFolder();
  repositoryAt(old).write({ 'models/shop.ts': good });
});

afterAll(() => server.remove());

beforeEach(() => {
  put(path, 'models/shop.ts', bad);
  put(path, 'stanchion.config.ts', tame(path));
  put(path, 'ci/stanchion.config.ts', tame(path));
});

afterEach(() => {
  for (const name of readdirSync(path)) if (name !== '.git') rmSync(join(path, name), { recursive: true, force: true });
  repository.git('reset', '-q', '--hard', 'main');
});

function stanchion(command: string, flags: readonly string[], cwd = path) {
  const { exitCode, stdout, stderr } = server.stanchion([command, ...flags, '--today', '2026-11-21'], { cwd });
  const ran = existsSync(join(path, marker));
  return { exitCode, ran, told: `${stdout}${stderr}`.replace(/\s+/g, ' ') };
}

const gate = (base: string, flags: readonly string[] = [], cwd = path) =>
  stanchion('gate', ['--base', base, ...flags], cwd);

const refused = { exitCode: 1, ran: false, told: expect.stringContaining(title) };
const misuse = (told: string) => ({ exitCode: 2, ran: false, told: expect.stringContaining(told) });

describe('a configuration that is named', () => {
  test.each([
    ['by its way', () => 'ci/stanchion.config.ts'],
    ['with dots', () => './ci/../ci/stanchion.config.ts'],
    ['as absolute', () => join(path, 'ci/stanchion.config.ts')],
    ['through a folder that is no more', () => join(path, 'gone/../ci/stanchion.config.ts')],
  ])('%s is that of the base', (_, named) => {
    const { told, ...rest } = gate('main', ['--config', named()]);
    expect(rest).toEqual({ exitCode: 1, ran: false });
    expect(told).toMatch(new RegExp(`${title}\\. \\(critical`));
    expect(told).toContain('The change edits the configuration; it is judged by that of main');
  });

  test.each([
    ['only the change has', () => join(path, 'stanchion.config.ts'), "There is no configuration '"],
    ['lies outside', () => join(old, 'stanchion.config.ts'), 'lies outside of main ('],
    ['lies outside, by its way', () => relative(path, join(old, 'stanchion.config.ts')), 'lies outside of main ('],
    ['lies where temporary folders do', () => '../stanchion.config.ts', 'lies outside of main ('],
  ])('and that %s is refused', (_, named, told) => {
    put(old, 'stanchion.config.ts', tame(path));
    expect(gate('main', ['--config', named()])).toEqual(misuse(told));
  });

  test('for a folder as base is that of the folder', () => {
    const base = join(old, 'with');
    repositoryAt(base).write({ 'models/shop.ts': good, 'ci/stanchion.config.ts': strict });
    for (const named of [
      'ci/stanchion.config.ts',
      join(path, 'ci/stanchion.config.ts'),
      join(base, 'ci/stanchion.config.ts'),
    ]) {
      expect(gate(base, ['--config', named])).toEqual({ ...refused, told: expect.stringContaining('critical') });
    }
    expect(gate(base, ['--config', '../stanchion.config.ts'])).toEqual(misuse('lies outside of '));
    expect(gate(base, ['--config', join(old, 'stanchion.config.ts')])).toEqual(misuse('lies outside of '));
    rmSync(base, { recursive: true });
  });
});

describe('a baseline that is named', () => {
  beforeEach(() => {
    expect(stanchion('audit', ['--no-config', '--write-baseline', '--baseline', 'grown.json'])).toMatchObject({
      exitCode: 0,
    });
  });

  test.each([
    ['as absolute', () => join(path, 'grown.json'), "There is no baseline '"],
    ['by its way', () => 'grown.json', "There is no baseline 'grown.json' in main ("],
    ['outside', () => join(old, 'grown.json'), 'lies outside of main ('],
  ])('%s is none of the change', (_, named, told) => {
    cpSync(join(path, 'grown.json'), join(old, 'grown.json'));
    expect(gate('main', ['--baseline', named()])).toEqual(misuse(told));
    rmSync(join(old, 'grown.json'));
  });

  test('by the base, but outside of it, is refused too', () => {
    const base = join(old, 'other');
    repositoryAt(base).write({
      'models/shop.ts': good,
      'stanchion.config.ts': config("export default defineConfig({ baseline: '../../grown.json' });\n"),
    });
    expect(gate(base)).toEqual(misuse('lies outside of '));
    rmSync(base, { recursive: true });
  });
});

describe('a folder as base', () => {
  test('that the change brings is refused, also as a link and as a submodule, and in the working folder itself', () => {
    const { git } = repository;
    cpSync(join(old, 'models'), join(path, 'old/models'), { recursive: true });
    symlinkSync(old, join(path, 'link'));
    mkdirSync(join(path, 'links'));
    symlinkSync(old, join(path, 'links/Deep'));
    git('add', 'old', 'link', 'links');
    git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'main')},part`);
    cpSync(join(old, 'models'), join(path, 'part/models'), { recursive: true });
    for (const base of ['./old', './link', './links/Deep', './part', './old/models', join(path, 'old')]) {
      expect(gate(base)).toEqual(misuse('comes with the change itself: git tracks it in this repository.'));
    }
    expect(gate('.')).toEqual(misuse('is the working folder itself'));
    expect(gate('..', [], join(path, 'old'))).toEqual(misuse('comes with the change itself'));
  });

  test('that somebody else put there counts, but not what lies above it', () => {
    cpSync(join(old, 'models'), join(path, 'out/old/models'), { recursive: true });
    expect(gate('./out/old')).toEqual(refused);
    expect(gate('./out/old', ['--config', '../../stanchion.config.ts'])).toEqual(misuse('lies outside of '));
    // A checkout of its own.
    mkdirSync(join(path, 'out/old/.git'));
    expect(gate('./out/old')).toEqual(refused);
    expect(gate('./out/old', ['--config', join(path, 'stanchion.config.ts')])).toEqual(
      misuse("There is no configuration '"),
    );
  });

  test('in which the checkout of the change lies: what is in there stays the change’s', () => {
    const top = temporaryFolder();
    repositoryAt(top).write({ 'models/shop.ts': good, 'stanchion.config.ts': strict });
    mkdirSync(join(top, '.git'));
    const head = repositoryAt(join(top, 'change'));
    head.write({ 'models/shop.ts': bad, 'stanchion.config.ts': tame(path) });
    head.git('init', '-q');
    expect(gate('..', [], head.path)).toEqual({ ...refused, told: expect.stringContaining('critical') });
    expect(gate('..', ['--config', join(head.path, 'stanchion.config.ts')], head.path)).toEqual({
      ...refused,
      told: expect.stringContaining('critical'),
    });
    expect(gate('..', ['--config', 'change/stanchion.config.ts'], head.path)).toEqual(misuse('lies outside of '));
  });

  test('without git, in the working folder: the search for a configuration stays in it', () => {
    const cwd = temporaryFolder();
    repositoryAt(cwd).write({ 'models/shop.ts': bad, 'stanchion.config.ts': tame(path), 'old/models/shop.ts': good });
    expect(gate('old', [], cwd)).toEqual(refused);
    expect(gate('old', ['--config', '../stanchion.config.ts'], cwd)).toEqual(misuse('lies outside of '));
  });
});

test('rules out of a submodule of the change do not stand in for a package', () => {
  const { git } = repository;
  const own = `import { rules } from 'acme-rules';\nexport default { ownRules: [] };\nvoid rules;\n`;
  git('checkout', '-q', 'main');
  repository.commit({ 'tools/stanchion.config.js': own, 'tools/models/shop.ts': good });
  git('checkout', '-q', '-B', 'submodule');
  const id = git('rev-parse', 'main');
  git('rm', '-q', '-r', '--cached', 'tools');
  rmSync(join(path, 'tools'), { recursive: true });
  git('update-index', '--add', '--cacheinfo', `160000,${id},tools`);
  put(
    path,
    'tools/node_modules/acme-rules/package.json',
    '{"name":"acme-rules","type":"module","exports":"./index.js"}',
  );
  put(path, 'tools/node_modules/acme-rules/index.js', `${tame(path)}\nexport const rules = [];`);
  put(path, 'tools/models/shop.ts', bad);
  const ended = gate('main', [], join(path, 'tools'));
  git('checkout', '-q', '-f', 'change');
  expect(ended).toMatchObject({ exitCode: 2, ran: false });
  expect(ended.told).toContain('acme-rules');
});

// Last, as a module is run once in a process.
test('the trap works: where the change is trusted, its configuration runs and hides the fault', () => {
  const { ran, told } = gate('main', ['--trust-head']);
  expect(ran).toBe(true);
  expect(told).not.toContain(title);
});
