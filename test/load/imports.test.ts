import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createProject } from './support/project.js';

/** Loads a model that names its servers after what it imports. */
async function load(imports: string, names: string, files: Readonly<Record<string, string>>, entry = 'model.ts') {
  const source = `${imports}
import { architecture } from 'stanchion';
const site = architecture('x');
for (const name of [${names}]) site.server(String(name));
export default site;
`;
  const project = createProject({ [entry]: source, ...files });
  const { models, problems } = await project.load([entry]);
  return { names: models[0]?.architecture.elements.map(({ name }) => name), problems };
}

test.each<[string, string, Readonly<Record<string, string>>]>([
  ['./part.js, which is part.ts', './part.js', { 'part.ts': '' }],
  ['./part.ts', './part.ts', { 'part.ts': '' }],
  ['./part', './part', { 'part.ts': '' }],
  ['./part, a script', './part', { 'part.js': '' }],
  ['./part.js, a script', './part.js', { 'part.js': '' }],
  ['./part.mjs, which is part.mts', './part.mjs', { 'part.mts': '' }],
  ['a folder', './part', { 'part/index.ts': '' }],
  ['one folder up', '../part.js', { 'part.ts': '' }],
])('%s', async (_, specifier, files) => {
  const entry = specifier.startsWith('..') ? 'models/model.ts' : 'model.ts';
  const contents = Object.fromEntries(Object.keys(files).map((file) => [file, `export const found = 'found';\n`]));
  const { names, problems } = await load(
    `import { found } from '${specifier}';`,
    'found',
    { ...contents, '.git/HEAD': '' },
    entry,
  );
  expect(problems).toEqual([]);
  expect(names).toEqual(['found']);
});

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['exports as a path', { exports: './main.js' }, 'sizes'],
  [
    'exports by condition',
    { exports: { '.': { node: './node.js', import: './main.js', require: './main.cjs' } } },
    'sizes',
  ],
  ['conditions within conditions', { exports: { import: { types: './main.d.ts', default: './main.js' } } }, 'sizes'],
  ['a subpath', { exports: { './deep': './main.js' } }, 'sizes/deep'],
  ['a pattern of subpaths', { exports: { './*': './*.js' } }, 'sizes/main'],
  ['module', { main: './main.cjs', module: './main.js' }, 'sizes'],
  ['main', { main: './main.js' }, 'sizes'],
])('a package by its %s', async (_, manifest, specifier) => {
  const files = {
    'node_modules/sizes/package.json': JSON.stringify({ name: 'sizes', type: 'module', ...manifest }),
    'node_modules/sizes/main.js': `export { large } from './lib.js';\n`,
    'node_modules/sizes/lib.js': `export const large = 'large';\n`,
  };
  const { names, problems } = await load(`import { large } from '${specifier}';`, 'large', files);
  expect(problems).toEqual([]);
  expect(names).toEqual(['large']);
});

test.each<[string, Readonly<Record<string, unknown>>, string, RegExp]>([
  ['is CommonJS', { main: './main.js' }, 'sizes', /is a CommonJS package/],
  ['does not export the path', { type: 'module', exports: { '.': './main.js' } }, 'sizes/lib.js', /does not export it/],
  ['points outside itself', { type: 'module', exports: './../../model.ts' }, 'sizes', /lacks its file/],
  ['lacks its file', { type: 'module', exports: './gone.js' }, 'sizes', /lacks its file/],
])('a package that %s is refused', async (_, manifest, specifier, message) => {
  const files = {
    'node_modules/sizes/package.json': JSON.stringify(manifest),
    'node_modules/sizes/main.js': 'export const x = 1;\n',
  };
  const { problems } = await load(`import * as x from '${specifier}';`, 'x', files);
  expect(problems).toMatchObject([{ file: 'model.ts', line: 1, column: 20, message: expect.stringMatching(message) }]);
});

test('JSON is a module, and a key called __proto__ is a key', async () => {
  const { names, problems } = await load(
    `import sizes from './sizes.json' with { type: 'json' };`,
    `sizes.large, Object.keys(sizes).length, 'polluted' in {}`,
    { 'sizes.json': `{ "large": "8 GiB", "__proto__": { "polluted": true } }` },
  );
  expect(problems).toEqual([]);
  expect(names).toEqual(['8 GiB', '2', 'false']);
});

test('cycles that work, work', async () => {
  const { names, problems } = await load(`import { even } from './even.js';`, 'even(4)', {
    'even.ts': `import { odd } from './odd.js';\nexport const even = (n: number): boolean => (n === 0 ? true : odd(n - 1));\n`,
    'odd.ts': `import { even } from './even.js';\nexport const odd = (n: number): boolean => (n === 0 ? false : even(n - 1));\n`,
  });
  expect(problems).toEqual([]);
  expect(names).toEqual(['true']);
});

test('a symbolic link out of the project is refused', async () => {
  const outside = createProject({ 'secret.ts': `export const secret = 1;\n` });
  const project = createProject({
    'model.ts': `import { secret } from './link/secret.js';\nexport default secret;\n`,
  });
  symlinkSync(outside.folder, join(project.folder, 'link'));
  const { problems } = await project.load(['model.ts']);
  expect(problems).toMatchObject([{ line: 1, column: 24, message: expect.stringMatching(/lies outside the project/) }]);
});

test('a linked package within the project is followed', async () => {
  const project = createProject({
    '.git/HEAD': '',
    'packages/names/package.json': JSON.stringify({ name: 'names', type: 'module', exports: './index.ts' }),
    'packages/names/index.ts': `export const front: string = 'front';\n`,
    'packages/shop/model.ts': `import { front } from 'names';
import { architecture } from 'stanchion';
const site = architecture('x');
site.server(front);
export default site;
`,
  });
  mkdirSync(join(project.folder, 'node_modules'));
  symlinkSync(join(project.folder, 'packages/names'), join(project.folder, 'node_modules/names'));
  const { models, problems } = await project.load(['packages/shop/model.ts']);
  expect(problems).toEqual([]);
  expect(models).toHaveLength(1);
});
