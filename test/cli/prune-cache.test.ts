import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pruneCache } from '../../src/cli/prune-cache.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stanchion-prune-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = Date.now();
const name = `${'ab'.repeat(32)}.json`;

/** A file of the cache that was used some days ago. */
function aged(file: string, days: number): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'kept');
  const then = new Date(now - days * 24 * 60 * 60 * 1000);
  utimesSync(path, then, then);
}

test('what is no longer asked for goes, and what was left half; all else stays', () => {
  for (const file of [`ab/${name}`, `results/ab/${name}`, `runs/${name}`, 'ab/notes.txt']) aged(file, 40);
  for (const file of [`cd/${name}`, 'cd/young.txt']) aged(file, 20);
  aged(`cd/${name}.0123456789ab`, 2);
  aged(`ef/${name}.0123456789ab`, 0.1);
  pruneCache(folder, now);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  expect(files.map((one) => join(one.parentPath, one.name).slice(folder.length + 1)).sort()).toEqual(
    [`cd/${name}`, 'cd/young.txt', `ef/${name}.0123456789ab`, 'ab/notes.txt', 'pruned'].sort(),
  );
});

test('once a day is enough, and no cache is no reason to make one', () => {
  pruneCache(folder, now);
  aged(`ab/${name}`, 40);
  pruneCache(folder, now);
  expect(existsSync(join(folder, 'ab', name))).toBe(true);
  pruneCache(folder, now + 2 * 24 * 60 * 60 * 1000);
  expect(existsSync(join(folder, 'ab', name))).toBe(false);
  pruneCache(join(folder, 'none'), now);
  expect(existsSync(join(folder, 'none'))).toBe(false);
});
