import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.js';
import { fakeSurroundings } from '../cli/fake-surroundings.js';
import { blocksOf, readPage } from './read-page.js';

const page = readPage('docs/fix-and-accept.md');
const folder = mkdtempSync(join(tmpdir(), 'stanchion-docs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('one after the other, the commands of the page print what it shows', async () => {
  const epoch = String(Date.UTC(2026, 10, 21) / 1000);
  const environment = { SOURCE_DATE_EPOCH: epoch, XDG_CACHE_HOME: join(folder, 'cache') };
  const [commands, texts] = [blocksOf(page, 'sh'), blocksOf(page, 'text')];
  writeFileSync(join(folder, 'shop.arch.ts'), blocksOf(page, 'ts')[0] ?? '');
  expect(commands.length).toBe(texts.length);
  for (const [index, command] of commands.entries()) {
    const surroundings = fakeSurroundings({ cwd: folder, environment });
    const words = (command.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1'));
    const exitCode = await run(words.slice(1), surroundings);
    expect({ exitCode, ...surroundings.printed }).toEqual({ exitCode: 0, stdout: texts[index], stderr: '' });
  }
});
