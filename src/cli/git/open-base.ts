import type { Surroundings } from '../surroundings.js';
import { type Base, defaultLimits, type Limits } from './base.js';
import { openCommit } from './open-commit.js';
import { openFolder } from './open-folder.js';
import { openRepository } from './open-repository.js';

export interface BaseOptions {
  readonly limits?: Partial<Limits>;
}

/**
 * Opens what a change is held against: a commit of the repository round the working folder, or a folder. In a repository a bare word
 * is always a ref, never a folder: a change could bring a folder of that name with it.
 *
 * @throws Misuse where there is no such base, with what to do about it
 */
export function openBase(base: string, surroundings: Surroundings, options: BaseOptions = {}): Base {
  const limits = { ...defaultLimits, ...options.limits };
  if (isPath(base, surroundings.platform)) return openFolder(base, surroundings, limits.wall);
  const repository = openRepository(surroundings, limits.wall);
  return repository ? openCommit(base, repository, { limits }) : openFolder(base, surroundings, limits.wall);
}

/** By how it is written. */
export function isPath(base: string, platform: string): boolean {
  return /^[./]/.test(base) || (platform === 'win32' && /^([a-z]:[\\/]|\\)/i.test(base));
}
