import { type BareFolder, bareFolder } from '../cli/built-command.js';
import { after, before } from '../cli/changing-models.js';
import { blocksOf, readPage } from './read-page.js';

const page = readPage('docs/diff.md');
const [old = '', changed = ''] = blocksOf(page, 'ts');

let folder: BareFolder;
beforeAll(() => {
  folder = bareFolder({ 'old/shop.ts': old, 'new/shop.ts': changed });
});
afterAll(() => folder.remove());

test('the models of the page are those that the command is tested with', () => {
  expect([old, changed]).toEqual([before, after]);
});

test('what is shown as printed is printed', () => {
  const [command = ''] = blocksOf(page, 'sh');
  const args = command.trim().split(' ').slice(1);
  const { exitCode, stdout } = folder.stanchion([...args, '--today', '2026-11-21']);
  expect(exitCode).toBe(0);
  expect(blocksOf(page, 'text')[1]).toBe(stdout);
});
