// What is mutated: folder below src → the tests that have to notice it, and how long each mutant may keep them busy.
import { readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** At least this share of the mutants has to be noticed. */
export const floor = 85;

const families = foldersIn('src/rules');

/** Folder below src → folders below test. What lies deeper belongs to the folder, unless it is listed itself. */
export const folders = {
  ...Object.fromEntries(families.map((family) => [`rules/${family}`, { tests: [`rules/${family}`] }])),
  audit: { tests: ['audit'] },
  'audit/config': { tests: ['audit/config'] },
  'audit/frameworks': { tests: ['audit/frameworks'] },
  'audit/questions': { tests: ['audit/questions', ...families.map((family) => `rules/${family}`)] },
  'audit/test-rule': { tests: ['audit'] },
  ...Object.fromEntries(foldersIn('src/analyses').map((part) => [`analyses/${part}`, { tests: [`analyses/${part}`] }])),
};

export function sourcesOf(folder) {
  const others = Object.keys(folders).filter((other) => other.startsWith(`${folder}/`));
  const nested = (file) => others.some((other) => file.startsWith(`src/${other}/`));
  return filesBelow(`src/${folder}`).filter((file) => file.endsWith('.ts') && !nested(file));
}

export function testsOf(folder) {
  return folders[folder].tests
    .flatMap((tests) => filesBelow(`test/${tests}`))
    .filter((file) => file.endsWith('.test.ts') && !/\.(built|long)\.test\.ts$/.test(file));
}

function foldersIn(path) {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function filesBelow(path) {
  const names = readdirSync(join(root, path), { withFileTypes: true });
  const found = names.flatMap((entry) => {
    const inside = posix.join(path, entry.name);
    return entry.isDirectory() ? filesBelow(inside) : [inside];
  });
  return found.sort();
}
