import { existsSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearFolders, folderPrefix } from '../../../src/cli/git/clear-folders.js';
import { temporaryFolder } from './repository.js';

const ended = 2 ** 22 + 1;
const longAgo = new Date('2020-01-01');

test('folders of runs that were ended are taken away with what is in them; those of others and young ones are not', () => {
  const place = temporaryFolder();
  const folder = (name: string, time?: Date) => {
    mkdirSync(join(place, name, 'models'), { recursive: true });
    writeFileSync(join(place, name, 'models/shop.ts'), 'text');
    if (time) utimesSync(join(place, name), time, time);
    return join(place, name);
  };
  const left = folder(`stanchion-base-${ended}-aB3xyz`, longAgo);
  const kept = [
    folder(`stanchion-base-${ended}-young1`),
    folder(`stanchion-base-${process.ppid}-alive1`, longAgo),
    folder(`${folderPrefix()}own123`, longAgo),
    folder('stanchion-base-nobody', longAgo),
    folder(`other-${ended}-aB3xyz`, longAgo),
  ];
  const elsewhere = folder('precious', longAgo);
  symlinkSync(elsewhere, join(place, `stanchion-base-${ended}-linked`));
  writeFileSync(join(place, `stanchion-base-${ended}-a-file`), '');
  clearFolders(place);
  expect(existsSync(left)).toBe(false);
  for (const one of [...kept, elsewhere]) expect(existsSync(join(one, 'models/shop.ts'))).toBe(true);
  expect(existsSync(join(place, `stanchion-base-${ended}-linked`))).toBe(true);
  expect(existsSync(join(place, `stanchion-base-${ended}-a-file`))).toBe(true);
});

test('where nobody may look nothing is taken away, and nothing is said', () => {
  expect(() => clearFolders(join(temporaryFolder(), 'nowhere'))).not.toThrow();
});
