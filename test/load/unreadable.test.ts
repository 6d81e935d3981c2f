import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openCache } from '../../src/load/cache.js';
import { isGraph } from '../../src/load/is-graph.js';
import { loadJson } from '../../src/load/load-json.js';
import { createModuleStore, ModuleFault, openModel } from '../../src/load/modules.js';
import { transformModule } from '../../src/load/transform-module.js';
import { readOrTell, unreadable } from '../../src/load/unreadable.js';
import { createProject, model } from './support/project.js';

test.each([
  ['EACCES', 'permission is missing'],
  ['EPERM', 'permission is missing'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a file stands where a folder is needed'],
  ['EWEIRD', 'the system says EWEIRD'],
])('%s in words', (code, reason) => {
  expect(unreadable('x.ts', Object.assign(new Error('open /somewhere/x.ts'), { code }))).toEqual({
    file: 'x.ts',
    message: `'x.ts' cannot be read: ${reason}.`,
  });
});

test('an error without a code, and a name with a control character', () => {
  expect(unreadable('x\u001b.ts', new Error('secret')).message).toBe(
    "'x\uFFFD.ts' cannot be read: the system says no more.",
  );
});

test('what can be read is given back, and nothing told', () => {
  const problems: [] = [];
  expect(readOrTell('x.ts', problems, () => 5)).toBe(5);
  expect(problems).toEqual([]);
});

const project = createProject({ 'a.ts': model() });
mkdirSync(join(project.folder, 'folder.ts'));
mkdirSync(join(project.folder, 'folder.json'));

const places: [string, RegExp][] = [
  [join(project.folder, 'folder.ts'), /^'shown' cannot be read: it is a folder\.$/],
  [join(project.folder, 'gone.ts'), /^'shown' cannot be read: it is gone/],
  [join(project.folder, 'a.ts/inside.ts'), /^'shown' cannot be read: a file stands where a folder is needed\.$/],
  [join(project.folder, 'x'.repeat(300)), /^'shown' cannot be read: the name is too long\.$/],
];

test.each(places)('as a module: %s', (path, message) => {
  const store = createModuleStore(project.folder, transformModule);
  for (const read of [() => store.read(path, 'shown'), () => openModel(path, 'shown', project.folder, store)]) {
    expect(read).toThrow(ModuleFault);
    expect(read).toThrow(message);
  }
});

test.each(places)('as a graph: %s', (path, message) => {
  expect(loadJson(path, 'shown')).toMatchObject({
    documents: [],
    problems: [{ file: 'shown', message: expect.stringMatching(message) }],
  });
});

test.each(places)('the cache knows nothing of it: %s', (path) => {
  const slot = openCache(project.folder, '1', false).open({ path, file: 'shown' });
  expect(slot.hit).toBeUndefined();
  expect(() => slot.keep([], { files: new Map(), missing: [] })).not.toThrow();
});

test('JSON that cannot be read may be a graph, a folder is none', () => {
  expect(isGraph(join(project.folder, 'gone.json'))).toBe(true);
  expect(isGraph(join(project.folder, 'folder.json'))).toBe(false);
});

test('a model that cannot be read does not stop the others', async () => {
  const { folder, load } = createProject({ 'models/b.ts': model() });
  symlinkSync('gone.ts', join(folder, 'models/a.ts'));
  symlinkSync('gone.json', join(folder, 'models/c.json'));
  const { models, problems } = await load([], { cacheFolder: join(folder, 'cache') });
  expect(models.map(({ file }) => file)).toEqual(['models/b.ts']);
  expect(problems.map(({ file }) => file)).toEqual(['models/a.ts', 'models/c.json']);
});

test('an import of a name that is too long is told at its line', async () => {
  const { load } = createProject({ 'a.ts': `import './${'x'.repeat(300)}.js';\n${model()}` });
  const { problems } = await load(['a.ts']);
  expect(problems).toMatchObject([{ file: 'a.ts', line: 1, message: expect.stringMatching(/^there is no file/) }]);
});
