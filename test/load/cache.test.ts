import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProject, model, type Project } from './support/project.js';

const part = `export const front: string = 'front';\n`;
const whole = `import { architecture } from 'stanchion';
import { front } from './part.js';
import type { Name } from './types.js';
const name: Name = 'shop';
const site = architecture(name);
site.server(front);
export default site;
`;
const types = `export type Name = 'shop' | 'store';\n`;

interface Kept {
  readonly project: Project;
  readonly cacheFolder: string;
  load(checkTypes?: boolean): ReturnType<Project['load']>;
  entries(): string[];
}

function createKept(): Kept {
  const project = createProject({
    'models/shop/index.ts': whole,
    'models/shop/part.ts': part,
    'models/shop/types.ts': types,
  });
  const cacheFolder = join(createProject({}).folder, 'cache');
  return {
    project,
    cacheFolder,
    load: (checkTypes = false) => project.load([], { cacheFolder, checkTypes }),
    entries: () => files(cacheFolder),
  };
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Puts another name into what is kept, under a seal that holds: whoever answers with it read it from the cache. */
async function falsify({ entries }: Pick<Kept, 'entries'>, from = 'front', to = 'kept!'): Promise<void> {
  const { createHash } = await import('node:crypto');
  for (const entry of entries()) {
    const body = readFileSync(entry, 'utf8').slice(65).replaceAll(from, to);
    writeFileSync(entry, `${createHash('sha256').update(body).digest('hex')}\n${body}`);
  }
}

async function serverOf(kept: Kept, checkTypes = false): Promise<string | undefined> {
  const { models } = await kept.load(checkTypes);
  return models[0]?.architecture.elements[0]?.name;
}

test('an unchanged model comes from the cache, the same in every respect', async () => {
  const kept = createKept();
  const first = await kept.load(true);
  expect(first.problems).toEqual([]);
  const second = await kept.load(true);
  expect(second.models).toMatchObject([{ file: 'models/shop/index.ts', hash: first.models[0]?.hash }]);
  expect(JSON.stringify(second.models[0]?.architecture)).toBe(JSON.stringify(first.models[0]?.architecture));
  expect(second.sourceLines('models/shop/part.ts')).toEqual(first.sourceLines('models/shop/part.ts'));
  await falsify(kept);
  expect(await serverOf(kept, true)).toBe('kept!');
});

test.each([
  ['the model itself', 'models/shop/index.ts', whole.replace('front)', `front + '-1')`), 'front-1'],
  ['a part', 'models/shop/part.ts', part.replace(`'front'`, `'back'`), 'back'],
])('a change in %s is seen', async (_, file, content, expected) => {
  const kept = createKept();
  await kept.load();
  kept.project.write({ [file]: content });
  expect(await serverOf(kept)).toBe(expected);
});

test('a change in a file that holds types alone is seen when types are checked', async () => {
  const kept = createKept();
  await kept.load(true);
  kept.project.write({ 'models/shop/types.ts': `export type Name = 'store';\n` });
  const { models, problems } = await kept.load(true);
  expect(models).toEqual([]);
  expect(problems).toMatchObject([{ file: 'models/shop/index.ts', line: 4, column: 7 }]);
});

test('a file that now comes first for an import is seen', async () => {
  const project = createProject({
    'model.ts': whole
      .replace('./part.js', './part')
      .replace(/^.*types.*$/m, '')
      .replace(': Name', ''),
    'part.js': `export const front = 'script';\n`,
  });
  const cacheFolder = createProject({}).folder;
  const load = async () =>
    (await project.load(['model.ts'], { cacheFolder })).models[0]?.architecture.elements[0]?.name;
  expect(await load()).toBe('script');
  project.write({ 'part.ts': part });
  expect(await load()).toBe('front');
});

/** Models of which one declares what the other needs, without being imported by it. */
const beside = {
  'models/shop.ts': `import { architecture } from 'stanchion';
import type { RuleId } from 'stanchion';
const site = architecture('shop');
const own: RuleId = 'kit/own';
site.server(own.slice(0, 3));
export default site;
`,
  'models/ours.ts': `import { architecture } from 'stanchion';
declare module 'stanchion' {
  interface CustomRules { 'kit/own': true }
}
export default architecture('ours');
`,
};

test('types that come from another model count only beside it', async () => {
  const project = createProject(beside);
  const cacheFolder = join(createProject({}).folder, 'cache');
  const load = async (...inputs: string[]) => (await project.load(inputs, { cacheFolder, checkTypes: true })).problems;
  expect(await load()).toEqual([]);
  expect(await load('models/shop.ts')).toMatchObject([{ file: 'models/shop.ts', line: 4 }]);
  expect(await load()).toEqual([]);
  project.write({ 'models/ours.ts': beside['models/ours.ts'].replace('kit/own', 'kit/other') });
  expect(await load()).toMatchObject([{ file: 'models/shop.ts', line: 4 }]);
  rmSync(join(project.folder, 'models/ours.ts'));
  expect(await load()).toMatchObject([{ file: 'models/shop.ts', line: 4 }]);
});

test('models that are checked together are kept together', async () => {
  const project = createProject(beside);
  const cacheFolder = join(createProject({}).folder, 'cache');
  const load = () => project.load([], { cacheFolder, checkTypes: true });
  await load();
  await falsify({ entries: () => files(cacheFolder) }, '"kit"', '"kept"');
  const { models } = await load();
  expect(models.flatMap(({ architecture }) => architecture.elements.map(({ name }) => name))).toEqual(['kept']);
});

test('what was loaded unchecked does not pass for checked', async () => {
  const kept = createKept();
  kept.project.write({ 'models/shop/types.ts': `export type Name = 'store';\n` });
  expect((await kept.load(false)).problems).toEqual([]);
  expect((await kept.load(true)).problems).toHaveLength(1);
});

test('a model with problems is not kept', async () => {
  const kept = createKept();
  kept.project.write({ 'models/shop/part.ts': `export const front = 5 as never;\n` });
  await kept.load();
  expect(() => kept.entries()).toThrow(/ENOENT/);
});

const damages: Readonly<Record<string, (entry: string) => void>> = {
  'cut short': (entry) => writeFileSync(entry, readFileSync(entry).subarray(0, 200)),
  emptied: (entry) => writeFileSync(entry, ''),
  'changed in one letter': (entry) => writeFileSync(entry, readFileSync(entry, 'utf8').replace('kept!', 'kept?')),
  'no JSON': (entry) => writeFileSync(entry, 'x'.repeat(500)),
  'writable by others': (entry) => chmodSync(entry, 0o666),
  'in a folder that others can write': (entry) => chmodSync(join(entry, '..'), 0o777),
  'a symbolic link': (entry) => {
    const elsewhere = `${entry}.real`;
    writeFileSync(elsewhere, readFileSync(entry), { mode: 0o600 });
    rmSync(entry);
    symlinkSync(elsewhere, entry);
  },
  'a folder': (entry) => {
    rmSync(entry);
    mkdirSync(entry);
  },
};

test.each(Object.entries(damages))('an entry that is %s is as good as none', async (_, damage) => {
  const kept = createKept();
  await kept.load();
  await falsify(kept);
  expect(await serverOf(kept)).toBe('kept!');
  for (const entry of kept.entries()) damage(entry);
  expect(await serverOf(kept)).toBe('front');
});

test('an entry that is sealed but no graph is as good as none', async () => {
  const kept = createKept();
  await kept.load();
  const { createHash } = await import('node:crypto');
  for (const entry of kept.entries()) {
    const body = readFileSync(entry, 'utf8').slice(65).replace('"kind":"server"', '"kind":"castle"');
    writeFileSync(entry, `${createHash('sha256').update(body).digest('hex')}\n${body}`);
  }
  expect(await serverOf(kept)).toBe('front');
});

test('only the user can read what is kept, and nothing is written beside the models', async () => {
  const kept = createKept();
  const before = files(kept.project.folder);
  await kept.load(true);
  expect(files(kept.project.folder)).toEqual(before);
  expect(kept.entries()).toHaveLength(1);
  for (const entry of kept.entries()) expect(statSync(entry).mode & 0o777).toBe(0o600);
  expect(statSync(kept.cacheFolder).mode & 0o777).toBe(0o700);
});

test('a cache that cannot be written stops nothing', async () => {
  const project = createProject({ 'a.ts': model(), cache: 'a file, no folder' });
  const { models, problems } = await project.load(['a.ts'], { cacheFolder: join(project.folder, 'cache') });
  expect([models.length, problems]).toEqual([1, []]);
});

test('two runs at once do not disturb one another', async () => {
  const kept = createKept();
  // Jest links modules that are imported while running one after the other only.
  await createProject({ 'a.ts': model() }).load(['a.ts']);
  const both = await Promise.all([kept.load(), kept.load()]);
  expect(both.map(({ models, problems }) => [models.length, problems])).toEqual([
    [1, []],
    [1, []],
  ]);
  expect(kept.entries()).toHaveLength(1);
  expect(await serverOf(kept)).toBe('front');
});

test('models of one name in two folders do not share what is kept', async () => {
  const cacheFolder = createProject({}).folder;
  for (const content of ['one', 'two']) {
    const project = createProject({
      'model.ts': whole.replace(/^.*types.*$/m, '').replace(': Name', ''),
      'part.ts': part.replace("front'", `${content}'`),
    });
    const { models } = await project.load(['model.ts'], { cacheFolder });
    expect(models[0]?.architecture.elements[0]?.name).toBe(content);
  }
});
