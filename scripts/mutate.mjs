// `npm run mutate [FOLDER…]`: mutation testing of the rules, the audit and the analyses, folder by folder and only of what has
// changed since the last run. Survivors are printed, scores are kept in test/mutation-results.json, to be committed.
// `npm run mutate -- --stryker FOLDER…` asks Stryker itself, much slower, and keeps nothing.
import { floor, folders } from './mutation/folders.mjs';
import { keepScore, lineOf, scoreOf } from './mutation/results.mjs';

const asked = process.argv.slice(2).filter((argument) => argument !== '--stryker');
const withStryker = process.argv.includes('--stryker');
const unknown = asked.find((name) => !Object.hasOwn(folders, name));
if (unknown !== undefined) {
  console.error(`There is no folder '${unknown}'. There are: ${Object.keys(folders).join(', ')}.`);
  process.exit(2);
}
const { run } = withStryker
  ? { run: (await import('./mutation/run-stryker.mjs')).runStryker }
  : { run: (await import('./mutation/run-quickly.mjs')).runQuickly };

for (const folder of asked.length > 0 ? asked : Object.keys(folders)) {
  try {
    const mutants = await run(folder);
    for (const mutant of mutants) if (/Survived|NoCoverage/.test(mutant.status)) console.log(lineOf(mutant));
    const { score, noticed, unnoticed, ...more } = scoreOf(mutants);
    console.log(`${folder}: ${score} % of ${noticed + unnoticed} mutants noticed`, more);
    if (score < floor) process.exitCode = 1;
    if (!withStryker) keepScore(folder, { score, noticed, unnoticed, ...more });
  } catch (failure) {
    console.error(`${folder}: ${failure.message}`);
    process.exitCode = 1;
  }
}
