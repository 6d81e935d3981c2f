import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { isFile, isWithin } from '../../load/paths.js';
import type { Surroundings } from '../surroundings.js';

/**
 * The git that is installed, absolute; undefined where there is none. Never one that the checkout brings: not in the working folder,
 * where Windows looks first, and not in node_modules/.bin, which npm puts in front of all others.
 */
export function findGit({ cwd, environment, platform }: Surroundings): string | undefined {
  const isWindows = platform === 'win32';
  const path = environment.PATH ?? (isWindows ? environment.Path : undefined) ?? '';
  const checkout = enclosingCheckout(cwd) ?? realpathSync(cwd);
  return path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && !/(^|[\\/])node_modules([\\/]|$)/.test(folder))
    .map((folder) => join(folder, isWindows ? 'git.exe' : 'git'))
    .find((file) => isFile(file) && !isWithin(file, checkout) && !isWithin(realpathSync(file), checkout));
}

/** The folder with .git that the working folder lies in, found without git. */
export function enclosingCheckout(cwd: string): string | undefined {
  for (let folder = realpathSync(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
