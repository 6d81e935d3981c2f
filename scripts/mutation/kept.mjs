// What is known of the mutants of each source from earlier runs, also from those that were cut off: one file a source below
// .cache/mutation. A mutant that was noticed is judged again when its source or the file of the test that noticed it has
// changed, any other one when there are tests that it has not been tried on. That another source has changed is not looked at:
// `--anew` judges everything again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { absolute, bundleTests } from './bundle.mjs';

const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 20);
const read = (file) => readFileSync(absolute(file), 'utf8');
const { version } = JSON.parse(read('node_modules/@stryker-mutator/instrumenter/package.json'));

export const digestOfSource = (source) => digest(`${version} ${read(source)}`);

/** File of tests → digest of it and of what it imports that is no source. */
export async function digestsOfTests(tests) {
  const { imports } = await bundleTests(tests);
  return Object.fromEntries(
    tests.map((test) => [
      test,
      digest(
        importedFrom(test, imports)
          .map((file) => `${file} ${read(file)}`)
          .join('\n'),
      ),
    ]),
  );
}

function importedFrom(test, imports) {
  const seen = new Set([test]);
  for (const file of seen) {
    for (const { path, external } of imports[file]?.imports ?? [])
      if (!external && path.startsWith('test/')) seen.add(path);
  }
  return [...seen].sort();
}

const pathOf = (folder, source) => absolute(join('.cache', 'mutation', folder, `${source.replaceAll('/', '.')}.json`));

/** `{ digest, effort, tests, mutants }`, or nothing where the source is new or has changed. */
export function keptOf(folder, source) {
  const path = pathOf(folder, source);
  const kept = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  return kept?.digest === digestOfSource(source) ? kept : undefined;
}

export function keep(folder, source, kept) {
  const path = pathOf(folder, source);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(kept));
}

/**
 * What is left to do for a mutant that was judged before: nothing, the names of the only files of tests that can make a
 * difference, or `all` of them.
 */
export function leftFor(mutant, kept, tests, effort) {
  if (mutant.status === 'Ignored') return [];
  if (/Killed|Timeout/.test(mutant.status)) return mutant.by && tests[mutant.by] === kept.tests[mutant.by] ? [] : 'all';
  if (mutant.cut && kept.effort !== effort) return 'all';
  return Object.keys(tests).filter((file) => tests[file] !== kept.tests[file]);
}
