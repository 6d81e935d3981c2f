import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, bareFolder, plainEnvironment } from '../cli/built-command.js';
import { fragile } from '../cli/models.js';
import { blocksOf, readPage } from './read-page.js';

const page = readPage('docs/writing-rules.md');

let folder: BareFolder;
beforeAll(() => {
  folder = bareFolder({ 'models/shop.ts': fragile });
  mkdirSync(join(folder.path, 'node_modules'));
  symlinkSync(process.cwd(), join(folder.path, 'node_modules', 'stanchion'), 'junction');
  cpSync('docs/example-rules', join(folder.path, 'acme'), { recursive: true });
  cpSync('docs/example-rules', join(folder.path, 'node_modules/acme-stanchion-rules'), { recursive: true });
});
afterAll(() => folder.remove());

test('the tests of the example pass, run as its author runs them', () => {
  const { status, stdout } = spawnSync(process.execPath, ['--test'], {
    cwd: join(folder.path, 'acme'),
    encoding: 'utf8',
    env: plainEnvironment(folder.path),
  });
  expect(stdout).toMatch(/\b(pass|# pass) 5\b/);
  expect(status).toBe(0);
});

test('the guide shows the files of the example', () => {
  const shown = blocksOf(page, 'js');
  for (const file of ['rules/engine-unsupported.js', 'test/engine-unsupported.test.js', 'index.js'])
    expect(shown).toContain(readFileSync(join('docs/example-rules', file), 'utf8'));
  expect(blocksOf(page, 'typescript')).toContain(readFileSync('docs/example-rules/index.d.ts', 'utf8'));
  expect(blocksOf(page, 'json')).toContain(readFileSync('docs/example-rules/package.json', 'utf8'));
});

test('the configuration of the guide asks the rule, and it finds what the guide says', () => {
  const [config = ''] = blocksOf(page, 'ts');
  folder.write('stanchion.config.ts', config);
  const { stdout, stderr } = folder.stanchion(['audit', '--today', '2026-11-21']);
  expect(stderr).toBe('');
  const [printed = ''] = blocksOf(page, 'text');
  for (const line of printed.trimEnd().split('\n')) expect(stdout).toContain(line.trim());
  expect(folder.stanchion(['explain', 'acme/engine-unsupported']).stdout).toMatch(
    /nobody who knows it is woken up.*engines: \["postgresql"\]/s,
  );
});

test('a model that imports the types of the package may accept its findings; any other is told how', () => {
  const accepting = `import { architecture } from 'stanchion';
import type {} from 'acme-stanchion-rules';
const site = architecture('Accepting');
site.database('orders', { engine: 'mysql' }).accepts({ rule: 'acme/engine-unsupported', because: 'It goes this year.' });
export default site;
`;
  folder.write('accepting.ts', accepting);
  expect(folder.stanchion(['audit', 'accepting.ts', '--fail-on', 'never'])).toMatchObject({ exitCode: 0, stderr: '' });
  folder.write('accepting.ts', accepting.replace(/import type.*\n/, ''));
  const { exitCode, stderr } = folder.stanchion(['audit', 'accepting.ts']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('CustomRules') });
});
