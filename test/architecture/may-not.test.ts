import { type Reach, reachOf } from './reach.js';
import { parseSource, readSources } from './sources.js';

/** Where a part may reach out, and why; everywhere else it may not. */
const allowed: Readonly<Record<Reach, readonly string[]>> = {
  process: ['src/cli/'],
  console: ['src/cli/'],
  time: ['src/cli/'],
  chance: [],
  network: [],
  'reads files': ['src/load/', 'src/cli/'],
  // is-graph.ts opens a file to read its beginning.
  'writes files': ['src/cli/', 'src/load/own-files.ts', 'src/load/check-types.ts', 'src/load/is-graph.ts'],
  // watch-modules.ts talks with the thread in which Node runs its hooks.
  'starts programs': ['src/cli/git/run-git.ts', 'src/load/check-types.ts', 'src/load/config/watch-modules.ts'],
};

const reaches = readSources('src').flatMap((source) =>
  reachOf(source).map((found) => ({ ...found, path: source.path })),
);

test.each(Object.keys(allowed) as Reach[])('%s: only where it belongs', (reach) => {
  const wrong = reaches
    .filter((found) => found.reach === reach && !allowed[reach].some((place) => found.path.startsWith(place)))
    .map(({ path, by }) => `${path}: ${by}`);
  expect(wrong).toEqual([]);
});

describe('what is planted is caught', () => {
  test.each<[Reach, string]>([
    ['process', 'export const x = process.env.HOME;'],
    ['process', "import { argv } from 'node:process'; export { argv };"],
    ['process', 'export const { cwd } = process;'],
    ['console', "console.log('x');"],
    ['time', 'export const x = Date.now();'],
    ['time', 'export const x = new Date();'],
    ['time', 'export const x = performance.now();'],
    ['time', "import { performance } from 'node:perf_hooks'; export { performance };"],
    ['chance', 'export const x = Math.random();'],
    ['network', "export const x = fetch('https://example.org');"],
    ['network', "import { connect } from 'node:net'; export { connect };"],
    ['network', "export const x = () => import('https');"],
    ['reads files', "import { readFileSync } from 'node:fs'; export { readFileSync };"],
    ['writes files', "import * as fs from 'fs'; export { fs };"],
    ['writes files', "import { writeFile } from 'node:fs/promises'; export { writeFile };"],
    ['starts programs', "import { spawn } from 'node:child_process'; export { spawn };"],
  ])('%s: %s', (reach, text) => {
    expect(reachOf(parseSource('src/graph/x.ts', text)).map((found) => found.reach)).toContain(reach);
  });

  test.each([
    "export const x = new Date('2026-01-31T00:00:00Z');",
    'export const x = { process: 1, fetch: 2 };',
    'export const x = (site: { process: string }) => site.process;',
    "import type { Stats } from 'node:fs'; export type { Stats };",
    'export interface Facts { readonly fetch: string; readonly console: boolean }',
  ])('and what is harmless is not: %s', (text) => {
    expect(reachOf(parseSource('src/graph/x.ts', text))).toEqual([]);
  });
});
