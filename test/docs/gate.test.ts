import { join } from 'node:path';
import { checkGate } from '../../src/audit/config/check-gate.js';
import { gate } from '../../src/cli/commands/gate.js';
import { run } from '../../src/cli/run.js';
import { gateFormats } from '../../src/report/gate-formats.js';
import { rules } from '../../src/rules/index.js';
import { fakeSurroundings } from '../cli/fake-surroundings.js';
import { createRepository, environment, temporaryFolder } from '../cli/git/repository.js';
import { blocksOf, readPage } from './read-page.js';

const page = readPage('docs/gate.md');
const [model = '', config = ''] = blocksOf(page, 'ts');
const [change = ''] = blocksOf(page, 'diff');
const cache = temporaryFolder();

/** The lines of a difference that begin with a sign, without it. */
function lines(sign: '-' | '+'): string {
  return [...change.matchAll(/^([-+])(.*)$/gm)].flatMap(([, side, line]) => (side === sign ? [line] : [])).join('\n');
}

async function gated(cwd: string, args: readonly string[]) {
  const epoch = String(Date.UTC(2026, 10, 21) / 1000);
  const surroundings = fakeSurroundings({
    cwd,
    environment: { ...environment, SOURCE_DATE_EPOCH: epoch, XDG_CACHE_HOME: join(cache, 'cache') },
  });
  const exitCode = await run(args, surroundings);
  return { exitCode, ...surroundings.printed };
}

test('the change of the page is refused, with what is shown as printed', async () => {
  const repository = createRepository();
  repository.commit({ 'models/shop.ts': model });
  expect(model).toContain(lines('-'));
  repository.git('switch', '-q', '-c', 'reports');
  repository.commit({ 'models/shop.ts': model.replace(lines('-'), lines('+')) });
  const [command = ''] = blocksOf(page, 'sh');
  const told = await gated(repository.path, command.trim().split(' ').slice(1));
  expect(told).toEqual({ exitCode: 1, stdout: blocksOf(page, 'text')[1], stderr: '' });
});

test('the configuration of the page is one, and names every setting that the table tells', () => {
  const { gate: given } = new Function('defineConfig', config.replace(/^[\s\S]*export default/, 'return'))(
    (one: unknown) => one,
  ) as { gate: Record<string, unknown> };
  const problems: unknown[] = [];
  checkGate(given, new Map(rules.map((rule) => [rule.id, rule])), (problem) => problems.push(problem));
  expect(problems).toEqual([]);
  const table = page.flatMap(({ rows }) => rows).filter(([name = '']) => /^`\w+`$/.test(name));
  const told = table.map(([name = '']) => name.replaceAll('`', ''));
  expect(told.filter((name) => !(gateFormats as readonly string[]).includes(name))).toEqual(Object.keys(given));
});

test('flags and formats are those of the command', () => {
  const prose = page.map(({ prose }) => prose).join('\n');
  const flags = [...prose.matchAll(/`--([a-z-]+)/g)].map(([, flag = '']) => flag);
  expect(flags.filter((flag) => gate.flags[flag] === undefined)).toEqual([]);
  expect(Object.keys(gate.flags)).toEqual(expect.arrayContaining([...new Set(flags)]));
  expect(gateFormats.filter((format) => !prose.includes(`\`${format}\``))).toEqual([]);
});
