import type { Base, Limits } from './base.js';
import { type CommitFolder, createCommitFolder } from './commit-folder.js';
import { findOrigin } from './find-origin.js';
import { Notes } from './notes.js';
import type { Repository } from './open-repository.js';
import { createTree, readTree, type Tree } from './read-tree.js';
import { resolveCommit } from './resolve-commit.js';

export interface CommitOptions {
  readonly limits: Limits;
  /** The commit as it stands is what is compared with, not where the change left it. */
  readonly isExact?: boolean;
}

/** Opens a commit, and where the change that is checked out began. @throws Misuse where there is no such commit */
export function openCommit(ref: string, repository: Repository, { limits, isExact = false }: CommitOptions): Base {
  const notes = new Notes();
  const resolved = resolveCommit(ref, repository);
  if ('empty' in resolved) {
    notes.add(`${resolved.empty} Everything counts as new.`);
    const name = 'nothing';
    return opened(name, [createTree()], (tree) => createCommitFolder(tree, repository, { name, limits, notes }), notes);
  }
  const tip = resolved.id;
  const name = tip.startsWith(ref) ? tip.slice(0, 7) : `${ref} (${tip.slice(0, 7)})`;
  const began = isExact ? tip : findOrigin(tip, name, repository, notes);
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
