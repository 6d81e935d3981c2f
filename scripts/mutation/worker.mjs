// Judges the mutants of one folder in this process: `node worker.mjs TASK`. Tells its parent what it is about to try and what
// came out, so that a mutant that takes the process down with it costs only itself.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { copiesOf } from './copies.mjs';
import { runWithin } from './run-within.mjs';
import { milliseconds, repeatCases } from './sampling.mjs';
import { surveyTests } from './survey.mjs';

/** In milliseconds of the processor. */
const slow = 100;

const task = JSON.parse(readFileSync(process.argv[2], 'utf8'));
/** What the instrumented sources look at: https://stryker-mutator.io, "mutant switches". */
const switches = { mutantCoverage: { static: {}, perTest: {} } };
globalThis.__stryker__ = switches;

// What a test leaves running must not end the others.
process.on('unhandledRejection', () => undefined);

const newCopy = copiesOf(task.script);
const known = existsSync(task.survey) ? JSON.parse(readFileSync(task.survey, 'utf8')) : await survey();
const noticedBy = new Map();
/**
 * Random cases are tried in one copy that has run often and is fast by now. What an earlier mutant left in it could be taken
 * for the work of the next, therefore a new copy has to confirm what fails there.
 */
let practised = newCopy();

process.once('disconnect', () => process.exit());
for (const { id, only } of inOrder(task.mutants)) {
  // Time to hear that the parent is gone.
  await setImmediate();
  process.send({ mutant: id, ...(await judge(id, only)) });
}
process.disconnect();

async function survey() {
  const found = await surveyTests(task, newCopy(), switches);
  writeFileSync(task.survey, JSON.stringify(found));
  return found;
}

/** Those that few and fast tests meet come first. */
function inOrder(mutants) {
  const cost = new Map(
    mutants.map(({ id, only }) => [id, testsThatMeet(id, only).reduce((sum, { time }) => sum + time, 0)]),
  );
  return mutants.toSorted((a, b) => cost.get(a.id) - cost.get(b.id));
}

/** The fast ones first; then those with random cases, first what has noticed most for its time; what is slow comes last. */
function testsThatMeet(mutant, only) {
  return Object.keys(known.perTest)
    .filter((id) => known.perTest[id][mutant] && !known.tests[id].isLeftOut)
    .map((id) => ({ id, ...known.tests[id], hits: known.perTest[id][mutant] }))
    .filter(({ file }) => !only || only.includes(file))
    .map((test) => ({ ...test, turn: turnOf(test) }))
    .sort((a, b) => a.turn[0] - b.turn[0] || a.turn[1] - b.turn[1]);
}

function turnOf({ id, time, cases }) {
  if (cases) return [1, time / ((noticedBy.get(id) ?? 0) + 1)];
  return [time < slow ? 0 : 2, time];
}

async function judge(mutant, only) {
  const tests = testsThatMeet(mutant, only);
  if (tests.length === 0) return { status: known.whileLoading[mutant] ? 'Static' : 'NoCoverage' };
  const copy = newCopy();
  switches.hitCount = 0;
  switches.hitLimit = 200 * tests.reduce((sum, { hits }) => sum + hits, 0);
  let left = task.budget ?? Number.POSITIVE_INFINITY;
  let cut = false;
  for (const test of tests) {
    // What is slow without random cases is not worth its time for each mutant.
    if (test.time > left) return { status: 'Survived', cut: true };
    process.send({ trying: mutant, by: test.file });
    const start = process.cpuUsage();
    let fate = await tryOn(test, test.cases ? practised : copy, mutant);
    if (fate === 'Killed' && test.cases) fate = await tryOn(test, newCopy(), mutant);
    left -= milliseconds(start);
    cut ||= test.isCut === true;
    if (!fate) continue;
    noticedBy.set(test.id, (noticedBy.get(test.id) ?? 0) + 1);
    return { status: fate, by: test.file };
  }
  return { status: 'Survived', ...(cut ? { cut } : {}) };
}

/** What the test makes of the mutant; nothing where it does not notice. */
async function tryOn(test, find, mutant) {
  const run = find(test);
  const course = repeatCases(test.cases ?? []);
  switches.activeMutant = mutant;
  const { failure, late } = await runWithin(run, task.patience + 10 * test.time);
  switches.activeMutant = undefined;
  if (test.cases && (failure || late)) practised = newCopy();
  // An endless loop may be ended by an error that the sources catch.
  if (late || switches.hitCount > switches.hitLimit) return 'Timeout';
  return failure && (course.failed || !test.isCut) ? 'Killed' : undefined;
}
