// What a picture of 500 elements costs: whole processes of the built command, as ratios to a bare start of Node in the same
// rounds, and how much memory each had at most; and by how much one process grows over a hundred pictures. Run by itself:
// `node bench/large-picture.mjs [rounds] [--likec4=<folder where it is installed>]`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { largeSystem } from './large-system.mjs';
import { measureAgainstLikec4 } from './likec4.mjs';
import { median } from './measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const command = join(root, 'dist', 'cli.js');
const longest = 60_000;

/** Put before the command: it is the only way to ask a process that has ended for its memory. */
const teller = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>process.stderr.write('\\n#'+JSON.stringify(process.resourceUsage())))",
)}`;
/** The figures by name: `{ value, unit, limit }`. */
export function measureLargePictures(rounds = 7, likec4Folder) {
  const folder = mkdtempSync(join(tmpdir(), 'stanchion-large-picture-'));
  try {
    const system = largeSystem(500);
    writeFileSync(join(folder, 'large.json'), JSON.stringify(system));
    const cases = casesIn(folder);
    const samples = new Map(cases.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round++) for (const one of cases) samples.get(one.name).push(run(one, folder));
    return { ...figures(samples), ...growthOver(), ...measureAgainstLikec4(likec4Folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function casesIn(folder) {
  const draw = (name, ...flags) => ({
    name,
    args: [
      command,
      'render',
      'large.json',
      '--view',
      'deployment',
      '--no-cache',
      '--out',
      join(folder, 'out'),
      ...flags,
    ],
  });
  return [
    { name: 'node', args: ['-e', '0'], isBare: true },
    draw('500 elements folded, cold'),
    draw('500 elements flat, cold', '--no-fold'),
  ];
}

function run({ name, args, isBare }, cwd) {
  const env = { ...process.env, XDG_CACHE_HOME: join(cwd, 'cache') };
  delete env.NODE_EXTRA_CA_CERTS;
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, isBare ? args : ['--import', teller, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    timeout: longest,
    killSignal: 'SIGKILL',
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (isBare) return { wall };
  const usage = /#(\{.*\})$/.exec(stderr)?.[1];
  if (!usage || status !== 0) throw new Error(`${name}: exit code ${status}\n${stderr}`);
  const { userCPUTime, maxRSS } = JSON.parse(usage);
  return { wall, user: userCPUTime / 1000, memory: maxRSS / 1000 };
}

function figures(samples) {
  const of = (name, key) => median(samples.get(name).map((sample) => sample[key]));
  const ratio = (name) => Math.round((of(name, 'wall') / of('node', 'wall')) * 10) / 10;
  const limits = { '500 elements folded, cold': 25, '500 elements flat, cold': 40 };
  const found = Object.entries(limits).flatMap(([name, limit]) => [
    [name, { value: ratio(name), unit: '× node', limit, milliseconds: Math.round(of(name, 'wall')) }],
    [`${name}, processor`, { value: Math.round(of(name, 'user')), unit: 'ms' }],
    [`${name}, memory`, { value: Math.round(of(name, 'memory')), unit: 'MB', limit: 140 }],
  ]);
  return Object.fromEntries(found);
}

/** In a process of its own, so that nothing else has grown before. */
function growthOver() {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', join(root, 'bench', 'picture-growth.mjs')],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`growth over many pictures: exit code ${status}\n${stderr}`);
  const grown = JSON.parse(stdout);
  const megabytes = (bytes) => Math.round(bytes / 10_000) / 100;
  return {
    'growth over 100 pictures': { value: megabytes(grown.process), unit: 'MB', limit: 10 },
    'growth over 100 pictures, heap': { value: megabytes(grown.heap), unit: 'MB', limit: 2 },
  };
}

/** What follows `--likec4=` on the command line. */
export function likec4Folder(args) {
  return args.find((arg) => arg.startsWith('--likec4='))?.slice('--likec4='.length);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const rounds = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 7);
  for (const [name, figure] of Object.entries(measureLargePictures(rounds, likec4Folder(args)))) {
    const { value, unit, limit, says = '' } = figure;
    const bound = limit === undefined ? '' : `at most ${limit}${value > limit ? ', missed' : ''}`;
    const line = `${name.padEnd(40)} ${`${value} ${unit}`.padStart(18)}  ${bound.padEnd(16)} ${says}`;
    process.stdout.write(`${line.trimEnd()}\n`);
  }
}
