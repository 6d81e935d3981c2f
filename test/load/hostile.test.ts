import { createProject, model, type Project } from './support/project.js';

/** A model that must not load: its source, and the one problem that is told. */
interface Case {
  readonly source: string;
  readonly line: number;
  readonly column: number;
  readonly message: RegExp;
  readonly hint?: RegExp;
  /** In which file, when it is not the model's own. */
  readonly file?: string;
  readonly more?: Readonly<Record<string, string>>;
}

const header = `import { architecture } from 'stanchion';\nconst site = architecture('x');\n`;
const footer = `export default site;\n`;

const cases: Readonly<Record<string, Case>> = {
  'an endless loop': {
    source: `${header}for (;;) {}\n${footer}`,
    line: 3,
    column: 1,
    message: /computes for too long/,
  },
  'an endless recursion': {
    source: `${header}const f = (): number => f() + 1;\nf();\n${footer}`,
    line: 3,
    column: 25,
    message: /nested without an end/,
  },
  'an array of 10 GB': {
    source: `${header}new Uint8Array(10 * 2 ** 30);\n${footer}`,
    line: 3,
    column: 5,
    message: /256 MB|RangeError/,
  },
  '10 GB in small parts': {
    source: `${header}const all: Uint8Array[] = [];\nfor (;;) all.push(new Uint8Array(2 ** 26));\n${footer}`,
    line: 4,
    column: 23,
    message: /more than 256 MB/,
  },
  'a string that doubles for ever': {
    source: `${header}let s = 'x'.repeat(2 ** 20);\nconst all: string[] = [];\nfor (;;) all.push((s = s + s + all.length));\n${footer}`,
    line: 5,
    column: 24,
    message: /string too long|256 MB/,
  },
  'a throw': {
    source: `${header}throw new Error('no such\\n stage');\n${footer}`,
    line: 3,
    column: 11,
    message: /^The model threw an error: no such stage$/,
  },
  'a throw of something that is no error': {
    source: `${header}throw { toString() { throw 1; }, get message() { throw 2; } };\n${footer}`,
    line: 1,
    column: 1,
    message: /threw an error/,
  },
  'a throw of a function whose toJSON never ends': {
    source: `${header}throw Object.assign(() => {}, { toJSON() { for (;;); } });\n${footer}`,
    line: 1,
    column: 1,
    message: /threw an error: it is no Error/,
  },
  'a throw of a function with a getter that never ends': {
    source: `${header}throw Object.defineProperty(() => {}, 'message', { get() { for (;;); }, enumerable: true });\n${footer}`,
    line: 1,
    column: 1,
    message: /threw an error: it is no Error/,
  },
  'a throw of a symbol': { source: `${header}throw Symbol('shop');\n${footer}`, line: 1, column: 1, message: /threw/ },
  'a throw of nothing': { source: `${header}throw undefined;\n${footer}`, line: 1, column: 1, message: /threw/ },
  'a rejected promise': {
    source: `${header}await Promise.reject(new RangeError('too late'));\n${footer}`,
    line: 3,
    column: 26,
    message: /^The model threw a RangeError: too late$/,
  },
  'an async function that fails': {
    source: `${header}const build = async () => {\n  throw new Error('half done');\n};\nawait build();\n${footer}`,
    line: 4,
    column: 13,
    message: /half done/,
  },
  'a promise that nothing settles': {
    source: `${header}await new Promise(() => {});\n${footer}`,
    line: 3,
    column: 1,
    message: /never finishes/,
    hint: /no clock and no network/,
  },
  'an endless chain of promises': {
    source: `${header}const again = (): Promise<void> => Promise.resolve().then(again);\nawait again();\n${footer}`,
    line: 4,
    column: 1,
    message: /computes for too long/,
  },
  "Node's file system": {
    source: `import { readFileSync } from 'node:fs';\n${header}readFileSync('/etc/passwd');\n${footer}`,
    line: 1,
    column: 30,
    message: /^'node:fs' cannot be imported\.$/,
    hint: /sandbox without Node/,
  },
  "Node's file system without its prefix": {
    source: `${header}import fs from "fs";\nvoid fs;\n${footer}`,
    line: 3,
    column: 16,
    message: /^'fs' cannot be imported\.$/,
    hint: /sandbox/,
  },
  "Node's file system, asked for while running": {
    source: `${header}const fs = await import('node:fs');\nvoid fs;\n${footer}`,
    line: 3,
    column: 25,
    message: /^'node:fs' cannot be imported\.$/,
  },
  'a module from the network': {
    source: `import x from 'https://example.org/x.js';\n${header}void x;\n${footer}`,
    line: 1,
    column: 15,
    message: /cannot be imported/,
    hint: /relative paths/,
  },
  'the process': {
    source: `${header}declare const process: { exit(code: number): never };\nprocess.exit(0);\n${footer}`,
    line: 4,
    column: 1,
    message: /'process' is not defined/,
    hint: /sandbox without Node/,
  },
  'the environment': {
    source: `${header}declare const process: { env: object };\nconst all = { ...process.env };\nvoid all;\n${footer}`,
    line: 4,
    column: 18,
    message: /'process' is not defined/,
    hint: /no environment/,
  },
  require: {
    source: `${header}declare const require: (name: string) => unknown;\nrequire('fs');\n${footer}`,
    line: 4,
    column: 1,
    message: /'require' is not defined/,
    hint: /no require/,
  },
  fetch: {
    source: `${header}declare const fetch: (url: string) => Promise<unknown>;\nawait fetch('https://example.org');\n${footer}`,
    line: 4,
    column: 7,
    message: /'fetch' is not defined/,
    hint: /no network/,
  },
  console: {
    source: `${header}declare const console: { log(text: string): void };\nconsole.log('x');\n${footer}`,
    line: 4,
    column: 1,
    message: /'console' is not defined/,
    hint: /prints nothing/,
  },
  'the clock': { source: `${header}void new Date();\n${footer}`, line: 3, column: 10, message: /no clock/ },
  'the clock by its other name': {
    source: `${header}void Date.now();\n${footer}`,
    line: 3,
    column: 11,
    message: /no clock/,
  },
  chance: { source: `${header}void Math.random();\n${footer}`, line: 3, column: 11, message: /no randomness/ },
  'a getter that throws': {
    source: `${header}export default {\n  get production(): typeof site {\n    throw new Error('not yet');\n  },\n};\n`,
    line: 5,
    column: 15,
    message: /not yet/,
  },
  'a property added to every object': {
    source: `${header}Object.assign(Object.prototype, { polluted: true });\n${footer}`,
    line: 3,
    column: 8,
    message: /not extensible/,
    hint: /cannot be changed/,
  },
  'a property added by way of __proto__': {
    source: `${header}({} as any).__proto__.polluted = true;\n${footer}`,
    line: 3,
    column: 13,
    message: /not extensible/,
  },
  'a way out by the constructor of functions': {
    source: `${header}const host = (() => {}).constructor('return process')();\nvoid host;\n${footer}`,
    line: 3,
    column: 54,
    message: /'process' is not defined/,
  },
  'a cycle of imports that fails': {
    source: `import { late } from './part.js';\n${header}export const early = 1;\nvoid late;\n${footer}`,
    more: { 'part.ts': `import { early } from './broken.js';\nexport const late = early + 1;\n` },
    file: 'part.ts',
    line: 2,
    column: 21,
    message: /early is not initialized|uninitialized/,
  },
  'a missing default export': {
    source: `import { architecture } from 'stanchion';\nexport const site = architecture('x');\n`,
    line: 1,
    column: 1,
    message: /no default export/,
    hint: /export default site/,
  },
  'a default export that is a number': {
    source: 'export default 5;\n',
    line: 1,
    column: 1,
    message: /must be an architecture/,
    hint: /export default site/,
  },
  'a promise for a default export': {
    source: `${header}export default Promise.resolve(site);\n`,
    line: 1,
    column: 1,
    message: /^The default export /,
  },
  'a syntax error': {
    source: `${header}site.server('a',, 'b');\n${footer}`,
    line: 3,
    column: 17,
    message: /^Syntax error: /,
  },
  'a syntax error behind letters that take several bytes': {
    source: `${header}const größe = '🦊ü'; let x = ;\n${footer}`,
    line: 3,
    column: 30,
    message: /^Syntax error: /,
  },
  'a declaration that stands twice': {
    source: `${header}let a = 1;\nlet a = 2;\n${footer}`,
    line: 4,
    column: 5,
    message: /Syntax error/,
  },
  'a decorator': {
    source: `${header}const seen = (value: unknown): void => void value;\n@seen class A {}\nvoid A;\n${footer}`,
    line: 4,
    column: 1,
    message: /Decorators are not supported/,
  },
  'a name that a module does not export': {
    source: `import { fron } from './part.js';\n${header}site.server(fron);\n${footer}`,
    more: { 'part.ts': `export const front = 'front';\n` },
    line: 1,
    column: 10,
    message: /'part\.ts' exports nothing called 'fron'/,
    hint: /Did you mean 'front'\?/,
  },
  'a file that does not exist': {
    source: `import { front } from './prat.js';\n${header}site.server(front);\n${footer}`,
    line: 1,
    column: 23,
    message: /there is no file '.\/prat\.js'/i,
  },
  'a file outside the project': {
    source: `import x from '../../../../../../../../etc/hostname.json';\n${header}void x;\n${footer}`,
    line: 1,
    column: 15,
    message: /there is no file|lies outside the project/i,
  },
  'a package that is not installed': {
    source: `import x from 'left-pad';\n${header}void x;\n${footer}`,
    line: 1,
    column: 15,
    message: /there is no package 'left-pad'/i,
  },
  "the tool's own insides": {
    source: `import { collect } from 'stanchion:collect';\n${header}void collect;\n${footer}`,
    line: 1,
    column: 25,
    message: /cannot be imported/,
  },
  'more brackets than any compiler takes': {
    source: `${header}const x = ${'['.repeat(50_000)}${']'.repeat(50_000)};\nvoid x;\n${footer}`,
    line: 1,
    column: 1,
    message: /nested too deeply/,
  },
  'more operators than any compiler takes': {
    source: `${header}const x = ${'!'.repeat(400_000)}1;\nvoid x;\n${footer}`,
    line: 1,
    column: 1,
    message: /nested too deeply/,
  },
  'a file that is no text': { source: '\0\x01\x02\xff', line: 1, column: 1, message: /Syntax error/ },
  'an empty file': { source: '', line: 1, column: 1, message: /no default export/ },
};

describe('a model that must not load is told with its place, and the others load', () => {
  test.each(Object.entries(cases))(
    '%s',
    async (_, { source, more = {}, file = 'broken.ts', line, column, message, hint }) => {
      const project = createProject({ 'broken.ts': source, 'good.ts': model('good'), ...more });
      const { models, problems } = await project.load(['broken.ts', 'good.ts']);
      expect(models.map(({ architecture }) => architecture.name)).toEqual(['good']);
      expect(problems).toMatchObject([{ file, line, column, message: expect.stringMatching(message) }]);
      if (hint) expect(problems[0]?.hint).toMatch(hint);
      expect(`${problems[0]?.message}${problems[0]?.hint}`).not.toContain(project.folder);
    },
    60_000,
  );
});

describe('what the sandbox cannot be asked to stop is stopped from outside', () => {
  test.each([
    ['a search through more than there is', '[].indexOf.call({ length: 2 ** 53 - 1 } as never, 1 as never);'],
    ['a pattern that never ends', `/(a+)+b/.test('a'.repeat(60));`],
  ])(
    '%s',
    async (_, statement) => {
      const project = createProject({ 'broken.ts': `${header}${statement}\n${footer}`, 'good.ts': model('good') });
      const { models, problems } = await project.load(['broken.ts', 'good.ts']);
      expect(models).toHaveLength(1);
      expect(problems).toMatchObject([{ file: 'broken.ts', message: expect.stringMatching(/computes for too long/) }]);
    },
    60_000,
  );
});

test('nothing that one model does reaches the next', async () => {
  const source = (name: string): string =>
    `import { architecture } from 'stanchion';
const kept = globalThis as unknown as { seen?: string };
Array.prototype.map = () => { throw new Error('broken on purpose'); };
const site = architecture('${name} after ' + (kept.seen ?? 'nothing'));
kept.seen = '${name}';
export default site;
`;
  const project: Project = createProject({ 'a.ts': source('a'), 'b.ts': source('b'), 'good.ts': model('good') });
  const { models } = await project.load(['a.ts', 'b.ts', 'good.ts']);
  const names = models.map(({ architecture }) => architecture.name);
  expect(names).toContain('good');
  expect(names.filter((name) => / after (a|b)$/.test(name))).toEqual([]);
});
