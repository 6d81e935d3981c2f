import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import type { ArchitectureDocument, SourcePosition } from '../../src/graph/architecture.js';
import type { Problem } from '../../src/graph/problem.js';
import { loadEngine } from '../../src/load/engine.js';

/** What the sandbox loads: the whole builder as one module. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './src/index.ts'; export { collect } from './src/vocabulary/collect.ts';`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]!.text;
}

interface Collected {
  readonly documents: readonly ArchitectureDocument[];
  readonly problems: readonly Problem[];
}

let code: string;
beforeAll(async () => {
  code = await bundle();
});

async function collectInSandbox(modules: Readonly<Record<string, string>>): Promise<Collected> {
  return loadEngine().withSandbox(({ context, runtime }) => {
    runtime.setModuleLoader(
      (name) => (name === 'stanchion' ? code : (modules[name] ?? '')),
      (_, name) => name.replace('./', 'models/'),
    );
    const made = context.unwrapResult(context.evalCode(entry, 'entry', { type: 'module' }));
    const exported = context.getProp(made, 'default');
    const collected: unknown = context.dump(exported);
    exported.dispose();
    made.dispose();
    return JSON.parse(String(collected)) as Collected;
  });
}

const entry = `
import exported from 'models/shop.ts';
import { collect } from 'stanchion';
export default JSON.stringify(collect(exported));`;

test('the bundle of the sandbox is small', () => {
  expect(code.length).toBeLessThan(25_000);
  expect(code).not.toContain('node:');
});

test('positions are the innermost lines of the author', async () => {
  const { documents, problems } = await collectInSandbox({
    'models/part.ts': [
      `export function tier(site, name) {`,
      `  return ['a', 'b'].map((letter) => {`,
      `    const app = site.appServer(name + letter);`,
      `    return { app };`,
      `  });`,
      `}`,
    ].join('\n'),
    'models/shop.ts': [
      `import { architecture, each } from 'stanchion';`,
      `import { tier } from './part.ts';`,
      `const site = architecture('shop');`,
      `const stack = tier(site, 'app ');`,
      `const db = site`,
      `  .database('db');`,
      `each(stack).app.writes(db);`,
      `site.servers(2, 'server', (server) => {`,
      `  server.agent('collector');`,
      `});`,
      `export default site;`,
    ].join('\n'),
  });
  expect(problems).toEqual([]);
  const place = ({ at }: { at?: SourcePosition }) => `${at?.file}:${at?.line}`;
  expect(documents[0]?.elements.map((element) => `${element.id} ${place(element)}`)).toEqual([
    'app a models/part.ts:3',
    'app b models/part.ts:3',
    'db models/shop.ts:6',
    'server-1 models/shop.ts:8',
    'server-1/collector models/shop.ts:9',
    'server-2 models/shop.ts:8',
    'server-2/collector models/shop.ts:9',
  ]);
  expect(documents[0]?.flows.map(place)).toEqual(['models/shop.ts:7', 'models/shop.ts:7']);
  expect(documents[0]?.elements.every(({ at }) => (at?.column ?? 0) > 1)).toBe(true);
});

test('mistakes without an architecture have a line too', async () => {
  const { documents, problems } = await collectInSandbox({
    'models/shop.ts': [
      `import { architecture, each } from 'stanchion';`,
      `const site = architecture('shop');`,
      `each([]).app.writes(site.database('db'));`,
      `export default site;`,
    ].join('\n'),
  });
  expect(problems).toEqual([
    expect.objectContaining({ file: 'models/shop.ts', line: 3, message: 'each([]) says nothing: the array is empty.' }),
  ]);
  expect(documents).toEqual([]);
});

test('the bundle knows its own lines in Node too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  writeFileSync(join(folder, 'stanchion.mjs'), code);
  writeFileSync(
    join(folder, 'shop (1).mjs'),
    [
      `import { architecture, collect } from './stanchion.mjs';`,
      `const site = architecture('shop');`,
      `const [web] = site.servers(1, 'server', (server) => server.webServer('web'));`,
      `process.stdout.write(JSON.stringify(collect(site)));`,
    ].join('\n'),
  );
  const output = execFileSync(process.execPath, [join(folder, 'shop (1).mjs')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const { documents } = JSON.parse(output) as Collected;
  const places = documents[0]?.elements.map(({ at }) => [decodeURI(basename(at?.file ?? '')), at?.line, at?.column]);
  expect(places).toEqual([
    ['shop (1).mjs', 3, 20],
    ['shop (1).mjs', 3, 60],
  ]);
});
