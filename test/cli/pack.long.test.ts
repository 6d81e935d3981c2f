import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BareFolder, bareFolder } from './built-command.js';
import { fragile, mistyped } from './models.js';

/** The packed tarball, installed in an empty folder: what a user gets. Takes a good while, most of it npm's. */
let folder: BareFolder;
let tarball: string;

beforeAll(() => {
  folder = bareFolder({ 'project/package.json': '{ "private": true }\n', 'project/shop.arch.ts': fragile });
  const told = npm(process.cwd(), 'pack', '--json', '--ignore-scripts', '--pack-destination', folder.path);
  const [{ filename }] = JSON.parse(told) as [{ filename: string }];
  tarball = join(folder.path, basename(filename));
  npm(join(folder.path, 'project'), 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball);
}, 300_000);
afterAll(() => folder.remove());

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function installed(cwd: string, ...args: string[]) {
  const stanchion = join(folder.path, 'project/node_modules/.bin/stanchion');
  const env = { PATH: process.env.PATH, HOME: folder.path };
  const { status, stdout, stderr } = spawnSync(stanchion, args, { cwd: join(folder.path, cwd), encoding: 'utf8', env });
  return { exitCode: status, stdout, stderr };
}

test('the tarball is small and holds what it should', () => {
  expect(statSync(tarball).size).toBeLessThan(5_000_000);
  const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).split('\n');
  for (const file of [
    'dist/cli.js',
    'dist/index.js',
    'dist/types/index.d.ts',
    'LICENSE',
    'dist/THIRD-PARTY-NOTICES.md',
    'dist/fonts/Inter_400Regular.ttf',
    'docs/writing-rules.md',
    'docs/tutorial.md',
    'docs/example-rules/index.js',
  ]) {
    expect(files).toContain(`package/${file}`);
  }
  // The example of a rule package has tests of its own, which are part of the example.
  expect(files.filter((file) => /^package\/(src|test|models|bench|\.cache|scripts)\//.test(file))).toEqual([]);
});

test('what is installed is small', () => {
  const modules = join(folder.path, 'project/node_modules');
  const sizes = readdirSync(modules, { recursive: true, encoding: 'utf8' }).map((file) =>
    statSync(join(modules, file)),
  );
  const bytes = sizes.filter((entry) => entry.isFile()).reduce((sum, { size }) => sum + size, 0);
  expect(bytes).toBeLessThan(65_000_000);
});

test('a model that imports stanchion is audited, drawn and reported', () => {
  const audited = installed('project', 'audit', 'shop.arch.ts');
  expect(audited).toMatchObject({ exitCode: 1, stderr: '' });
  expect(audited.stdout).toContain('Fragile shop');
  expect(installed('project', 'report', 'shop.arch.ts')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(readFileSync(join(folder.path, 'project/output/fragile-shop/overview.svg'), 'utf8')).toMatch(/^<svg/);
  expect(installed('project', 'render', 'shop.arch.ts', '--format', 'png')).toMatchObject({ exitCode: 0, stderr: '' });
});

test('in a bare folder without package.json, where nothing is installed, as npx would run it', () => {
  mkdirSync(join(folder.path, 'bare'));
  writeFileSync(join(folder.path, 'bare/shop.arch.ts'), fragile);
  writeFileSync(join(folder.path, 'bare/mistyped.ts'), mistyped);
  expect(installed('bare', 'audit', 'shop.arch.ts')).toMatchObject({ exitCode: 1, stderr: '' });
  const { exitCode, stderr } = installed('bare', 'audit', 'mistyped.ts');
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/mistyped\.ts:4:\d+\nerror: /);
});

test('the declarations hold up to a strict compiler without ours or Node’s', () => {
  const project = join(folder.path, 'project');
  writeFileSync(
    join(project, 'consumer.ts'),
    `import { architecture, http } from 'stanchion';
import { defineRule } from 'stanchion/rules';
import { audit, load, render, report } from 'stanchion/api';
import { defineConfig } from 'stanchion/config';
import * as testing from 'stanchion/testing';
export const config = defineConfig({ rules: { 'transport/cert-expiry': { options: { days: 45 } } } });
export const parts = [architecture, http, defineRule, audit, load, render, report, testing];
`,
  );
  const settings = { module: 'nodenext', target: 'es2022', strict: true, noEmit: true, skipLibCheck: false, types: [] };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: settings, files: ['consumer.ts'] }));
  const compiler = join(project, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', project], { cwd: project, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test('the library runs from where it is installed', () => {
  writeFileSync(
    join(folder.path, 'project/use.mjs'),
    `import { audit, load, render } from 'stanchion/api';
const { models } = await load('shop.arch.ts');
const audited = audit(models[0], { today: '2026-11-21' });
const { svg } = await render(audited, { view: 'overview' });
console.log(audited.findings.length > 0, svg.startsWith('<svg'));
`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, ['use.mjs'], {
    cwd: join(folder.path, 'project'),
    encoding: 'utf8',
  });
  expect({ stdout, stderr }).toEqual({ stdout: 'true true\n', stderr: '' });
});
