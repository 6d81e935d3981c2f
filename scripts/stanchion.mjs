// The command on this repository's own models, with the day that package.json pins (`config.today`): what lies committed in
// output/ must not age. A flag given after `npm run audit --` overrules it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs one command and returns its exit code. */
export function stanchion(command, ...options) {
  const { today } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).config;
  const args = [join(root, 'dist', 'cli.js'), command, '--today', today, ...options];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 2;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [command = '--help', ...options] = process.argv.slice(2);
  process.exitCode = stanchion(command, ...options);
}
