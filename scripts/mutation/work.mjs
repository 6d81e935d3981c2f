// A process that judges mutants. It stays for all of them, unless one takes it down; then another goes on with the rest.
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { absolute } from './bundle.mjs';

/** How long a process may be silent, in milliseconds. */
const silence = 120_000;

/** Until the worker is through or gone; tells `settle` what became of each mutant. */
export function work(task, settle) {
  writeFileSync(task.path, JSON.stringify(task));
  const worker = fork(absolute('scripts/mutation/worker.mjs'), [task.path], {
    execArgv: ['--max-old-space-size=3072'],
  });
  let trying;
  let by;
  let watch;
  worker.on('message', ({ mutant, trying: next, by: test, ...fate }) => {
    trying = next;
    by = test;
    if (mutant !== undefined) settle(mutant, { ...fate, ...(test ? { by: test } : {}) });
    clearTimeout(watch);
    watch = setTimeout(() => worker.kill('SIGKILL'), silence);
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(watch);
      if (trying !== undefined) settle(trying, { status: 'Timeout', by });
      else if (code !== 0) return reject(new Error('The tests could not be run: see above.'));
      resolve();
    });
  });
}
