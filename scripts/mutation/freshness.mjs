// What has to be judged again: a source is, when it, a test that imports it or anything these import is no longer what it was.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { absolute, bundleTests } from './bundle.mjs';
import { folders } from './folders.mjs';

const hash = (text) => createHash('sha256').update(text).digest('hex');

/** Source → what its mutants' fate depends on, as one word. */
export async function keysOf(folder, sources, tests) {
  const { imports } = await bundleTests(tests);
  const hashes = new Map();
  const hashOf = (file) => {
    if (!hashes.has(file)) hashes.set(file, hash(readFileSync(absolute(file))));
    return hashes.get(file);
  };
  const closures = tests.map((test) => importedFrom(test, imports));
  const always = toolHash(folder);
  return new Map(
    sources.map((source) => {
      const files = new Set([source, ...closures.filter((files) => files.has(source)).flatMap((files) => [...files])]);
      const parts = [...files].sort().map((file) => `${file} ${hashOf(file)}`);
      return [source, hash([always, ...parts].join('\n'))];
    }),
  );
}

function importedFrom(test, imports) {
  const seen = new Set([test]);
  for (const file of seen) {
    for (const { path, external } of imports[file]?.imports ?? []) if (!external) seen.add(path);
  }
  return seen;
}

/** How mutants are made and judged: with another tool all are judged again. */
function toolHash(folder) {
  const here = readdirSync(absolute('scripts/mutation')).map((name) => `scripts/mutation/${name}`);
  const texts = ['package-lock.json', ...here].map((file) => readFileSync(absolute(file), 'utf8'));
  return hash([process.version, JSON.stringify(folders[folder]), ...texts].join('\n'));
}

const pathOf = (folder) => absolute(join('.cache', 'mutation', folder, 'judged.json'));

/** Source → `{ key, mutants }` of the last run. */
export function lastRun(folder) {
  return existsSync(pathOf(folder)) ? JSON.parse(readFileSync(pathOf(folder), 'utf8')) : {};
}

export function rememberRun(folder, judged) {
  mkdirSync(dirname(pathOf(folder)), { recursive: true });
  writeFileSync(pathOf(folder), JSON.stringify(judged));
}
