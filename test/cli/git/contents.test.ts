import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findConfigs } from '../../../src/load/config/find-config.js';
import { loadModels } from '../../../src/load/load-models.js';
import { model } from '../../load/support/project.js';
import { createRepository, filesIn, misuseOf, repositoryAt, type TestRepository } from './repository.js';

let repository: TestRepository;
beforeAll(() => {
  repository = createRepository();
});

const fetched = (inputs: readonly string[], options: Parameters<TestRepository['open']>[1] = {}) => {
  const base = repository.open('HEAD', options);
  base.trusted.fetch(inputs);
  return { ...base, files: Object.keys(filesIn(base.trusted.cwd)) };
};

test('a model loads with all that it imports, and nothing else is written', async () => {
  repository.commit({
    'models/shop.ts': `import { part } from '../shared/part.js';\nimport type { T } from "../types/t.js";\n${model()}export { part }; export type { T };`,
    'shared/part.ts': "export * from './deep';\nexport const part = 1;",
    'shared/deep/index.ts':
      "import data from './data.json';\nexport const late = () => import('../late.mjs');\nexport { data };",
    'shared/deep/data.json': '{}',
    'shared/late.mts': '',
    'types/t.d.ts': 'export type T = 1;',
    'models/team/index.ts': model('team'),
    'models/team/other.ts': model('other'),
    'models/.hidden.ts': '',
    'models/graph.json': '{}',
    'package.json': '{}',
    'models/tsconfig.json': '{}',
    'unrelated/tsconfig.json': '{}',
    'unrelated/x.ts': '',
  });
  const { trusted, files } = fetched([]);
  expect(files).toEqual([
    'models/graph.json',
    'models/shop.ts',
    'models/team/index.ts',
    'models/tsconfig.json',
    'package.json',
    'shared/deep/data.json',
    'shared/deep/index.ts',
    'shared/late.mts',
    'shared/part.ts',
    'types/t.d.ts',
  ]);
  const { models, problems } = await loadModels([], { cwd: trusted.cwd, cacheFolder: undefined, checkTypes: true });
  expect(problems).toEqual([]);
  expect(models.map(({ file }) => file)).toEqual(['models/shop.ts', 'models/team/index.ts']);
});

test('a configuration comes with its rules, and is found as in the repository', () => {
  repository.commit({
    'stanchion.config.mts':
      "import rule from './rules/own.js';\nreadFileSync(new URL('./rules/list.txt', import.meta.url));",
    'rules/own.ts': "const { a } = require('./plain');",
    'rules/plain.cjs': '',
    'rules/list.txt': '',
    'rules/own.test.ts': '',
    'stanchion-baseline.json': '{}',
  });
  const { trusted } = repository.open('HEAD');
  expect(findConfigs(trusted.cwd)).toEqual([join(trusted.cwd, 'stanchion.config.mts')]);
  const rules = ['package.json', 'rules/list.txt', 'rules/own.ts', 'rules/plain.cjs', 'stanchion.config.mts'];
  expect(Object.keys(filesIn(trusted.cwd))).toEqual(rules);
  trusted.fetchFile('stanchion-baseline.json');
  trusted.fetchFile(join(trusted.cwd, 'rules/own.test.ts'));
  trusted.fetchFile('/etc/passwd');
  trusted.fetchFile('../outside');
  expect(Object.keys(filesIn(trusted.cwd)).filter((path) => !rules.includes(path))).toEqual([
    'rules/own.test.ts',
    'stanchion-baseline.json',
  ]);
});

test('names of any script, with quotes, spaces and line breaks', () => {
  const names = [
    'a b.ts',
    'q"\'`.ts',
    'li\nne.ts',
    'tab\t.ts',
    '商店.ts',
    '🏪.ts',
    '-x.ts',
    'é.ts',
    'back\\slash.ts',
    '[a].ts',
  ];
  repository.commit(Object.fromEntries(names.map((name) => [`odd/${name}`, name])));
  const { trusted, notes } = fetched(names.map((name) => `odd/${name}`));
  const files = filesIn(trusted.cwd);
  for (const name of names) expect(files[`odd/${name}`]).toBe(name);
  expect(notes).toEqual([]);
  expect(fetched(['odd']).files.filter((file) => file.startsWith('odd/')).length).toBe(names.length);
});

test('patterns', () => {
  repository.commit({ 'p/a.arch.ts': '', 'p/b/c.arch.ts': '', 'p/b/.h.arch.ts': '', 'p/x.ts': '', 'p/y.arch.txt': '' });
  const [{ trusted: top }, { trusted: deep }] = [
    repository.open('HEAD'),
    repository.open('HEAD', { cwd: join(repository.path, 'p/b') }),
  ];
  const below = (folder: string) => Object.keys(filesIn(folder)).filter((path) => path.startsWith('p/'));
  top.fetch(['./p/*.arch.ts']);
  expect(below(top.cwd)).toEqual(['p/a.arch.ts']);
  top.fetch(['p\\b\\*.arch.ts']);
  expect(below(top.cwd)).toEqual(['p/a.arch.ts', 'p/b/c.arch.ts']);
  top.fetch(['p/**/*.arch.ts', 'p/{a,b/c}.arch.ts', 'p/*.txt', 'nowhere/**']);
  expect(below(top.cwd)).toEqual(['p/a.arch.ts', 'p/b/c.arch.ts']);
  deep.fetch(['../*.arch.ts']);
  expect(below(join(deep.cwd, '../..'))).toEqual(['p/a.arch.ts']);
});

test('symbolic links are not written, and told where an input or an import leads through one', () => {
  repository.write({ 'links/a.ts': "import './b.js';", 'real/deep.ts': '' });
  symlinkSync('/etc/passwd', join(repository.path, 'links/b.ts'));
  symlinkSync('../real', join(repository.path, 'links/folder'));
  symlinkSync('/etc/passwd', join(repository.path, 'elsewhere.ts'));
  repository.commit({});
  const { files, notes, name } = fetched(['links', 'links/folder/deep.ts']);
  expect(files.filter((file) => /links|real|else/.test(file))).toEqual(['links/a.ts']);
  const told = (path: string) => `'${path}' is a symbolic link in ${name}: it is not followed.`;
  expect(notes).toEqual([told('links/b.ts'), told('links/folder')]);
});

test('bounds: of a file, of all, of entries, of time', () => {
  repository.commit({ 'big/large.json': 'x'.repeat(2_000), 'big/small.json': 'x' });
  const { files, notes, name } = fetched(['big'], { limits: { fileBytes: 1_000 } });
  expect(files.filter((file) => file.startsWith('big'))).toEqual(['big/small.json']);
  expect(notes).toEqual([`'big/large.json' of ${name} is left out: it has 2000 bytes, and 1000 may be read.`]);
  const refused = (limits: object) => misuseOf(() => fetched(['big'], { limits })).message;
  expect(refused({ bytes: 1_500 })).toBe('The models of the base and all that they import are more than 1500 bytes.');
  expect(refused({ files: 3 })).toBe('The models of the base and all that they import are more than 3 files.');
  expect(refused({ entries: 3 })).toMatch(/^The base has \d+ files; 3 are read at most\.$/);
  expect(refused({ wall: 1 })).toBe("'git rev-parse' gave no answer within 0.001 seconds.");
});

test('a tree that no git would make is taken for what can be written', () => {
  const { git, gitWith, open, write } = createRepository();
  write({ blob: "import '../../out.js'; import '../.git/config';" });
  const blob = git('hash-object', '-w', 'blob');
  const raw = (entries: readonly (readonly [string, string, string])[]): string => {
    const bytes = entries.map(([mode, name, id]) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
    );
    writeFileSync(join(path, 'tree'), Buffer.concat(bytes));
    return git('hash-object', '-t', 'tree', '-w', '--literally', 'tree');
  };
  const path = git('rev-parse', '--show-toplevel');
  const inner = raw([['100644', 'x.ts', blob]]);
  const tree = raw([
    ['40000', '..', inner],
    ['40000', '.GIT', inner],
    ['40000', '.g\u200Cit', inner],
    ['100644', `${'n'.repeat(300)}.ts`, blob],
    ['100644', 'a.ts', blob],
    ['40000', 'a.ts', inner],
    ['100644', 'deep/../../x.ts', blob],
    ['100644', 'good.ts', blob],
  ]);
  const commit = gitWith('evil', 'commit-tree', tree);
  git('update-ref', 'refs/heads/main', commit);
  const base = open('main');
  base.trusted.fetch(['.', '..', '.GIT', '../x.ts', 'a.ts/x.ts', `${'n'.repeat(300)}.ts`]);
  const files = Object.keys(filesIn(base.trusted.cwd));
  expect(files).toContain('good.ts');
  expect(files.filter((file) => !['good.ts', 'a.ts', 'a.ts/x.ts'].includes(file))).toEqual([]);
  expect(filesIn(join(base.trusted.cwd, '.git'))).toEqual({});
  const notes = base.notes.join('\n');
  expect(notes).toMatch(/'\.\.\/x\.ts' leads out of its folder, and 3 more are like it/);
  expect(notes).toContain('its name is too long for this file system');
  expect(notes).toMatch(/'a\.ts(\/x\.ts)?' of the base is left out/);
});

describe('packages', () => {
  const install = (path: string, files: Readonly<Record<string, string>>) =>
    repositoryAt(path).write(
      Object.fromEntries(Object.entries(files).map(([name, content]) => [`node_modules/${name}`, content])),
    );
  const project = () => {
    const made = createRepository();
    made.commit({
      '.gitignore': 'node_modules\n',
      'stanchion.config.ts':
        "import 'rules';\nimport '@own/rules';\nimport 'absent';\nimport { x } from 'stanchion/rules';",
      'models/shop.ts': `import { zones } from 'zones';\n${model()}export { zones };`,
      'packages/own/package.json': '{"name":"@own/rules","exports":"./index.js","type":"module"}',
      'packages/own/index.js': 'base',
    });
    install(made.path, {
      'rules/package.json': '{"exports":"./index.js","type":"module"}',
      'rules/index.js': '',
      'zones/package.json': '{"exports":"./index.js","type":"module","dependencies":{"more":"1"}}',
      'zones/index.js': "export { zones } from 'more';",
      'zones/README.md': 'x',
      'more/package.json': '{"exports":"./index.js","type":"module"}',
      'more/index.js': 'export const zones = 2;',
      '@own/.keep': '',
    });
    symlinkSync('../../packages/own', join(made.path, 'node_modules/@own/rules'));
    return made;
  };

  test('a configuration finds those installed, a workspace is the own one of the base, a model gets copies', async () => {
    const made = project();
    made.commit({ 'packages/own/index.js': 'evil' });
    const base = made.open('HEAD~1');
    base.trusted.fetch([]);
    expect(filesIn(base.trusted.cwd)).toMatchObject({
      'node_modules/rules': '*',
      'node_modules/@own/rules': '*',
      'packages/own/index.js': 'base',
      'node_modules/more/index.js': 'export const zones = 2;',
    });
    expect(existsSync(join(base.trusted.cwd, 'node_modules/zones/README.md'))).toBe(false);
    expect(existsSync(join(base.trusted.cwd, 'node_modules/@own/rules/index.js'))).toBe(true);
    const { problems } = await loadModels([], { cwd: base.trusted.cwd, cacheFolder: undefined, checkTypes: false });
    expect(problems).toEqual([]);
    expect(base.notes).toEqual([]);
    made.write({ 'package-lock.json': '{}' });
    expect(made.open('HEAD~1').notes).toEqual([
      "The configuration of the base uses the package 'rules' as the change has it installed, and 'package-lock.json' changed.",
    ]);
    const before = filesIn(join(made.path, 'node_modules/rules'));
    base.close();
    expect(filesIn(join(made.path, 'node_modules/rules'))).toEqual(before);
  });

  test('one that the base itself holds is its own', () => {
    const made = project();
    made.git('add', '--force', 'node_modules/rules');
    made.git('commit', '-q', '-m', 'vendored');
    made.write({ 'node_modules/rules/index.js': 'changed' });
    const { trusted } = made.open('main');
    expect(filesIn(trusted.cwd)).toMatchObject({ 'node_modules/rules/index.js': '' });
  });

  test('one in which anything is staged is not taken', () => {
    const made = project();
    made.git('add', '--force', 'node_modules/more/index.js');
    const { trusted, notes } = made.open('main');
    expect(existsSync(join(trusted.cwd, 'node_modules/rules'))).toBe(false);
    expect(notes.join()).toContain("'node_modules' holds files that git tracks");
  });

  test('one that a change commits is not taken, though the base has none', () => {
    const made = project();
    made.git('branch', 'before');
    made.git('add', '--force', 'node_modules/rules');
    made.git('commit', '-q', '-m', 'evil');
    const base = made.open('before');
    expect(Object.keys(filesIn(base.trusted.cwd)).some((file) => file.startsWith('node_modules'))).toBe(false);
    expect(base.notes.join()).toContain(
      "'node_modules' holds files that git tracks: the base takes no packages from there",
    );
  });

  test('one that is a link is not taken', () => {
    const made = createRepository();
    made.commit({ 'stanchion.config.ts': "import 'rules';", 'vendor/rules/package.json': '{}' });
    mkdirSync(join(made.path, 'x'));
    symlinkSync('vendor', join(made.path, 'node_modules'));
    const base = made.open('main');
    expect(existsSync(join(base.trusted.cwd, 'node_modules'))).toBe(false);
    expect(base.notes.join()).toContain("'node_modules' is a link");
  });
});
