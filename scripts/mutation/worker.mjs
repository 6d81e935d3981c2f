// Judges the mutants of one folder in this process: `node worker.mjs TASK`. Tells its parent what it is about to try and what
// came out, so that a mutant that takes the process down with it costs only itself.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { Script } from 'node:vm';
import { absolute } from './bundle.mjs';
import { testsRegisteredBy } from './registry.mjs';
import { runWithin } from './run-within.mjs';

const aMinute = 60_000;
const task = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const require = createRequire(absolute('package.json'));
/** What the instrumented sources look at: https://stryker-mutator.io, "mutant switches". */
const switches = { mutantCoverage: { static: {}, perTest: {} } };
globalThis.__stryker__ = switches;

const text = readFileSync(task.script, 'utf8');
const script = new Script(`(function (require, module, exports) {${text}\n})`, { filename: task.script });

// What a test leaves running must not end the others.
process.on('unhandledRejection', () => undefined);

const known = existsSync(task.survey) ? JSON.parse(readFileSync(task.survey, 'utf8')) : await survey();
process.once('disconnect', () => process.exit());
for (const mutant of task.mutants) {
  // Time to hear that the parent is gone.
  await setImmediate();
  process.send({ mutant, ...(await judge(mutant)) });
}
process.disconnect();

/** All modules anew. Files of tests are loaded when the first of their tests is wanted. */
function fresh() {
  const module = { exports: {} };
  script.runInThisContext()(require, module, module.exports);
  const loaded = new Map();
  return ({ file, index }) => {
    if (!loaded.has(file)) loaded.set(file, testsRegisteredBy(module.exports[file]));
    return loaded.get(file)[index];
  };
}

/**
 * Every test once without a mutant: how long it takes, and which mutants it comes across. Where there is a budget no test takes
 * more, and the mutants that it comes across later are left to the other tests.
 */
async function survey() {
  const find = fresh();
  const limit = task.budget ?? aMinute;
  const tests = [];
  for (const file of task.tests) {
    for (let index = 0; find({ file, index }); index += 1) {
      const start = performance.now();
      switches.currentTestId = `${tests.length}`;
      const { failure, late } = await runWithin(find({ file, index }), limit);
      switches.currentTestId = undefined;
      if (late && !task.budget) throw new Error(`${file}, test ${index + 1} takes more than a minute.`);
      if (failure) leaveOut(file, index, failure);
      tests.push({
        file,
        index,
        time: Math.round(performance.now() - start),
        ...(late ? { endless: true } : {}),
        isLeftOut: failure !== undefined,
      });
    }
  }
  const leftOut = tests.filter(({ isLeftOut }) => isLeftOut).length;
  if (leftOut > 0.05 * tests.length) throw new Error(`${leftOut} of ${tests.length} tests fail without any mutant.`);
  const { perTest, static: whileLoading } = switches.mutantCoverage;
  const found = { tests, perTest, whileLoading };
  writeFileSync(task.survey, JSON.stringify(found));
  return found;
}

/** As what looks at its own place in its file, which is another one in a bundle. Whether it is green otherwise jest says. */
function leaveOut(file, index, failure) {
  const [reason] = String(failure.message ?? failure).split('\n');
  console.warn(`${file}, test ${index + 1} is left out, for it fails in a bundle: ${reason}`);
}

function testsThatMeet(mutant) {
  return Object.keys(known.perTest)
    .filter((id) => known.perTest[id][mutant] && !known.tests[id].isLeftOut)
    .map((id) => ({ ...known.tests[id], hits: known.perTest[id][mutant] }))
    .sort((a, b) => a.time - b.time);
}

async function judge(mutant) {
  const tests = testsThatMeet(mutant);
  if (tests.length === 0) return { status: known.whileLoading[mutant] ? 'Static' : 'NoCoverage' };
  const find = fresh();
  switches.hitCount = 0;
  switches.hitLimit = 100 * tests.reduce((sum, { hits }) => sum + hits, 0);
  let left = task.budget ?? Number.POSITIVE_INFINITY;
  for (const test of tests) {
    if (left <= 1) return { status: 'Survived', cut: true };
    process.send({ trying: mutant });
    const run = find(test);
    const whole = test.time < left && !test.endless;
    const start = performance.now();
    switches.activeMutant = mutant;
    const { failure, late } = await runWithin(run, whole ? task.patience + 10 * test.time : left);
    switches.activeMutant = undefined;
    left -= performance.now() - start;
    if (late && !whole) return { status: 'Survived', cut: true };
    // An endless loop may be ended by an error that the sources catch.
    if (late || switches.hitCount > switches.hitLimit) return { status: 'Timeout' };
    if (failure) return { status: 'Killed' };
  }
  return { status: 'Survived' };
}
