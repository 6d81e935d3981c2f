import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, bareFolder, type Ended } from './built-command.js';
import { empty, fragile, mistyped } from './models.js';

let folder: BareFolder;
const names = ['one', 'two', 'three', 'four', 'five'];
const today = ['--today', '2026-11-21'];

beforeAll(() => {
  const models = names.map((name): [string, string] => [`models/${name}.ts`, fragile.replaceAll('Fragile', name)]);
  folder = bareFolder(Object.fromEntries(models));
  for (const index of [1, 2, 3]) shard(index);
});
afterAll(() => folder.remove());

function shard(index: number, ...args: string[]): Ended {
  return folder.stanchion(['audit', '--shard', `${index}/3`, '--format', `part=part-${index}.json`, ...today, ...args]);
}

const parts = ['part-3.json', 'part-1.json', 'part-2.json'];
const merge = (...args: string[]) => folder.stanchion(['merge', ...args]);
const audit = (...args: string[]) => folder.stanchion(['audit', ...today, ...args]);
const changed = (name: string, change: (part: Record<string, unknown>) => unknown) =>
  folder.write('changed.json', JSON.stringify(change(JSON.parse(readFileSync(join(folder.path, name), 'utf8')))));

test.each([
  ['--format', 'terminal'],
  ['--format', 'json'],
  ['--format', 'sarif'],
  ['--format', 'junit'],
  ['--format', 'github'],
  ['--format', 'gitlab'],
  ['--format', 'markdown'],
  ['--framework', 'nist-800-53'],
  ['--fail-on', 'never'],
])('merged, they are the whole, byte for byte: %s %s', (...flags) => {
  expect(merge(...parts, ...flags)).toEqual(audit(...flags));
});

test('a shard is its share of the sorted models, and says nothing but that', () => {
  const { audits } = JSON.parse(audit('--shard', '2/3', '--json').stdout);
  // five, four, one, three, two
  const told = audits.map(({ model }: { model: { name: string } }) => model.name);
  expect(told).toEqual(['four shop', 'two shop']);
  expect(audit('--shard', '9/9')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
});

test.each([
  [['part-1.json', 'part-3.json'], 'A part is missing: shard 2/3.'],
  [['part-1.json'], '2 parts are missing: shard 2/3, 3/3.'],
  [[...parts, 'part-1.json'], 'Shard 1/3 is there twice.'],
  [[], 'No part is named.'],
  [['part-9.json'], "There is no part 'part-9.json'."],
  [[...parts, '--preset', 'security'], 'another configuration'],
  [['models/one.ts'], 'it is not JSON'],
])('refused: %j', (args, message) => {
  const { exitCode, stdout, stderr } = merge(...args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
});

test.each<[string, (part: Record<string, unknown>) => unknown]>([
  ['are of different days', (part) => ({ ...part, today: '2026-11-22' })],
  ['are audited with different configurations', (part) => ({ ...part, configuration: '' })],
  ['are audited with different baselines', (part) => ({ ...part, baseline: '' })],
  ['are of runs that were asked about different models', (part) => ({ ...part, inputs: ['models/one.ts'] })],
  ['are of runs with different numbers of shards', (part) => ({ ...part, shard: { index: 1, of: 4 } })],
  ['it calls itself shard 7/3', (part) => ({ ...part, shard: { index: 7, of: 3 } })],
  ['it calls itself shard', (part) => ({ ...part, shard: { index: 1, of: 2 ** 50 } })],
  ['another version of Stanchion wrote it', (part) => ({ ...part, tool: 'x' })],
  ['its version is 2', (part) => ({ ...part, version: 2 })],
  ['it is no part of an audit', () => []],
  ["it is damaged at 'problems'", (part) => ({ ...part, problems: 'none' })],
  ["it is damaged at 'models.0.audit'", (part) => ({ ...part, models: [{ file: 'x', place: 0, document: {} }] })],
])('a part that was changed is refused: %s', (message, change) => {
  changed('part-1.json', change);
  const { exitCode, stderr } = merge('part-2.json', 'part-3.json', 'changed.json');
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});

test.each([
  ['a link that runs a script', /"url":"https:/, '"url":"javascript:'],
  ['a graph that leads nowhere', /"elements":\[\{"id":"[^"]*"/, '"elements":[{"id":"gone"'],
  ['a rule that does not exist', /"rule":"availability/, '"rule":"invented'],
])('a part with %s is refused', (_, pattern, forged) => {
  const text = readFileSync(join(folder.path, 'part-1.json'), 'utf8');
  expect(text).toMatch(pattern);
  folder.write('changed.json', text.replace(pattern, forged));
  const { exitCode, stderr } = merge('part-2.json', 'part-3.json', 'changed.json');
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/damaged|does not exist/);
});

test.each(['0/3', '4/3', '1', '1/0', 'a/b', '1/99999'])('--shard %s is refused', (given) => {
  const { exitCode, stderr } = audit('--shard', given);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`'--shard ${given}' is no shard.`);
});

test('what a part leaves to the whole, and a baseline, are refused', () => {
  expect(audit('--format', 'part', '--owner', 'x').stderr).toContain('Give --owner to stanchion merge.');
  expect(audit('--write-baseline', '--shard', '1/3').stderr).toContain('do not go together');
});

test('what does not load in one shard is told, and of two models of one name the first is kept', () => {
  folder.write('models/broken.ts', mistyped);
  folder.write('models/again.ts', empty);
  folder.write('models/nothing.ts', empty);
  for (const index of [1, 2, 3]) shard(index);
  const [whole, merged] = [audit('--json'), merge(...parts, '--json')];
  expect(merged.exitCode).toBe(2);
  expect(merged.stdout).toBe(whole.stdout);
  expect(merged.stderr).toContain("error: Type 'string' is not assignable");
  expect(merged.stderr).toContain("Two architectures of this run are called 'Empty'");
  for (const name of ['broken', 'again', 'nothing']) rmSync(join(folder.path, `models/${name}.ts`));
});
