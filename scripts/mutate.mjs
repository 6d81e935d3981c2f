// `npm run mutate [FOLDER | FILE…]`: mutation testing of the rules, the audit and the analyses, folder by folder and only of what
// has changed since the last run, also when that was cut off. Prints the score of each file and folder; the scores of folders are
// kept in test/mutation-results.json, to be committed.
//   npm run mutate -- --list FILE        also every mutant that no test notices
//   npm run mutate -- --anew FOLDER      nothing is taken from earlier runs
//   npm run mutate -- --stryker FOLDER   asks Stryker itself, much slower, and keeps nothing
import { markEquivalents } from './mutation/equivalents.mjs';
import { floor, folders, sourcesOf } from './mutation/folders.mjs';
import { keepScore, lineOf, scoreOf } from './mutation/results.mjs';

const options = new Set(process.argv.slice(2).filter((argument) => argument.startsWith('--')));
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const names = asked.map((name) => name.replace(/^src\//, '').replace(/\/$/, ''));
const withStryker = options.has('--stryker');
const { run } = withStryker
  ? { run: (await import('./mutation/run-stryker.mjs')).runStryker }
  : { run: (await import('./mutation/run-quickly.mjs')).runQuickly };

/** Folder → the files that are asked for, where these are not all. */
const wanted = new Map();
for (const name of names.length > 0 ? names : Object.keys(folders)) {
  const folder = Object.keys(folders).find((folder) => folder === name || sourcesOf(folder).includes(`src/${name}`));
  if (!folder) {
    console.error(
      `There is no folder or file '${name}' here. There are: ${Object.keys(folders).join(', ')}, and their files.`,
    );
    process.exit(2);
  }
  wanted.set(folder, folder === name ? undefined : [...(wanted.get(folder) ?? []), `src/${name}`]);
}

for (const [folder, files] of wanted) {
  try {
    const isAsked = (source) => files?.includes(source) ?? true;
    const mutants = markEquivalents(
      await run(folder, { isAsked, anew: options.has('--anew'), tell: progressOf(folder) }),
    );
    tell(mutants);
    const result = scoreOf(mutants);
    console.log(`${folder}: ${words(result)}`);
    if (result.score < floor) process.exitCode = 1;
    if (!withStryker && !files) keepScore(folder, result);
  } catch (failure) {
    console.error(`${folder}: ${failure.message}`);
    process.exitCode = 1;
  }
}

function tell(mutants) {
  for (const file of new Set(mutants.map((mutant) => mutant.file))) {
    const own = mutants.filter((mutant) => mutant.file === file);
    console.log(`${file}: ${words(scoreOf(own))}`);
    if (!options.has('--list')) continue;
    for (const mutant of own) if (/Survived|NoCoverage/.test(mutant.status)) console.log(lineOf(mutant));
  }
}

function words({ score, noticed, unnoticed, ...more }) {
  const details = Object.entries(more).filter(([, count]) => count > 0);
  const rest = details.length > 0 ? ` (${details.map(([name, count]) => `${count} ${name}`).join(', ')})` : '';
  return `${score} % of ${noticed + unnoticed} mutants noticed${rest}`;
}

/** How far it is, about every ten seconds. */
function progressOf(folder) {
  let last = Date.now();
  return (done, all) => {
    if (Date.now() - last < 10_000) return;
    last = Date.now();
    console.error(`${folder}: ${done} of ${all} mutants judged`);
  };
}
