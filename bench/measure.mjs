// Whole processes, timed from outside. Rounds are taken in turns, one of each case after the other, so that a busy moment of
// the machine falls on all of them alike.
import { spawnSync } from 'node:child_process';

const environment = { ...process.env };
// Costs Node 20 some 37 ms a start, and would flatter every ratio.
delete environment.NODE_EXTRA_CA_CERTS;
delete environment.FORCE_COLOR;

/**
 * Runs each case `rounds` times and gives the median in milliseconds by name. A case is `{ name, args, cwd, env, before,
 * exitCodes }`: `node` with `args`, after `before()`, which is not timed.
 */
export function measure(cases, rounds) {
  const times = new Map(cases.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const one of cases) {
      const took = time(one);
      // The first round warms the disk's cache.
      if (round >= 0) times.get(one.name).push(took);
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

function time({ name, args, cwd, env = {}, before = () => {}, exitCodes = [0, 1] }) {
  before();
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...environment, ...env },
    maxBuffer: 1e9,
    encoding: 'utf8',
  });
  const took = Number(process.hrtime.bigint() - start) / 1e6;
  if (!exitCodes.includes(status)) throw new Error(`${name}: exit code ${status}\n${stderr}`);
  return took;
}

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
