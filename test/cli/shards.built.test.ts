import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chooseShard } from '../../src/cli/choose-shard.js';
import type { Request } from '../../src/cli/command.js';
import { type PartFile, refuseBroken } from '../../src/cli/open-parts.js';
import { type Part, readPart } from '../../src/report/json/read-part.js';
import { reportFormats } from '../../src/report/reporters.js';
import { rules } from '../../src/rules/index.js';
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

test('merged, they are the whole, byte for byte, in every format', () => {
  const toFiles = (place: string) => reportFormats.flatMap((name) => ['--format', `${name}=${place}/${name}`]);
  const [merged, whole] = [merge(...parts, ...toFiles('merged')), audit(...toFiles('whole'))];
  expect(merged).toEqual(whole);
  expect(whole.exitCode).toBe(1);
  const text = (file: string) => readFileSync(join(folder.path, file), 'utf8');
  for (const name of reportFormats) expect(text(`merged/${name}`)).toBe(text(`whole/${name}`));
});

test.each([
  ['--framework', 'nist-800-53'],
  ['--fail-on', 'never'],
])('the flags of an audit mean the same: %s %s', (...flags) => {
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
  [['part-9.json'], "There is no part 'part-9.json'."],
  [[...parts, '--preset', 'security'], 'another configuration'],
])('refused: %j', (args, message) => {
  const { exitCode, stdout, stderr } = merge(...args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
});

describe('parts from elsewhere', () => {
  const text = (index: number) => readFileSync(join(folder.path, `part-${index}.json`), 'utf8');
  const known = new Set(rules.map(({ id }) => id));
  const read = (given: string) => readPart(given, { tool: JSON.parse(text(1)).tool, rules: known });
  const part = (index: number, changes: Partial<Part> = {}): PartFile => {
    const found = read(text(index));
    if ('wrong' in found) throw new Error(found.wrong);
    return { name: `part-${index}`, part: { ...found, ...changes } };
  };

  test.each<[string, Partial<Part>]>([
    ['are of different days', { today: '2026-11-22' }],
    ['are audited with different configurations', { configuration: '' }],
    ['are audited with different baselines', { baseline: '' }],
    ['are of runs that were asked about different models', { inputs: ['models/one.ts'] }],
    ['are of runs with different numbers of shards', { shard: { index: 2, of: 4 } }],
    ['Shard 1/3 is there twice', { shard: { index: 1, of: 3 } }],
  ])('that do not go together: %s', (message, changes) => {
    expect(() => refuseBroken([part(1), part(2, changes), part(3)])).toThrow(message);
  });

  test('all that are missing are named', () => {
    expect(() => refuseBroken([part(2)])).toThrow('2 parts are missing: shard 1/3, 3/3.');
  });

  test.each<[string, Record<string, unknown>]>([
    ['it calls itself shard 7/3', { shard: { index: 7, of: 3 } }],
    ['it calls itself shard', { shard: { index: 1, of: 2 ** 50 } }],
    ['another version of Stanchion wrote it', { tool: 'x' }],
    ['its version is 2', { version: 2 }],
    ['it is no part of an audit', { format: 'stanchion-audit' }],
    ["it is damaged at 'problems'", { problems: 'none' }],
    ["it is damaged at 'models.0.audit'", { models: [{ file: 'x', place: 0, document: {} }] }],
  ])('that were changed: %s', (wrong, changes) => {
    expect(read(JSON.stringify({ ...JSON.parse(text(1)), ...changes }))).toEqual({
      wrong: expect.stringContaining(wrong),
    });
  });

  test.each(['', '[]', 'null', '{', '{"format":"stanchion-part"}'])('that are none: %j', (given) => {
    expect(read(given)).toEqual({ wrong: expect.any(String) });
  });

  test.each([
    ['a link that runs a script', /"url":"https:/, '"url":"javascript:'],
    ['a graph that leads nowhere', /"elements":\[\{"id":"[^"]*"/, '"elements":[{"id":"gone"'],
    ['a rule that does not exist', /"rule":"availability/, '"rule":"invented'],
  ])('with %s', (_, pattern, forged) => {
    expect(text(1)).toMatch(pattern);
    expect(read(text(1).replace(pattern, forged))).toEqual({ wrong: expect.any(String) });
  });
});

test.each(['0/3', '4/3', '1', '1/0', 'a/b', '1/99999'])('--shard %s is refused', (given) => {
  const asked = { value: () => given } as unknown as Request;
  expect(() => chooseShard(asked)).toThrow(`'--shard ${given}' is no shard.`);
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
