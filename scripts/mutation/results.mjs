// What mutation testing came to, folder by folder: test/mutation-results.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders, root } from './folders.mjs';

const kept = join(root, 'test', 'mutation-results.json');

/**
 * A mutant that makes the tests run on and on is noticed: `endless` counts these. `ignored` are those that only matter while
 * modules are loaded (tables, texts); `cut` are those among the unnoticed that not all tests, or not the whole of one, were
 * tried on; `equivalent` those that no test can notice, by test/mutation-equivalents.json.
 */
export function scoreOf(mutants) {
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const unnoticed = count('Survived', 'NoCoverage');
  const score = Math.round((1000 * noticed) / Math.max(1, noticed + unnoticed)) / 10;
  const cut = mutants.filter((mutant) => mutant.cut && mutant.status === 'Survived').length;
  const equivalent = count('Equivalent');
  return {
    score,
    noticed,
    unnoticed,
    endless: count('Timeout'),
    ignored: count('Static', 'Ignored'),
    ...(cut > 0 ? { cut } : {}),
    ...(equivalent > 0 ? { equivalent } : {}),
  };
}

export function lineOf({ file, line, column, mutator, replacement, status, cut }) {
  const source = readFileSync(join(root, file), 'utf8').split('\n')[line - 1].trim();
  const head = `${file}:${line}:${column} ${mutator} ${status}${cut ? ' (cut)' : ''}`;
  return `${head}\n    ${source}\n  → ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 160)}`;
}

export function keepScore(folder, score) {
  const results = { ...(existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {}), [folder]: score };
  const sorted = Object.keys(results)
    .filter((name) => Object.hasOwn(folders, name))
    .sort()
    .map((name) => [name, results[name]]);
  writeFileSync(kept, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}
