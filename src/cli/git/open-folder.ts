import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { isFolder, isWithin } from '../../load/paths.js';
import { Misuse } from '../misuse.js';
import type { Surroundings } from '../surroundings.js';
import type { Base, BaseFolder } from './base.js';
import { enclosingCheckout } from './find-git.js';
import { Notes, quoted } from './notes.js';
import { openRepository } from './open-repository.js';
import { trackedPaths } from './tracked-paths.js';

/** @param base relative to the working folder, or absolute */
export function openFolder(base: string, surroundings: Surroundings, wall: number): Base {
  const path = resolve(surroundings.cwd, base);
  if (base === '' || !isFolder(path)) {
    throw new Misuse(
      `There is no folder ${quoted(base)}.`,
      /^[./]/.test(base) ? undefined : 'The working folder lies in no git repository, so that a base is a folder.',
    );
  }
  const cwd = realpathSync(path);
  const here = realpathSync(surroundings.cwd);
  if (cwd === here) throw new Misuse(`${quoted(base)} is the working folder itself: nothing would differ.`);
  refuseBrought(base, path, surroundings, wall);
  const notes = new Notes();
  const folder = folderAt(base, cwd, here, (path) => notes.add(`${quoted(path)} lies outside of ${base}.`));
  return { name: base, trusted: folder, origin: folder, notes: notes.all, close: () => {} };
}

function folderAt(name: string, cwd: string, here: string, note: (input: string) => void): BaseFolder {
  const [checkout, change = here] = [enclosingCheckout(cwd), enclosingCheckout(here)];
  // A folder of old models within the checkout of the change: what lies above it is the change's.
  const top = checkout === undefined || checkout === change ? cwd : checkout;
  const isChange = (path: string): boolean => isWithin(change, top) && isWithin(path, change);
  const isTheirs = (path: string): boolean => isWithin(path, top) && !isChange(path);
  const wayTo = (input: string): string | undefined => {
    const way = isAbsolute(input) ? relative(here, input) || '.' : input;
    if (isTheirs(resolve(cwd, way))) return way;
    note(input);
    return undefined;
  };
  return {
    name,
    cwd,
    top,
    fetch: (inputs) => (inputs.length > 0 ? inputs : ['models']).map(wayTo),
    fetchFile(path) {
      if (isAbsolute(path) && isTheirs(path)) return path;
      const place = resolve(cwd, isAbsolute(path) ? relative(here, path) : path);
      return isTheirs(place) ? place : undefined;
    },
  };
}

/** A folder, or a link to one, that git tracks in the checkout comes with the change. */
function refuseBrought(base: string, path: string, surroundings: Surroundings, wall: number): void {
  const checkout = enclosingCheckout(surroundings.cwd);
  const ways = [path, realpathSync(path)].filter((way) => checkout !== undefined && isWithin(way, checkout));
  if (checkout === undefined || ways.length === 0) return;
  const repository = openRepository(surroundings, wall);
  if (repository === undefined) return;
  const tracked = trackedPaths(repository);
  if (!ways.some((way) => tracked.has(relative(repository.top, way).split(sep).join('/')))) return;
  throw new Misuse(
    `${quoted(base)} comes with the change itself: git tracks it in this repository.`,
    'Give a ref of git, or a folder that the change has no part in: --base origin/main, --base ../main',
  );
}
