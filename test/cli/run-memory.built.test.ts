import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, bareFolder } from './built-command.js';
import { empty, fragile } from './models.js';

/** The parts of a model in two files. */
const whole = `import { architecture } from 'stanchion';
import { serverName } from './parts/names.js';
const site = architecture('In two files');
site.server(serverName);
export default site;
`;

let folder: BareFolder;
beforeEach(() => {
  folder = bareFolder({
    'models/shop.ts': fragile,
    'models/whole.ts': whole,
    'models/parts/names.ts': "export const serverName = 'first name';\n",
  });
});
afterEach(() => folder.remove());

const today = ['--today', '2026-11-21'];
const audit = (...args: string[]) => folder.stanchion(['audit', ...today, ...args]);
const kept = () => join(folder.path, '.home/cache/stanchion/runs');

test('what has not changed has the same answer, exit code and bytes', () => {
  const first = audit();
  expect(first.exitCode).toBe(1);
  expect(readdirSync(kept())).toHaveLength(1);
  expect(audit()).toEqual(first);
  expect(audit('--no-cache')).toEqual(first);
});

test('the answer that was kept is the one that is given', () => {
  audit();
  const [name = ''] = readdirSync(kept());
  const sealed = readFileSync(join(kept(), name), 'utf8');
  // Written over without its seal, it does not count.
  writeFileSync(join(kept(), name), sealed.replaceAll('Fragile', 'Forged'));
  expect(audit().stdout).toContain('Fragile shop');
  writeFileSync(join(kept(), name), 'not even JSON');
  expect(audit().stdout).toContain('Fragile shop');
});

test('a part that changes, a model that changes, one that appears, one that goes', () => {
  expect(audit().stdout).toContain('first name');
  folder.write('models/parts/names.ts', "export const serverName = 'second name';\n");
  expect(audit().stdout).toContain('second name');
  folder.write('models/shop.ts', fragile.replaceAll('Fragile', 'Renamed'));
  expect(audit().stdout).toContain('Renamed shop');
  folder.write('models/empty.ts', empty);
  expect(audit().stdout).toContain('3 models');
  rmSync(join(folder.path, 'models/empty.ts'));
  expect(audit().stdout).toContain('2 models');
});

test('each question has its own answer', () => {
  expect(audit('--fail-on', 'never').exitCode).toBe(0);
  expect(audit().exitCode).toBe(1);
  expect(JSON.parse(audit('--json').stdout)).toMatchObject({ version: 1 });
  expect(folder.stanchion(['audit', 'models/whole.ts', ...today]).stdout).not.toContain('Fragile');
});

test('a file that is asked for is written again', () => {
  audit('--format', 'json=audit.json');
  const first = readFileSync(join(folder.path, 'audit.json'), 'utf8');
  rmSync(join(folder.path, 'audit.json'));
  audit('--format', 'json=audit.json');
  expect(readFileSync(join(folder.path, 'audit.json'), 'utf8')).toBe(first);
});

test('what did not load is tried again', () => {
  folder.write('models/broken.ts', 'throw new Error("out of paper");\n');
  const first = audit();
  expect(first.exitCode).toBe(2);
  expect(audit()).toEqual(first);
});
