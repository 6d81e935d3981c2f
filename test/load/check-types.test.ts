import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { startCheck } from '../../src/load/check-types.js';
import { createProject, model } from './support/project.js';

const checked = { checkTypes: true };

test('the sample of the design passes as it stands, in a folder without a package.json', async () => {
  const project = createProject({
    'shop.arch.ts': `import { architecture, each, http, https } from 'stanchion';

const site = architecture('www.foobar.com', { summary: 'Three servers behind a load balancer.' });
const certificate = site.certificate('www.foobar.com', { names: ['www.foobar.com'] });
const visitor = site.user('visitor');
const lb = site.loadBalancer('load balancer', { listens: https(certificate), why: 'Spreads requests over the three servers.' });
lb.firewall('load balancer firewall', { incoming: 'filtered' });
const stack = site.servers(3, 'server', (server) => {
  const web = server.webServer('web', { listens: { plain: http(), secure: https(certificate) } });
  const app = server.appServer('app');
  const mysql = server.database('mysql', { engine: 'mysql' });
  web.forwards(app);
  return { web, app, mysql };
});
const [writer, ...others] = stack;
each(others).mysql.replicates(writer.mysql, { failover: 'none' });
visitor.visits(site.dns('foobar.com').record('A', 'www', lb));
lb.balances(each(stack).web.at.plain);
each(stack).app.writes(writer.mysql);

export default site;
`,
  });
  const { models, problems } = await project.load(['shop.arch.ts'], checked);
  expect(problems).toEqual([]);
  expect(models).toHaveLength(1);
});

test('a type error breaks the model and names its place; the others load', async () => {
  const project = createProject({
    'broken.ts': `import { architecture } from 'stanchion';\nconst site = architecture('x');\nsite.server('a', { memory: '16GB' });\nexport default site;\n`,
    'good.ts': model('good'),
  });
  const { models, problems } = await project.load(['broken.ts', 'good.ts'], checked);
  expect(models.map(({ file }) => file)).toEqual(['good.ts']);
  expect(problems[0]).toMatchObject({
    file: 'broken.ts',
    line: 3,
    column: 20,
    message: expect.stringMatching(/'"?16GB"?'/),
  });
  expect(JSON.stringify(problems)).not.toContain(project.folder);
});

test('what the evaluation explains better is told once, by the evaluation', async () => {
  const project = createProject({
    'a.ts': `import { readFileSync } from 'node:fs';\n${model('a')}void readFileSync;\n`,
    'b.ts': `${model('b')}process.exit(0);\n`,
    'c.ts': `${model('c')}const x = ;\n`,
  });
  const { problems } = await project.load(['a.ts', 'b.ts', 'c.ts'], checked);
  expect(problems.map(({ file, line, message }) => [file, line, message.replace(/ .*/, '')])).toEqual([
    ['a.ts', 1, "'node:fs'"],
    ['b.ts', 5, 'The'],
    ['c.ts', 5, 'Syntax'],
  ]);
});

test('the compiler finds what never runs', async () => {
  const project = createProject({ 'a.ts': `${model('a')}export const later = () => console.log(fetch('x'));\n` });
  const { models, problems } = await project.load(['a.ts'], checked);
  expect(models).toEqual([]);
  expect(problems).toMatchObject([
    {
      file: 'a.ts',
      line: 5,
      message: "'console' does not exist in a model.",
      hint: expect.stringMatching(/prints nothing/),
    },
    { file: 'a.ts', line: 5, message: "'fetch' does not exist in a model." },
  ]);
});

test('an own rule that the compiler does not know is explained', async () => {
  const project = createProject({
    'a.ts': `import type { RuleId } from 'stanchion';\n${model('a')}export const own: RuleId = 'kit/own';\n`,
  });
  const { problems } = await project.load(['a.ts'], checked);
  expect(problems).toMatchObject([
    { file: 'a.ts', line: 6, hint: expect.stringMatching(/^Of own rules .* CustomRules/) },
  ]);
});

test('an error in a part that two models share is told once and breaks both', async () => {
  const shared = `import { name } from './lib/name.js';\n`;
  const project = createProject({
    'a.ts': `${shared}${model('a')}void name;\n`,
    'b.ts': `${shared}${model('b')}void name;\n`,
    'c.ts': model('c'),
    'lib/name.ts': `export const name: string = 5;\n`,
  });
  const { models, problems } = await project.load(['a.ts', 'b.ts', 'c.ts'], checked);
  expect(models.map(({ file }) => file)).toEqual(['c.ts']);
  expect(problems).toMatchObject([{ file: 'lib/name.ts', line: 1, column: 14 }]);
});

test('a listener that is missing is explained by the type that says so', async () => {
  const project = createProject({
    'a.ts': `import { architecture, http } from 'stanchion';
const site = architecture('x');
const web = site.webServer('web', { listens: { plain: http(), other: http({ port: 81 }) } });
site.loadBalancer('lb').balances(web);
export default site;
`,
  });
  const { problems } = await project.load(['a.ts'], checked);
  expect(problems[0]).toMatchObject({ file: 'a.ts', line: 4 });
  expect(`${problems[0]?.message} ${problems[0]?.hint}`).toContain('several listeners');
});

test("the project's own settings change nothing", async () => {
  const project = createProject({
    'a.ts': `${model('a')}export const f = (x) => x;\n`,
    'tsconfig.json': JSON.stringify({ compilerOptions: { strict: false, noImplicitAny: false } }),
  });
  const { problems } = await project.load(['a.ts'], checked);
  expect(problems).toMatchObject([{ line: 5, message: expect.stringMatching(/implicitly has an 'any' type/) }]);
});

test('a folder reached by a symbolic link is named as it was entered', async () => {
  const project = createProject({ 'real/a.ts': `${model('a')}const x: string = 5;\nvoid x;\n` });
  symlinkSync(join(project.folder, 'real'), join(project.folder, 'link'));
  const { problems } = await project.load(['a.ts'], { ...checked, cwd: join(project.folder, 'link') });
  expect(problems).toMatchObject([{ file: 'a.ts', line: 5, column: 7 }]);
});

test('a model that would exhaust the compiler does not keep it from checking the others', async () => {
  const project = createProject({
    'deep.ts': `export default ${'['.repeat(50_000)}${']'.repeat(50_000)};\n`,
    'wrong.ts': `${model('wrong')}const x: string = 5;\nvoid x;\n`,
    'good.ts': model('good'),
  });
  const { models, problems } = await project.load(['deep.ts', 'wrong.ts', 'good.ts'], checked);
  expect(models.map(({ file }) => file)).toEqual(['good.ts']);
  expect(problems).toMatchObject([
    { file: 'deep.ts', message: expect.stringMatching(/too deeply/) },
    { file: 'wrong.ts', line: 5 },
  ]);
}, 60_000);

test.each([
  ['a graph of another program', 'config.json', '{"token":"t0p"}', "import type found from '../outside/config.json';"],
  [
    'a module',
    'secret.ts',
    "export const token = 't0p' as const;",
    "type found = typeof import('../outside/secret.js');",
  ],
  [
    'a reference',
    'secret.d.ts',
    "declare const found: { token: 't0p' };",
    '/// <reference path="../outside/secret.d.ts" />',
  ],
])('types from outside the project are refused, and nothing of them is told: %s', async (_, file, content, line) => {
  const project = createProject({
    [`outside/${file}`]: content,
    'inside/a.ts': `${line}\n${model('a')}const x: typeof found = 5;\nconst y: found = 5;\nvoid [x, y];\n`,
    // A graph may say that it was written anywhere.
    'inside/b.json': JSON.stringify({
      format: 'stanchion-architecture',
      version: 1,
      name: 'b',
      facts: {},
      elements: [],
      flows: [],
      pools: [],
      clusters: [],
      journeys: [],
      waivers: [],
    }),
  });
  const cwd = join(project.folder, 'inside');
  const { models, problems, sourceLines } = await project.load(['a.ts', 'b.json'], { ...checked, cwd });
  expect(models.map(({ file: name }) => name)).toEqual(['b.json']);
  expect(problems.map(({ message }) => message)).toContain(
    `Types are imported from '../outside/${file}', which lies outside the project.`,
  );
  expect(JSON.stringify(problems)).not.toContain('t0p');
  expect(sourceLines(`../outside/${file}`)).toBeUndefined();
});

test('a compiler that does not come to an end is ended', async () => {
  const { folder } = createProject({ 'deep.ts': `export default ${'['.repeat(50_000)}${']'.repeat(50_000)};\n` });
  const checking = startCheck([join(folder, 'deep.ts')], folder);
  await new Promise((settle) => setTimeout(settle, 300));
  checking.stop();
  expect((await checking.answer).files).toEqual([]);
}, 20_000);
