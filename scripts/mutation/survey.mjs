// Every test once without a mutant: how long it takes, how many random cases it looks at, and which mutants it comes across.
import { runWithin } from './run-within.mjs';
import { measureCases, milliseconds } from './sampling.mjs';

const aMinute = 60_000;

export async function surveyTests({ tests: files, slice }, find, switches) {
  const tests = [];
  for (const file of files) {
    for (let index = 0; find({ file, index }); index += 1) {
      switches.currentTestId = `${tests.length}`;
      tests.push({ file, index, ...(await tryOut(find({ file, index }), slice, `${file}, test ${index + 1}`)) });
      switches.currentTestId = undefined;
    }
  }
  const leftOut = tests.filter(({ isLeftOut }) => isLeftOut).length;
  if (leftOut > 0.05 * tests.length) throw new Error(`${leftOut} of ${tests.length} tests fail without any mutant.`);
  const { perTest, static: whileLoading } = switches.mutantCoverage;
  return { tests, perTest, whileLoading };
}

async function tryOut(run, slice, name) {
  const course = measureCases(slice);
  const start = process.cpuUsage();
  const { failure, late } = await runWithin(run, aMinute);
  const time = Math.round(milliseconds(start));
  // A test that has seen few cases may well say that it has seen too few.
  const isLeftOut = late === true || (failure !== undefined && (course.failed || !course.isCut));
  // As what looks at its own place in its file, which is another one in a bundle. Whether it is green otherwise jest says.
  if (isLeftOut)
    console.warn(`${name} is left out, for without a mutant it fails in a bundle: ${reasonOf(failure, late)}`);
  const { cases, isCut } = course;
  return { time, isLeftOut, ...(cases.length > 0 ? { cases } : {}), ...(isCut ? { isCut } : {}) };
}

function reasonOf(failure, late) {
  return late ? 'it takes more than a minute' : String(failure.message ?? failure).split('\n')[0];
}
