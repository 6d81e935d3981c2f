import { relative, sep } from 'node:path';
import { isWithin } from '../../load/paths.js';
import { Misuse } from '../misuse.js';
import type { Surroundings } from '../surroundings.js';
import { defaultLimits } from './base.js';
import { enclosingCheckout } from './find-git.js';
import { quoted } from './notes.js';
import { openRepository } from './open-repository.js';
import { trackedPaths } from './tracked-paths.js';

/**
 * @param links absolute
 * @throws Misuse where git tracks one of them in the checkout round the working folder
 */
export function refuseCommittedLinks(links: readonly string[], surroundings: Surroundings): void {
  const checkout = enclosingCheckout(surroundings.cwd);
  const inside = links.filter((link) => checkout !== undefined && isWithin(link, checkout) && link !== checkout);
  const repository = inside.length === 0 ? undefined : openRepository(surroundings, defaultLimits.wall);
  if (repository === undefined) return;
  const tracked = trackedPaths(repository);
  const committed = inside.find((link) => tracked.has(relative(repository.top, link).split(sep).join('/')));
  if (committed === undefined) return;
  throw new Misuse(
    `${quoted(relative(surroundings.cwd, committed))} is a symbolic link that git tracks: nothing is written through it.`,
    'Remove it, or name a file or folder elsewhere.',
  );
}
