// `npm run check:long`: the tests that take minutes, then mutation testing of what has changed since the last run. A whole run
// leaves what it found in test/long-results.json and test/mutation-results.json, to be committed; with arguments, which go to
// jest (`npm run check:long -- pack`), nothing is mutated and nothing written.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const options = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'stanchion-long-'));
try {
  const found = join(scratch, 'results.json');
  process.exitCode = jest(options.length > 0 ? options : ['--json', '--outputFile', found]);
  if (options.length === 0) {
    keep(JSON.parse(readFileSync(found, 'utf8')));
    process.exitCode ||= withManyModels();
    process.exitCode ||= mutate();
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function jest(args, config = 'jest.long.config.js', more = {}) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const command = [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--config', join(root, config)];
  const how = { cwd: root, stdio: 'inherit', env: { ...process.env, ...more } };
  return spawnSync(process.execPath, [...flags, ...command, ...args], how).status ?? 1;
}

/** What is tried with each change as far as there is time: on more random models, and all changes, attacks and fixes. */
function withManyModels() {
  const places = [
    'test/analyses',
    'test/report/explanation',
    'test/cli/gate/changes',
    'test/security',
    'test/rewrite/every-fix',
  ];
  return jest(places, 'jest.config.js', { RANDOM_MODELS: '1000', WHOLE_TESTS: '1' });
}

function mutate() {
  return (
    spawnSync(process.execPath, [join(root, 'scripts', 'mutate.mjs')], { cwd: root, stdio: 'inherit' }).status ?? 1
  );
}

function keep({ numPassedTests: passed, numFailedTests: failed, testResults }) {
  const files = testResults
    .map(({ name, status, startTime, endTime }) => ({
      file: relative(root, name).replaceAll('\\', '/'),
      status,
      seconds: Math.round((endTime - startTime) / 1000),
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const results = { node: process.version, passed, failed, files };
  writeFileSync(join(root, 'test', 'long-results.json'), `${JSON.stringify(results, null, 2)}\n`);
}
