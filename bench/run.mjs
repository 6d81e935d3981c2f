// `npm run bench`: what a user waits for, as ratios to a bare start of Node in the same run. Prints a table beside the
// committed figures and writes bench/results.json. It is no test: a busy machine makes it slower, not wrong.
// `npm run bench -- [rounds] [--likec4=<folder where it is installed>]`
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureAnalyses } from './analyses.mjs';
import { likec4Folder, measureLargePictures } from './large-picture.mjs';
import { measureLargeRepository } from './large-repository.mjs';
import { measureProcessor, measureRounds, median, ratioOf } from './measure.mjs';
import { measureSizes } from './sizes.mjs';

const bench = dirname(fileURLToPath(import.meta.url));
const root = join(bench, '..');
const command = join(root, 'dist', 'cli.js');
const results = join(bench, 'results.json');
// The models of the five documents that the project began with.
const documents = [
  'competing-roles',
  'layered-firewalls',
  'lost-client-certificate',
  'one-certificate-everywhere',
  'shared-servers-round-robin',
].map((name) => `models/${name}.ts`);
const args = process.argv.slice(2);
const rounds = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 15);
const roundsOfLargePictures = Math.min(rounds, 7);
const { today } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).config;

const folder = mkdtempSync(join(tmpdir(), 'stanchion-bench-'));
try {
  cpSync(join(bench, 'models'), folder, { recursive: true });
  const times = measureRounds(cases(), rounds);
  const drawing = ({ name }) => name === 'stock layout' || name.startsWith('render, 12 boxes');
  const processor = measureProcessor(cases().filter(drawing), Math.min(rounds, 9));
  const sizes = measureSizes(root, join(folder, 'install'));
  const pictures = measureLargePictures(roundsOfLargePictures, likec4Folder(args));
  const howOften = { rounds: Math.min(rounds, 3), today };
  const repository = measureLargeRepository(command, join(folder, 'repository'), howOften);
  const figures = {
    ...timeFigures(times),
    ...processorFigures(processor),
    ...pictures,
    ...repository,
    ...(await measureAnalyses()),
    ...sizes,
  };
  print(figures, committed());
  const machine = { node: process.version, cores: cpus().length, processor: cpus()[0]?.model.trim() ?? '' };
  writeFileSync(results, `${JSON.stringify({ machine, rounds, figures }, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function cases() {
  const cold = join(folder, 'cold');
  const warm = join(folder, 'warm');
  const forget = () => rmSync(cold, { recursive: true, force: true });
  const stanchion = (name, cache, ...args) => ({
    name,
    args: [command, ...args, '--today', today],
    cwd: folder,
    env: { XDG_CACHE_HOME: cache },
    before: cache === cold ? forget : undefined,
  });
  return [
    { name: 'node', args: ['-e', '0'] },
    { name: 'stock layout', args: [join(bench, 'stock-layout.mjs')] },
    stanchion('audit, 30 elements, cold, sandboxed, types checked', cold, 'audit', 'thirty-elements.ts'),
    stanchion('audit, 30 elements, unchanged', warm, 'audit', 'thirty-elements.ts'),
    stanchion('render, 12 boxes, one view, cold', cold, 'render', 'twelve-boxes.ts', '--view', 'overview'),
    stanchion('render, 12 boxes, all views, cold', cold, 'render', 'twelve-boxes.ts'),
    stanchion('audit, 5,000 elements, cold', cold, 'audit', 'five-thousand-elements.ts'),
    { ...stanchion('the five documents, audited, cold', cold, 'audit', ...documents), cwd: root },
    {
      ...stanchion('the five documents, drawn', warm, 'render', ...documents, '--out', join(folder, 'output')),
      cwd: root,
    },
  ];
}

/** What each figure may be at most, from the project's own targets. */
function timeFigures(times) {
  const milliseconds = (name) => median(times.get(name));
  const figure = (name, limit, unit, base) => {
    const value = unit === 's' ? milliseconds(name) / 1000 : ratioOf(times.get(name), times.get(base));
    return [
      name,
      { value: Math.round(value * 100) / 100, unit, limit, milliseconds: Math.round(milliseconds(name) * 10) / 10 },
    ];
  };
  const node = '× node';
  const stock = '× stock layout';
  const drawn = times.get('the five documents, drawn');
  const both = times.get('the five documents, audited, cold').map((audited, round) => audited + drawn[round]);
  times.set('the five documents, audited cold and drawn', both);
  return Object.fromEntries([
    figure('node', undefined, node, 'node'),
    figure('stock layout', undefined, node, 'node'),
    figure('audit, 30 elements, cold, sandboxed, types checked', 6, node, 'node'),
    figure('audit, 30 elements, unchanged', 2.3, node, 'node'),
    figure('render, 12 boxes, one view, cold', 1.5, stock, 'stock layout'),
    figure('render, 12 boxes, all views, cold', 2.5, stock, 'stock layout'),
    figure('audit, 5,000 elements, cold', 1.5, 's'),
    figure('the five documents, audited cold and drawn', 1.5, 's'),
  ]);
}

/** The same ratios by processor time: what a busy machine does to the clock is not in them. */
function processorFigures(processor) {
  const base = processor.get('stock layout');
  return Object.fromEntries(
    [...processor]
      .filter(([name]) => name !== 'stock layout')
      .map(([name, milliseconds]) => [
        `${name}, processor`,
        {
          value: Math.round((milliseconds / base) * 100) / 100,
          unit: '× stock layout',
          milliseconds: Math.round(milliseconds),
        },
      ]),
  );
}

function committed() {
  try {
    return JSON.parse(readFileSync(results, 'utf8')).figures;
  } catch {
    return {};
  }
}

function print(figures, before) {
  const row = (name, value, bound, old, verdict) =>
    `${name.padEnd(54)} ${value.padStart(22)} ${bound.padStart(14)} ${old.padStart(10)}  ${verdict}`.trimEnd();
  const lines = [row('', 'now', 'to reach', 'committed', '')];
  for (const [name, figure] of Object.entries(figures)) {
    const { value, unit } = figure;
    lines.push(row(name, `${value} ${unit}`, bound(figure), String(before[name]?.value ?? ''), verdict(figure)));
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function bound({ limit, least }) {
  if (limit !== undefined) return `at most ${limit}`;
  return least === undefined ? '' : `at least ${least}`;
}

function verdict({ value, limit = Infinity, least = -Infinity }) {
  return value > limit || value < least ? 'missed' : '';
}
