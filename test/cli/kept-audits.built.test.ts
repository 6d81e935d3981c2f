import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, bareFolder } from './built-command.js';
import { fragile } from './models.js';

let folder: BareFolder;
beforeEach(() => {
  folder = bareFolder({
    'models/shop.ts': fragile,
    'models/other.ts': fragile.replaceAll('Fragile', 'Other'),
  });
});
afterEach(() => folder.remove());

const audit = (...args: string[]) => folder.stanchion(['audit', '--json', '--today', '2026-11-21', ...args]);

/** Files of kept audits, by path. */
const kept = () =>
  readdirSync(join(folder.path, '.home/cache/stanchion/results'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder.path, '.home/cache/stanchion/results', name));

/** A comment changes the file and not the model. */
const touch = () => folder.write('models/shop.ts', `${fragile}// ${kept().length}\n`);

test('a model that says what it said is not audited again, and all is told as before', () => {
  const first = audit();
  expect(first.exitCode).toBe(1);
  expect(kept()).toHaveLength(2);
  touch();
  expect(audit()).toEqual(first);
  expect(kept()).toHaveLength(2);
});

test('what was kept is what is told', () => {
  audit();

  for (const path of kept()) {
    const body = readFileSync(path, 'utf8').slice(65).replaceAll('nginx', 'kept name');
    writeFileSync(path, `${createHash('sha256').update(body).digest('hex')}\n${body}`);
  }
  touch();
  expect(audit().stdout).toContain('kept name');
  expect(audit('--no-cache').stdout).not.toContain('kept name');
});

test('damaged or foreign files are as good as none', () => {
  const first = audit();
  for (const path of kept()) writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20));
  touch();
  expect(audit()).toEqual(first);
});

test('another day, preset, configuration or model is another audit', () => {
  audit();
  audit('--today', '2027-11-21');
  expect(kept()).toHaveLength(4);
  audit('--preset', 'security');
  expect(kept()).toHaveLength(6);
  folder.write('stanchion.config.ts', "export default { rules: { 'hygiene/missing-owner': 'off' } };\n");
  expect(audit().stdout).not.toContain('"hygiene/missing-owner"');
  expect(kept()).toHaveLength(8);
  folder.write('models/shop.ts', fragile.replaceAll('nginx', 'web server'));
  expect(audit().stdout).toContain('web server');
  expect(kept()).toHaveLength(9);
});

test('a baseline sets apart what was kept', () => {
  audit();
  expect(audit('--write-baseline').exitCode).toBe(0);
  touch();
  expect(audit().exitCode).toBe(0);
});
