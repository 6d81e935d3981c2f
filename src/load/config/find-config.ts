import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFile, isWithin } from '../paths.js';

export const configNames = [
  'stanchion.config.ts',
  'stanchion.config.mts',
  'stanchion.config.js',
  'stanchion.config.mjs',
];

/**
 * The configuration of the folder a command runs in: its own, else the nearest one above it in the same repository. A
 * configuration runs with its reader's rights: it is never looked for beside a model, and one of a folder above counts only
 * where it belongs to whom the working folder belongs to.
 *
 * @param top where the search ends before the repository does
 * @returns all of that folder: several are the user's mistake
 */
export function findConfigs(cwd: string, top?: string): readonly string[] {
  const own = configsIn(cwd);
  if (own.length > 0) return own;
  const above = foldersOfRepository(cwd).filter((folder) => top === undefined || isWithin(folder, top));
  for (const folder of above) {
    const found = configsIn(folder);
    if (found.length > 0) return found.filter((path) => hasOwnerOf(path, cwd));
  }
  return [];
}

function configsIn(folder: string): readonly string[] {
  return configNames.map((name) => join(folder, name)).filter(isFile);
}

/** Above a folder, up to the one with .git; none where it is in no repository. */
function foldersOfRepository(cwd: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (folder !== cwd) folders.push(folder);
    if (existsSync(join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) return [];
  }
}

function hasOwnerOf(path: string, folder: string): boolean {
  return statSync(path).uid === statSync(folder).uid;
}
