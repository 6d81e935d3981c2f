import type { Surroundings } from '../surroundings.js';
import { type Base, defaultLimits, type Limits } from './base.js';
import { type CommitFolder, createCommitFolder } from './commit-folder.js';
import { findOrigin } from './find-origin.js';
import { Notes } from './notes.js';
import { openFolder } from './open-folder.js';
import { openRepository, type Repository } from './open-repository.js';
import { createTree, readTree, type Tree } from './read-tree.js';
import { isFullId, resolveCommit } from './resolve-commit.js';

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
  return repository ? openCommit(base, repository, limits) : openFolder(base, surroundings, limits.wall);
}

function isPath(base: string, platform: string): boolean {
  return /^[./]/.test(base) || (platform === 'win32' && /^([a-z]:[\\/]|\\)/i.test(base));
}

function openCommit(ref: string, repository: Repository, limits: Limits): Base {
  const notes = new Notes();
  const resolved = resolveCommit(ref, repository);
  if ('empty' in resolved) {
    notes.add(`${resolved.empty} Everything counts as new.`);
    const name = 'nothing';
    return opened(name, [createTree()], (tree) => createCommitFolder(tree, repository, { name, limits, notes }), notes);
  }
  const tip = resolved.id;
  const name = isFullId(ref) ? tip.slice(0, 7) : `${ref} (${tip.slice(0, 7)})`;
  const began = findOrigin(tip, name, repository, notes);
  const nameOf = (id: string): string => (id === tip ? name : id.slice(0, 7));
  const open = (id: string): CommitFolder => {
    const tree = readTree(id, repository, limits, notes);
    return createCommitFolder(tree, repository, { name: nameOf(id), limits, notes });
  };
  return opened(name, [...new Set([tip, began])], open, notes);
}

/** The first is the tip, the second where the change began. What was opened before one that fails is closed. */
function opened<Source extends string | Tree>(
  name: string,
  sources: readonly Source[],
  open: (source: Source) => CommitFolder,
  notes: Notes,
): Base {
  const folders: CommitFolder[] = [];
  const close = (): void => {
    for (const folder of folders) folder.close();
  };
  try {
    for (const source of sources) folders.push(open(source));
  } catch (error) {
    close();
    throw error;
  }
  const [trusted, origin = trusted] = folders;
  if (!trusted || !origin) throw new Error('There is no commit to open.');
  return { name, trusted, origin, notes: notes.all, close };
}
