// Runs one test, and ends it when its time is over: also an endless loop, which no timer could.
import { setTimeout } from 'node:timers/promises';
import { Script } from 'node:vm';

const call = new Script('globalThis.__runTest()');
const over = Symbol('over');

/** What it failed with, and whether it was late. */
export async function runWithin(run, milliseconds) {
  globalThis.__runTest = run;
  const cancel = new AbortController();
  try {
    const result = call.runInThisContext({ timeout: Math.ceil(milliseconds) });
    if (typeof result?.then !== 'function') return {};
    const timer = setTimeout(milliseconds, over, { signal: cancel.signal });
    timer.catch(() => undefined);
    return (await Promise.race([result, timer])) === over ? { late: true } : {};
  } catch (failure) {
    return failure?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? { late: true } : { failure: failure ?? over };
  } finally {
    cancel.abort();
  }
}
