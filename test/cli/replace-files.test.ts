import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFiles } from '../../src/cli/replace-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stanchion-replace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([0o600, 0o640, 0o755])('who may read and write a file stays: %o', (mode) => {
  const path = join(folder, 'shop.arch.ts');
  const modeOf = () => statSync(path).mode & 0o777;
  writeFileSync(path, 'old');
  chmodSync(path, mode);
  const replaced = replaceFiles([{ path, before: 'old', after: 'new' }]);
  expect([readFileSync(path, 'utf8'), modeOf()]).toEqual(['new', mode]);
  replaced.restore();
  expect([readFileSync(path, 'utf8'), modeOf()]).toEqual(['old', mode]);
  replaceFiles([{ path, before: 'old', after: 'new' }]).settle();
  expect([readFileSync(path, 'utf8'), modeOf()]).toEqual(['new', mode]);
  expect(readdirSync(folder)).toEqual(['shop.arch.ts']);
});
