import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareFolder, servedFolder } from './built-command.js';
import { fragile, thrower } from './models.js';

let folder: BareFolder;
beforeEach(() => {
  folder = servedFolder({ 'models/shop.ts': fragile });
});
afterEach(() => folder.remove());

const file = 'stanchion-baseline.json';
const audit = (...args: string[]) => folder.stanchion(['audit', '--today', '2026-11-21', ...args]);
const inCi = (...args: string[]) => folder.stanchion(['audit', ...args], { env: { CI: 'true' } });
const written = () => readFileSync(join(folder.path, file), 'utf8');

test('what is found is written, and not told from then on', () => {
  const before = audit();
  expect(before.exitCode).toBe(1);
  expect(audit('--write-baseline')).toEqual({ exitCode: 0, stdout: `6 findings in ${file}.\n`, stderr: '' });
  const text = written();
  const after = audit();
  expect(after).toMatchObject({ exitCode: 0, stderr: '' });
  expect(after.stdout).toContain('6 findings are in the baseline.');
  expect(after.stdout).not.toContain('transport/plaintext-external');
  expect(audit()).toEqual(after);
  expect(audit('--no-baseline')).toEqual(before);
  audit('--write-baseline');
  expect(written()).toBe(text);
});

test('as JSON', () => {
  audit('--write-baseline');
  const { audits } = JSON.parse(audit('--json').stdout);
  expect(audits[0].findings).toEqual([]);
  expect(audits[0].baselined).toHaveLength(6);
  expect(audits[0].baselined[0]).toMatchObject({ inBaseline: true, rule: expect.any(String) });
});

test('a finding of the baseline keeps being explained', () => {
  audit('--write-baseline');
  const { handle, message } = JSON.parse(audit('--json').stdout).audits[0].baselined[0];
  expect(folder.stanchion(['explain', handle]).stdout).toContain(message);
});

test('what is new is told; what is mended is stale until it is taken out', () => {
  audit('--write-baseline');
  folder.write(
    'models/shop.ts',
    fragile.replace('visitor.visits(web);', "visitor.visits(web);\nsite.server('lonely');"),
  );
  expect(audit().stdout).toContain('lonely');
  folder.write('models/shop.ts', fragile.replace("'Fragile shop'", "'Fragile shop', { owner: 'us' }"));
  const { exitCode, stderr } = audit();
  expect(exitCode).toBe(0);
  expect(stderr).toContain(`warning: 1 entry of ${file} matches nothing any more:`);
  expect(stderr).toContain('hygiene/missing-owner');
  // Also where the answer is remembered.
  expect(audit().stderr).toBe(stderr);
  expect(audit('--prune-baseline').stdout).toBe(`1 entry taken out of ${file}, 5 left.\n`);
  expect(audit().stderr).toBe('');
  expect(audit('--prune-baseline').stdout).toContain('0 entries');
});

test('models that are not audited keep their entries', () => {
  folder.write('models/other.ts', fragile.replace('Fragile', 'Other'));
  audit('--write-baseline');
  expect(audit('models/shop.ts', '--write-baseline').stdout).toContain('12 findings');
  expect(audit('models/shop.ts').stderr).toBe('');
});

test('in CI it is not written, unless forced; taking out is fine', () => {
  expect(inCi('--write-baseline')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('where CI is set') });
  expect(() => written()).toThrow();
  expect(inCi('--write-baseline', '--force').exitCode).toBe(0);
  expect(inCi('--prune-baseline').exitCode).toBe(0);
  expect(inCi().exitCode).toBe(0);
});

test('not while something does not load', () => {
  folder.write('models/broken.ts', thrower);
  expect(audit('--write-baseline')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('is not written') });
  expect(() => written()).toThrow();
});

test.each([
  ['<<<<<<< HEAD', 'it is not JSON'],
  ['{"format":"stanchion-baseline","version":1,"findings":[{}]}', 'its finding 1 is none'],
])('a file that is none: %s', (text, wrong) => {
  folder.write(file, text);
  expect(audit()).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(wrong) });
});

test('Windows line ends, another file, a file that is not there', () => {
  audit('--write-baseline');
  folder.write('known.json', written().replaceAll('\n', '\r\n'));
  folder.write(file, '{}');
  expect(audit('--baseline', 'known.json').exitCode).toBe(0);
  expect(audit('--baseline', 'nowhere.json').stderr).toContain("There is no baseline 'nowhere.json'.");
  folder.write('stanchion.config.ts', "export default { baseline: 'known.json' };\n");
  expect(audit().exitCode).toBe(0);
});

test('a baseline is about all that is found', () => {
  expect(audit('--write-baseline', '--owner', 'us').stderr).toContain('do not go together');
  expect(audit('--write-baseline', '--prune-baseline').stderr).toContain('do not go together');
});

test('control characters of a baseline do not reach the terminal', () => {
  audit('--write-baseline');
  folder.write(
    file,
    written()
      .replace('"message": "', '"message": "\\u001b[2J')
      .replace(/"fingerprint": "../, '"fingerprint": "00'),
  );
  expect(audit().stderr).not.toContain('\u001b');
});

test('--owner narrows to what is theirs', () => {
  folder.write('models/shop.ts', fragile.replace("engine: 'mysql'", "owner: 'data team', engine: 'mysql'"));
  const { stdout, exitCode } = audit('--owner', 'data team');
  expect(exitCode).toBe(1);
  expect(stdout).toContain('data/db-single-writer');
  expect(stdout).not.toContain('transport/plaintext-external');
  expect(audit('--owner', 'data tem').stderr).toContain("Did you mean 'data team'?");
  expect(audit('--owner', 'zebra').stderr).toContain('Owners are data team.');
});
