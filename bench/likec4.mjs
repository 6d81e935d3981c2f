// The same systems drawn flat by the built command and laid out by LikeC4's `export json`, in turn. LikeC4 is no dependency:
// `npm install likec4` somewhere, then `node bench/large-picture.mjs --likec4=<that folder>`. One that does not end within
// the limit is stopped: its time is a lower bound then, and the ratio an upper one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asLikeC4, largeSystem } from './large-system.mjs';
import { median } from './measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const command = join(root, 'dist', 'cli.js');
const sizes = [60, 120, 250, 500];
const longest = 180_000;
/** Of the target: our time to theirs. */
const limit = 0.33;

/** The figures by name, nothing where LikeC4 is not installed in the folder. `{ value, unit, limit, says }`. */
export function measureAgainstLikec4(installed, rounds = 3) {
  const script = installed && join(installed, 'node_modules', 'likec4', 'bin', 'likec4.mjs');
  if (!script || !existsSync(script)) {
    process.stderr.write("LikeC4 is not compared with: name a folder where it is installed, '--likec4=<folder>'.\n");
    return {};
  }
  const { version } = JSON.parse(readFileSync(join(installed, 'node_modules', 'likec4', 'package.json'), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'stanchion-likec4-'));
  try {
    return Object.fromEntries(sizes.map((size) => compare(folder, script, version, size, rounds)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(folder, script, version, size, rounds) {
  const system = largeSystem(size);
  const cwd = join(folder, String(size));
  mkdirSync(join(cwd, 'likec4'), { recursive: true });
  writeFileSync(join(cwd, 'system.json'), JSON.stringify(system));
  writeFileSync(join(cwd, 'likec4', 'model.c4'), asLikeC4(system));
  const ours = ['render', 'system.json', '--view', 'deployment', '--no-fold', '--no-cache', '--out', 'out'];
  const theirs = [script, 'export', 'json', '--no-use-dot', '-o', join(cwd, 'likec4.json'), join(cwd, 'likec4')];
  const [own, other] = [[], []];
  for (let round = 0; round < rounds && other.at(-1) !== Infinity; round++) {
    own.push(run([command, ...ours], cwd));
    other.push(run(theirs, cwd));
  }
  if (other.every(Number.isFinite)) checkWhole(join(cwd, 'likec4.json'), size);
  const [mine, measured] = [median(own), median(other)];
  const theirTime = Math.min(measured, longest);
  const value = Math.round((mine / theirTime) * 1000) / 1000;
  const says = `${seconds(mine)} to ${Number.isFinite(measured) ? '' : 'more than '}${seconds(theirTime)}`;
  return [`${size} elements flat`, { value, unit: '× LikeC4', limit, says: `${says} of LikeC4 ${version}` }];
}

function run(args, cwd) {
  const env = { ...process.env, XDG_CACHE_HOME: join(cwd, 'cache') };
  delete env.NODE_EXTRA_CA_CERTS;
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env,
    encoding: 'utf8',
    timeout: longest,
    killSignal: 'SIGKILL',
  });
  if (error?.code === 'ETIMEDOUT') return Infinity;
  if (status !== 0) throw new Error(`${args.slice(0, 3).join(' ')}: exit code ${status}\n${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** A source that LikeC4 does not understand makes an empty view, in no time and with exit code 0. */
function checkWhole(file, size) {
  const { nodes } = JSON.parse(readFileSync(file, 'utf8')).views.index;
  const { elements } = largeSystem(size);
  if (nodes.length !== elements.length) throw new Error(`LikeC4 drew ${nodes.length} of ${elements.length} elements`);
}

function seconds(milliseconds) {
  return `${Math.round(milliseconds / 10) / 100} s`;
}
