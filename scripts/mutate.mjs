// `npm run mutate [FOLDER…]`: mutation testing of the rules, the audit and the analyses, folder by folder and only of what has
// changed since the last run. Scores are kept in test/mutation-results.json, to be committed; survivors are printed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const kept = join(root, 'test', 'mutation-results.json');
/** At least this share of the mutants has to be noticed. */
const floor = 85;

/** Folder below src → the folders of tests that have to notice its mutants. */
const folders = {
  ...Object.fromEntries(foldersIn('src/rules').map((family) => [`rules/${family}`, [`rules/${family}`]])),
  audit: ['audit'],
  'audit/questions': ['audit/questions', 'rules'],
  'audit/test-rule': ['audit'],
  ...Object.fromEntries(foldersIn('src/analyses').map((part) => [`analyses/${part}`, [`analyses/${part}`]])),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(folders, name));
if (unknown.length > 0) {
  console.error(`There is no folder '${unknown[0]}'. There are: ${Object.keys(folders).join(', ')}.`);
  process.exit(2);
}
const results = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
for (const folder of asked.length > 0 ? asked : Object.keys(folders)) {
  const report = join('.cache', 'mutation', folder);
  if (!mutate(folder, report)) process.exitCode = 1;
  else keep(folder, JSON.parse(readFileSync(join(root, report, 'report.json'), 'utf8')));
}

function foldersIn(path) {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function mutate(folder, report) {
  const tested = folders[folder].map((name) => `test/${name}`).filter((path) => existsSync(join(root, path)));
  const nested = Object.keys(folders).filter((other) => other.startsWith(`${folder}/`));
  const files = [`src/${folder}/**/*.ts`, ...nested.map((other) => `!src/${other}/**`)];
  const environment = { ...process.env, MUTATED: files.join(' '), TESTED: tested.join(' '), REPORT: report };
  const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  return spawnSync(process.execPath, [stryker, 'run'], { cwd: root, env: environment, stdio: 'inherit' }).status === 0;
}

function keep(folder, { files }) {
  const mutants = Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.map((mutant) => ({ file, ...mutant })),
  );
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const unnoticed = count('Survived', 'NoCoverage');
  const score = Math.round((1000 * noticed) / Math.max(1, noticed + unnoticed)) / 10;
  for (const { file, status, location, mutatorName, replacement } of mutants) {
    if (status === 'Survived' || status === 'NoCoverage')
      console.log(
        `${file}:${location.start.line}:${location.start.column} ${mutatorName} ${JSON.stringify(replacement ?? '')} ${status}`,
      );
  }
  console.log(`${folder}: ${score} % of ${noticed + unnoticed} mutants noticed`);
  if (score < floor) process.exitCode = 1;
  results[folder] = { score, noticed, unnoticed };
  const sorted = Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(kept, `${JSON.stringify(sorted, null, 2)}\n`);
}
