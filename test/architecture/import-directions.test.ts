import { isForbidden, isPlaced } from './directions.js';
import { importsOf } from './imports.js';
import { parseSource, readSources } from './sources.js';

const sources = readSources('src');
const known = new Set(sources.map(({ path }) => path));

test('every file belongs to a part', () => {
  expect(sources.length).toBeGreaterThan(10);
  expect(sources.filter(({ path }) => !isPlaced(path)).map(({ path }) => path)).toEqual([]);
});

test('imports point one way', () => {
  const wrong = sources.flatMap(importsOf).filter(isForbidden);
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('what is imported exists', () => {
  const edges = sources.flatMap(importsOf).filter(({ to }) => to.startsWith('src/') && !/\.(json|mjs)$/.test(to));
  expect(edges.length).toBeGreaterThan(10);
  expect(edges.filter(({ to }) => !known.has(to))).toEqual([]);
});

test('no file needs itself to be loaded', () => {
  expect(cycles()).toEqual([]);
});

describe('what edits sources is large, and read only where sources are edited', () => {
  // Read only where a configuration has a mistake, to tell its place: no answer waits for it.
  const forMistakes = 'src/rewrite/place-in-object.ts';
  const edges = sources.flatMap(importsOf).filter(({ from, isTypeOnly }) => !isTypeOnly && from !== forMistakes);
  const reached = (starts: readonly string[], { lazily }: { readonly lazily: boolean }): ReadonlySet<string> => {
    const found = new Set(starts);
    for (const path of found) {
      for (const edge of edges) if (edge.from === path && (lazily || !edge.isLazy)) found.add(edge.to);
    }
    return found;
  };

  test('the command starts without it', () => {
    expect(reached(['src/cli/main.ts'], { lazily: false })).not.toContain('ts-morph');
  });

  test.each(['audit', 'render', 'report', 'simulate', 'explain', 'rules', 'schema'])('%s never reads it', (name) => {
    expect(reached([`src/cli/commands/${name}.ts`], { lazily: true })).not.toContain('ts-morph');
  });

  test.each(['fix', 'accept'])('%s does', (name) => {
    expect(reached([`src/cli/commands/${name}.ts`], { lazily: true })).toContain('ts-morph');
  });
});

describe('a planted import is caught', () => {
  const isCaught = (path: string, text: string) => importsOf(parseSource(path, text)).some(isForbidden);

  test.each([
    ['src/graph/x.ts', "import { audit } from '../audit/audit.js';"],
    ['src/graph/x.ts', "import type { Finding } from '../audit/finding.js';"],
    ['src/graph/x.ts', "import { type Finding } from '../audit/finding.js';"],
    ['src/graph/x.ts', "export * from '../audit/finding.js';"],
    ['src/graph/x.ts', "export type * from '../audit/finding.js';"],
    ['src/graph/x.ts', "export { severities } from '../audit/finding.js';"],
    ['src/graph/x.ts', "import '../audit/audit.js';"],
    ['src/graph/x.ts', "export const late = () => import('../audit/audit.js');"],
    ['src/graph/x.ts', 'export const late = () => import(`../audit/audit.js`);'],
    ['src/graph/x.ts', "export type Late = import('../audit/finding.js').Finding;"],
    ['src/graph/x.ts', "import later = require('../audit/audit.js'); export { later };"],
    ['src/graph/x.ts', "export const later = require('../audit/audit.js');"],
    ['src/graph/x.ts', 'export const late = (name: string) => import(name);'],
    ['src/vocabulary/x.ts', "import { createGraph } from '../graph/create-graph.js';"],
    ['src/vocabulary/x.ts', "import { severities } from '../graph/architecture.js';"],
    ['src/rules/transport/x.ts', "import type { Finding } from '../../audit/finding.js';"],
    ['src/report/x.ts', "import { render } from '../draw/render.js';"],
    ['src/draw/x.ts', "import { load } from '../load/load-models.js';"],
    ['src/diff/x.ts', "import type { Scene } from '../draw/scene/scene.js';"],
    ['src/audit/x.ts', "import type { ModelDiff } from '../diff/model-diff.js';"],
    ['src/audit/x.ts', "import { run } from '../cli/run.js';"],
    ['src/draw/svg/x.ts', "import { Graphviz } from '@hpcc-js/wasm-graphviz';"],
    ['src/report/markdown.ts', "import chalk from 'chalk';"],
    ['src/load/x.ts', "import * as morph from 'ts-morph';"],
    ['src/cli/x.ts', "import lodash from 'lodash';"],
  ])('%s: %s', (path, text) => {
    expect(isCaught(path, text)).toBe(true);
  });

  test.each([
    ['src/audit/x.ts', "import type { Architecture } from '../graph/architecture.js';"],
    ['src/vocabulary/x.ts', "import type { Problem } from '../graph/problem.js';"],
    ['src/rules/transport/x.ts', "import { defineRule } from '../../rules-api.js';"],
    ['src/draw/x.ts', "import type { ModelDiff } from '../diff/model-diff.js';"],
    ['src/cli/commands/x.ts', "import { readFileSync } from 'node:fs';"],
    ['src/draw/layout/x.ts', "import { Graphviz } from '@hpcc-js/wasm-graphviz';"],
  ])('and an allowed one is not: %s: %s', (path, text) => {
    expect(isCaught(path, text)).toBe(false);
  });
});

/** Rings of imports that run (types vanish), each told once by the files on it. */
function cycles(): string[] {
  const edges = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source)
        .filter((edge) => !edge.isTypeOnly)
        .map((edge) => edge.to),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (done.has(path) || way.includes(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return found;
}
