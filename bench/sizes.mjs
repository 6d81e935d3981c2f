import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packs the package into `folder`, installs the tarball there, and gives both sizes in megabytes. */
export function measureSizes(root, folder) {
  mkdirSync(folder, { recursive: true });
  // A folder without a package.json would be installed into the nearest parent that has one.
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const [{ filename }] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder));
  const tarball = join(folder, filename);
  npm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball);
  return {
    tarball: { value: megabytes(statSync(tarball).size), unit: 'MB', limit: 5 },
    installed: { value: megabytes(sizeOf(join(folder, 'node_modules'))), unit: 'MB', limit: 65 },
  };
}

function npm(cwd, ...args) {
  return execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0);
}

function megabytes(bytes) {
  return Math.round(bytes / 10_000) / 100;
}
