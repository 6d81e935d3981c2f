import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findModels } from '../../src/load/find-models.js';
import { createProject } from './support/project.js';

const graph = JSON.stringify({ format: 'stanchion-architecture' });
const project = createProject({
  'models/b.ts': '',
  'models/a.ts': '',
  'models/c.mjs': '',
  'models/graph.json': graph,
  'models/package.json': '{}',
  'models/notes.md': '',
  'models/a.test.ts': '',
  'models/a.d.ts': '',
  'models/.hidden.ts': '',
  'models/shop/index.ts': '',
  'models/shop/part.ts': '',
  'models/shop/deep/index.ts': '',
  'models/empty/part.ts': '',
  'models/node_modules/index.ts': '',
  'teams/one/shop.arch.ts': '',
  'teams/two/shop.arch.ts': '',
  'teams/two/node_modules/x/shop.arch.ts': '',
  'teams/.git/shop.arch.ts': '',
  'odd/[x].ts': '',
  'odd/a b.ts': '',
  'other.json': '{}',
  'nothing/readme.md': '',
});

function found(...inputs: string[]): string[] {
  return findModels(inputs, project.folder).files.map(({ file }) => file);
}

const inModels = ['models/a.ts', 'models/b.ts', 'models/c.mjs', 'models/graph.json', 'models/shop/index.ts'];

test.each<[string, string[], string[]]>([
  ['nothing: the folder models', [], inModels],
  ['a folder', ['models'], inModels],
  ['a folder with a slash', ['./models/'], inModels],
  ['a folder within', ['models/shop'], ['models/shop/deep/index.ts', 'models/shop/index.ts', 'models/shop/part.ts']],
  ['a file', ['models/b.ts'], ['models/b.ts']],
  ['any JSON, when it is named', ['other.json'], ['other.json']],
  [
    'several, in their order, each once',
    ['models/b.ts', 'models/a.ts', './models/b.ts'],
    ['models/b.ts', 'models/a.ts'],
  ],
  ['a pattern', ['models/*.ts'], ['models/a.test.ts', 'models/a.ts', 'models/b.ts']],
  ['a pattern over folders', ['**/*.arch.ts'], ['teams/one/shop.arch.ts', 'teams/two/shop.arch.ts']],
  ['a pattern over one folder', ['teams/*/shop.arch.ts'], ['teams/one/shop.arch.ts', 'teams/two/shop.arch.ts']],
  ['a pattern with alternatives', ['models/{a,b}.ts'], ['models/a.ts', 'models/b.ts']],
  ['a pattern with letters', ['models/[!a]*.ts'], ['models/b.ts']],
  ['a pattern with one letter', ['models/?.ts'], ['models/a.ts', 'models/b.ts']],
  ['a pattern that ends in two stars', ['teams/one/**'], ['teams/one/shop.arch.ts']],
  ['a path as Windows writes it', ['models\\b.ts'], ['models/b.ts']],
  ['a pattern as Windows writes it', ['teams\\*\\*.ts'], ['teams/one/shop.arch.ts', 'teams/two/shop.arch.ts']],
  ['a name that looks like a pattern', ['odd/[x].ts'], ['odd/[x].ts']],
  ['a name with a blank', ['odd/a b.ts'], ['odd/a b.ts']],
])('%s', (_, inputs, expected) => {
  expect(found(...inputs)).toEqual(expected);
});

test.each<[string, string, string | undefined]>([
  ['models/shpo', "There is no file or folder 'models/shpo'.", "Did you mean 'models/shop'?"],
  ['modles', "There is no file or folder 'modles'.", "Did you mean 'models'?"],
  ['models/zzzzzzzzz.ts', "There is no file or folder 'models/zzzzzzzzz.ts'.", undefined],
  ['no/such/place.ts', "There is no file or folder 'no/such/place.ts'.", undefined],
  ['models/*.tsx', "No model matches the pattern 'models/*.tsx'.", expect.any(String) as unknown as string],
  ['nothing', "There is no model in the folder 'nothing'.", expect.any(String) as unknown as string],
  ['models/notes.md', "'models/notes.md' is no model.", expect.any(String) as unknown as string],
  ['models/a.d.ts', "'models/a.d.ts' is no model.", expect.any(String) as unknown as string],
  ['x\n\u001b', "There is no file or folder 'x\uFFFD\uFFFD'.", undefined],
])('%j leads nowhere and is told, and the others are found', (input, message, hint) => {
  const { files, problems } = findModels([input, 'models/b.ts'], project.folder);
  expect(files.map(({ file }) => file)).toEqual(['models/b.ts']);
  expect(problems).toEqual([hint === undefined ? { message } : { message, hint }]);
});

test('no models at all is told with what to do', () => {
  const { problems } = findModels([], createProject({}).folder);
  expect(problems).toEqual([
    { message: "There is no file or folder 'models'.", hint: expect.stringMatching(/folder called models/) },
  ]);
});

test('models further up in the repository are named, and none beyond it', () => {
  const { folder } = createProject({ 'models/a.ts': '', 'shop/.git/HEAD': '', 'shop/deep/down/b.txt': '' });
  mkdirSync(join(folder, 'shop/models'));
  const hint = (place: string) => findModels(['models'], join(folder, place)).problems[0]?.hint;
  expect(hint('models')).toMatch(/folder called models/);
  expect(hint('shop/models')).toBe("It lies in '..': run this there, or name the files of your models.");
  expect(hint('shop/deep/down')).toBe("It lies in '../..': run this there, or name the files of your models.");
  rmSync(join(folder, 'shop/models'), { recursive: true });
  expect(hint('shop/deep/down')).toMatch(/folder called models/);
});

test('a file under two names is loaded once', () => {
  const { folder } = createProject({ 'a.ts': '' });
  symlinkSync(join(folder, 'a.ts'), join(folder, 'b.ts'));
  expect(findModels(['b.ts', 'a.ts'], folder).files.map(({ file }) => file)).toEqual(['b.ts']);
});

test.each([
  ['a file', ['a.ts']],
  ['a folder', ['.']],
  ['a pattern', ['*.ts']],
])('%s that is a symbolic link out of the project is told, not read', (_, inputs) => {
  const outside = createProject({ 'secret.env': 'key' });
  const { folder } = createProject({});
  symlinkSync(join(outside.folder, 'secret.env'), join(folder, 'a.ts'));
  const { files, problems } = findModels(inputs, folder);
  expect(files).toEqual([]);
  expect(problems).toMatchObject([{ message: expect.stringMatching(/^'a\.ts' lies outside the project/) }]);
});

test('a folder in a folder that is a symbolic link out of the project is told, not read', () => {
  const outside = createProject({ 'index.ts': '' });
  const { folder } = createProject({ 'models/b.ts': '' });
  symlinkSync(outside.folder, join(folder, 'models/link'));
  const { files, problems } = findModels(['models'], folder);
  expect(files.map(({ file }) => file)).toEqual(['models/b.ts']);
  expect(problems).toMatchObject([{ message: expect.stringMatching(/lies outside the project/) }]);
});

test('a folder that is named may be a symbolic link', () => {
  const outside = createProject({ 'models/b.ts': '' });
  const { folder } = createProject({});
  symlinkSync(join(outside.folder, 'models'), join(folder, 'models'));
  expect(findModels(['models'], folder)).toMatchObject({ files: [{}], problems: [] });
});

const tooLong = `${'x'.repeat(300)}.ts`;

test.each([
  ['a name that is too long', tooLong, /^'x+\.ts' cannot be read: the name is too long\.$/],
  ['a link in a circle', 'circle.ts', /^'circle\.ts' cannot be read: its symbolic links lead in a circle\.$/],
])('%s is told, and the others are found', (_, input, message) => {
  const { folder } = createProject({ 'b.ts': '' });
  symlinkSync('circle.ts', join(folder, 'circle.ts'));
  const { files, problems } = findModels([input, 'b.ts'], folder);
  expect(files.map(({ file }) => file)).toEqual(['b.ts']);
  expect(problems).toEqual([{ file: input, message: expect.stringMatching(message) }]);
});

test('links that lead nowhere beside models are told where they are called like models', () => {
  const { folder } = createProject({ 'models/b.ts': '' });
  for (const name of ['a.ts', 'notes.md', 'part']) symlinkSync('gone', join(folder, 'models', name));
  symlinkSync('circle', join(folder, 'models/circle'));
  const { files, problems } = findModels([], folder);
  expect(files.map(({ file }) => file)).toEqual(['models/b.ts']);
  expect(problems).toMatchObject([{ file: 'models/a.ts', message: expect.stringMatching(/leads nowhere/) }]);
});

test('a folder of which it cannot be told whether it has an index is told', () => {
  const { folder } = createProject({ 'models/b.ts': '', 'models/part/other.ts': '' });
  symlinkSync('index.ts', join(folder, 'models/part/index.ts'));
  const { files, problems } = findModels([], folder);
  expect(files.map(({ file }) => file)).toEqual(['models/b.ts']);
  expect(problems).toMatchObject([{ file: 'models/part', message: expect.stringMatching(/lead in a circle/) }]);
});

test('a pattern may be longer than a name may be', () => {
  const { folder } = createProject({ 'models/b.ts': '' });
  expect(findModels([`models/{b,${'x'.repeat(300)}}.ts`], folder)).toMatchObject({ files: [{}], problems: [] });
});

test('of JSON in a folder only the beginning is read', () => {
  const { folder } = createProject({
    'near.json': `{"name":"${'x'.repeat(1_000)}","format":"stanchion-architecture"}`,
    'far.json': `{"data":"${'x'.repeat(100_000)}","format":"stanchion-architecture"}`,
    'empty.json': '',
    'a.ts': '',
  });
  expect(findModels(['.'], folder).files.map(({ file }) => file)).toEqual(['a.ts', 'near.json']);
});
