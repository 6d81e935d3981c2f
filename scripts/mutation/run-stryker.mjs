// Real Stryker on one folder: what the quick way is checked with. About one mutant a second.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders, root, sourcesOf } from './folders.mjs';

/** All mutants of a folder with their `status`. */
export function runStryker(folder) {
  const report = join('.cache', 'mutation', 'stryker', folder);
  const tested = folders[folder].tests.map((tests) => `test/${tests}`);
  const environment = {
    ...process.env,
    MUTATED: sourcesOf(folder).join(' '),
    TESTED: tested.join(' '),
    REPORT: report,
  };
  const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const { status } = spawnSync(process.execPath, [stryker, 'run'], { cwd: root, env: environment, stdio: 'inherit' });
  if (status !== 0) throw new Error('Stryker did not come to an end: see above.');
  const { files } = JSON.parse(readFileSync(join(root, report, 'report.json'), 'utf8'));
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.map(({ location, mutatorName, replacement, status }) => ({
      ...{ file, line: location.start.line, column: location.start.column, mutator: mutatorName, replacement },
      // Only what runs while modules are loaded is ignored (stryker.config.mjs).
      status: status === 'Ignored' ? 'Static' : status,
    })),
  );
}
