// Whole processes, timed from outside. Rounds are taken in turns, one of each case after the other, so that a busy moment of
// the machine falls on all of them alike.
import { spawnSync } from 'node:child_process';

const environment = { ...process.env };
// Costs Node 20 some 37 ms a start, and would flatter every ratio.
delete environment.NODE_EXTRA_CA_CERTS;
delete environment.FORCE_COLOR;

/**
 * Runs each case `rounds` times and gives the milliseconds of every round by name. A case is `{ name, args, cwd, env, before,
 * exitCodes }`: `node` with `args`, after `before()`, which is not timed.
 */
export function measureRounds(cases, rounds) {
  const times = new Map(cases.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const one of cases) {
      const took = time(one);
      // The first round warms the disk's cache.
      if (round >= 0) times.get(one.name).push(took);
    }
  }
  return times;
}

/** The medians of all rounds. */
export function measure(cases, rounds) {
  return new Map([...measureRounds(cases, rounds)].map(([name, list]) => [name, median(list)]));
}

/** Times the base: the median of what each round says. Both were run in one moment, however busy the machine was in it. */
export function ratioOf(times, base) {
  return median(times.map((time, round) => time / base[round]));
}

/**
 * The median of processor milliseconds by name, those of every child and thread included. It hardly depends on what else a
 * machine does, where the clock does. Empty where there is no shell to ask.
 */
export function measureProcessor(cases, rounds) {
  if (process.platform === 'win32') return new Map();
  const counted = cases.map((one) => ({ ...one, isCounted: true }));
  return measure(counted, rounds);
}

function time({ name, args, cwd, env = {}, before = () => {}, exitCodes = [0, 1], isCounted = false }) {
  before();
  const start = process.hrtime.bigint();
  const [program, all] = isCounted ? ['sh', ['-c', counting, process.execPath, ...args]] : [process.execPath, args];
  const { status, stderr } = spawnSync(program, all, {
    cwd,
    env: { ...environment, ...env },
    maxBuffer: 1e9,
    encoding: 'utf8',
  });
  const took = Number(process.hrtime.bigint() - start) / 1e6;
  if (!exitCodes.includes(status)) throw new Error(`${name}: exit code ${status}\n${stderr}`);
  return isCounted ? processorTime(stderr) : took;
}

const counting = '"$0" "$@"; code=$?; times >&2; exit $code';

/** The shell's second line is that of its children: `0m1.040s 0m0.150s`. */
function processorTime(told) {
  const parts = [...(told.trimEnd().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((total, [, minutes, seconds]) => total + 60_000 * Number(minutes) + 1000 * Number(seconds), 0);
}

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
