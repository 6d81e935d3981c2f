// What the analyses cost, each case in a process of its own: the figures of `npm run bench` beside those of whole commands.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const bench = dirname(fileURLToPath(import.meta.url));

/** The figures by name: `{ value, unit, limit?, least? }`; a value above its limit or below its least is told as missed. */
export function measureAnalyses() {
  return inBundledCases(figuresOf);
}

/** Hands over what runs one case on so many elements and gives what it measured. */
export async function inBundledCases(ask) {
  const folder = mkdtempSync(join(tmpdir(), 'stanchion-analyses-'));
  try {
    const script = join(folder, 'cases.mjs');
    await build({
      entryPoints: [join(bench, 'analyses', 'cases.mjs')],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      alias: {
        stanchion: join(bench, '..', 'src', 'index.ts'),
        'stanchion/rules': join(bench, '..', 'src', 'rules-api.ts'),
      },
      logLevel: 'warning',
    });
    return ask((name, size = 0) => run(script, name, size));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(script, name, size) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', script, name, String(size)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} ${size}: exit code ${status}\n${stderr}`);
  return JSON.parse(stdout);
}

function figuresOf(measured) {
  const [small, middle, large] = [1_000, 10_000, 100_000].map((size) => measured('failures', size));
  const naive = measured('naive', 10_000);
  const { systems } = measured('availability');
  const [plain, rich] = ['plain', 'rich'].map((name) => measured(`costs-${name}`, 10_000));
  const exposure = measured('exposure', 1_000);
  const trees = systems.slice(1);
  return {
    'graph and indexes, 100,000 elements': { value: round(large.indexes), unit: 'ms', limit: 500 },
    'all single failures, 1,000 elements': { value: round(small.points), unit: 'ms' },
    'all single failures, 10,000 elements': { value: round(middle.points), unit: 'ms' },
    'all single failures, 100,000 elements': { value: round(large.points), unit: 'ms' },
    'TLS spans, 100,000 elements': { value: round(large.spans), unit: 'ms' },
    'single failures and TLS spans, elements a second': {
      value: round(large.elements / large.answer / 1_000),
      unit: 'million',
      least: 1,
    },
    'memory above the loaded graph, 100,000 elements': { value: round(large.megabytes), unit: 'MB', limit: 150 },
    'growth of all single failures, 10,000 to 100,000': {
      value: round(large.points / middle.points),
      unit: '×',
      limit: 15,
    },
    'faster than one fixpoint an element, 10,000': { value: round(naive.all / middle.points), unit: '×', least: 50 },
    'exact availability, 50 components, 25 hosts, 3 zones': { value: round(systems[0].took), unit: 'ms', limit: 50 },
    'fault trees of hundreds of events, exact': {
      value: trees.filter(({ method }) => method === 'exact').length,
      unit: `of ${trees.length}`,
    },
    'fault trees of hundreds of events, the slowest': {
      value: round(Math.max(...trees.map(({ took }) => took))),
      unit: 'ms',
    },
    'the rules, 10,000 elements, analyses apart': { value: round(plain.catalogue), unit: 'ms', limit: 500 },
    'the same, 10,000 elements with everything told': { value: round(rich.catalogue), unit: 'ms', limit: 500 },
    'every rule alone, sum': { value: round(plain.sum), unit: 'ms' },
    'every rule alone, sum, everything told': { value: round(rich.sum), unit: 'ms' },
    'the dearest rule, of the rest': { value: round(plain.dearest * 100), unit: '%', limit: 10 },
    'the dearest rule, of the rest, everything told': { value: round(rich.dearest * 100), unit: '%', limit: 10 },
    'exposure, 1,000 hosts with 50 rules each': { value: round(exposure.all), unit: 'ms', limit: 1_000 },
  };
}

function round(value) {
  return Math.round(value * 100) / 100;
}
