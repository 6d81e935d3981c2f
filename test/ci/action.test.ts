import { readFileSync } from 'node:fs';
import { gate } from '../../src/cli/commands/gate.js';
import { action } from './action-file.js';

const { steps } = action.runs;
const scripts = steps.filter(({ run }) => run !== undefined);

test('inputs that become flags are flags of the gate', () => {
  const others = ['models', 'comment', 'sarif', 'working-directory', 'version', 'args', 'name', 'token'];
  const flags = Object.keys(action.inputs).filter((name) => !others.includes(name));
  expect(flags).toEqual(['base', 'fail-on', 'new-single-points', 'allow-weakening', 'allow-waivers', 'rule-pages']);
  expect(flags.filter((name) => gate.flags[name] === undefined)).toEqual([]);
  const run = scripts.find(({ name }) => name === 'Gate')?.run ?? '';
  const written = [...run.matchAll(/(?<=[("\s])--([a-z-]+)/g)].map(([, flag = '']) => flag);
  expect(written).toEqual(expect.arrayContaining(flags));
  expect(written.filter((flag) => gate.flags[flag] === undefined)).toEqual([]);
});

test('no script has anything put into it', () => {
  expect(scripts.length).toBeGreaterThan(4);
  expect(scripts.filter(({ run }) => run?.includes('${{')).map(({ name }) => name)).toEqual([]);
  expect(scripts.filter(({ shell }) => shell !== 'bash')).toEqual([]);
});

test('other actions are those of GitHub, each of one commit', () => {
  const used = [...readFileSync('action.yml', 'utf8').matchAll(/uses: (.*)/g)].map(([, uses]) => uses);
  expect(used.length).toBe(2);
  expect(used.filter((uses) => !/^(actions|github)\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses ?? ''))).toEqual(
    [],
  );
});

test('every input is described and used, and what is read of steps and inputs is there', () => {
  const text = JSON.stringify({ ...action, inputs: {} });
  const inputs = Object.keys(action.inputs);
  const read = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);
  expect(inputs.filter((name) => !action.inputs[name]?.description)).toEqual([]);
  expect([...new Set(read(/inputs\.([\w-]+)/g))].sort()).toEqual([...inputs].sort());
  const ids = steps.map(({ id }) => id);
  expect(read(/steps\.([\w-]+)\./g).filter((id) => !ids.includes(id))).toEqual([]);
});

test('the verdict comes last, whatever became of the steps before', () => {
  expect(steps.at(-1)).toMatchObject({ name: 'Verdict', if: expect.stringContaining('!cancelled()') });
  expect(steps.findIndex(({ uses }) => uses?.includes('upload-sarif'))).toBe(steps.length - 2);
});
