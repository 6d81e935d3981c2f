// Judges the mutants of one folder: only those of sources that have to be judged again, in a process of their own, which is
// started anew without the mutant that took it down.
import { fork } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { absolute, bundleTests } from './bundle.mjs';
import { folders, sourcesOf, testsOf } from './folders.mjs';
import { keysOf, lastRun, rememberRun } from './freshness.mjs';
import { instrument } from './instrument.mjs';

/** How long a test may take beyond what it takes anyway, and how long a process may be silent, in milliseconds. */
const patience = 5_000;
const silence = 120_000;

/** All mutants of a folder with their `status`. */
export async function runQuickly(folder) {
  const sources = sourcesOf(folder);
  const tests = testsOf(folder);
  const keys = await keysOf(folder, sources, tests);
  const last = lastRun(folder);
  const stale = sources.filter((source) => last[source]?.key !== keys.get(source));
  const mutants = stale.length > 0 ? await judge(folder, stale, tests) : [];
  const judged = Object.fromEntries(
    sources.map((source) => {
      const key = keys.get(source);
      const own = mutants.filter(({ file }) => file === source);
      return [source, stale.includes(source) ? { key, mutants: own } : last[source]];
    }),
  );
  rememberRun(folder, judged);
  return Object.values(judged).flatMap(({ mutants }) => mutants);
}

async function judge(folder, stale, tests) {
  const { sources, mutants } = await instrument(stale);
  const place = absolute(join('.cache', 'mutation', folder));
  mkdirSync(place, { recursive: true });
  const [script, survey, path] = ['tests.cjs', 'survey.json', 'task.json'].map((name) => join(place, name));
  rmSync(survey, { force: true });
  writeFileSync(script, (await bundleTests(tests, sources)).script);
  const judged = new Map();
  for (;;) {
    const left = mutants.filter(({ id, status }) => !status && !judged.has(id)).map(({ id }) => id);
    if (left.length === 0) break;
    writeFileSync(
      path,
      JSON.stringify({ script, survey, tests, patience, mutants: left, budget: folders[folder].budget }),
    );
    await work(path, judged);
  }
  return mutants.map(({ id, ...mutant }) => ({ ...mutant, ...judged.get(id) }));
}

/** Until the worker is through or gone. */
function work(path, judged) {
  const worker = fork(absolute('scripts/mutation/worker.mjs'), [path], { execArgv: ['--max-old-space-size=3072'] });
  let trying;
  let watch;
  worker.on('message', ({ mutant = trying, trying: next, status, cut }) => {
    trying = next;
    if (status) judged.set(mutant, { status, ...(cut ? { cut } : {}) });
    clearTimeout(watch);
    watch = setTimeout(() => worker.kill('SIGKILL'), silence);
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(watch);
      if (trying) judged.set(trying, { status: 'Timeout' });
      else if (code !== 0) return reject(new Error('The tests could not be run: see above.'));
      resolve();
    });
  });
}
