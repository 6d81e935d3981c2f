// Installs and builds what is missing, and does nothing the second time: run before `npm start`, `npm test` and the like.
// `node scripts/prepare.mjs install` stops before the build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const installStamp = join(root, 'node_modules', '.stanchion-install');
const buildStamp = join(root, '.cache', 'build');

prepareInstall();
if (process.argv[2] !== 'install') prepareBuild();

function prepareInstall() {
  const wanted = hashOf([join(root, 'package-lock.json')], `${process.platform} ${process.arch}`);
  if (stampIs(installStamp, wanted)) return;
  if (!isInstalled()) run('npm ci', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(installStamp, wanted);
}

/** Whoever ran `npm ci` or `npm install` by hand is not made to wait for another. */
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const locked = packagesOf(join(root, 'package-lock.json'));
  if (!installed || !locked) return false;
  return Object.entries(locked).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.link) return true;
    return installed[path]?.version === entry.version && existsSync(join(root, path, 'package.json'));
  });
}

function packagesOf(lockFile) {
  if (!existsSync(lockFile)) return undefined;
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function prepareBuild() {
  const wanted = hashOf([
    ...filesBelow(join(root, 'src')),
    ...filesBelow(join(root, 'scripts')),
    join(root, 'package.json'),
    join(root, 'package-lock.json'),
    join(root, 'tsconfig.json'),
  ]);
  if (stampIs(buildStamp, wanted) && existsSync(join(root, 'dist', 'cli.js'))) return;
  run('the build', process.execPath, [join(root, 'scripts', 'build.mjs')]);
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, wanted);
}

function stampIs(file, wanted) {
  return existsSync(file) && readFileSync(file, 'utf8') === wanted;
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(files, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function run(what, command, options) {
  process.stderr.write(`stanchion: ${what} …\n`);
  // npm is a script with another ending on Windows, which only a shell finds.
  const shell = process.platform === 'win32' && command === 'npm';
  const { status } = spawnSync(command, options, { cwd: root, stdio: ['ignore', 2, 'inherit'], shell });
  if (status === 0) return;
  process.stderr.write(`stanchion: ${what} failed.\n`);
  process.exit(status ?? 1);
}
