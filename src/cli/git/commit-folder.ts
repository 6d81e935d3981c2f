import { isAbsolute, posix, relative, sep } from 'node:path';
import { configNames } from '../../load/config/find-config.js';
import { isWithin } from '../../load/paths.js';
import type { BaseFolder, Limits } from './base.js';
import { foldersAbove } from './folders-above.js';
import { type Notes, quoted } from './notes.js';
import type { Repository } from './open-repository.js';
import { createPackages } from './provide-packages.js';
import type { Tree } from './read-tree.js';
import { inRepository, selectInput } from './select-inputs.js';
import { createTemporaryFolder } from './temporary-folder.js';
import { createWriteOut } from './write-out.js';

export interface CommitFolder extends BaseFolder {
  close(): void;
}

export interface CommitFolderOptions {
  /** As people name the base. */
  readonly name: string;
  readonly limits: Limits;
  readonly notes: Notes;
}

/** A commit, of which no more is written out than is asked for; the configuration of the working folder at once. */
export function createCommitFolder(tree: Tree, repository: Repository, options: CommitFolderOptions): CommitFolder {
  const { prefix } = repository;
  const { limits, notes, name } = options;
  const folder = createTemporaryFolder(prefix, limits, notes);
  const packages = createPackages(tree, repository, folder, notes);
  const writeOut = createWriteOut({ tree, repository, folder, packages, ...options });
  const cwd = folder.place(prefix.replace(/\/$/, ''));
  const select = (input: string) => {
    const way = fromHere(input, repository);
    const paths = selectInput(way, prefix, tree);
    if (paths === undefined) notes.add(`${quoted(input)} lies outside of the repository: ${name} has nothing of it.`);
    return { way: paths && way, paths: paths ?? [] };
  };
  try {
    writeOut(configsOf(prefix), 'config');
  } catch (error) {
    folder.close();
    throw error;
  }
  return {
    name,
    cwd,
    top: folder.top,
    fetch(inputs) {
      const selected = (inputs.length > 0 ? inputs : ['models']).map(select);
      writeOut(
        selected.flatMap(({ paths }) => paths),
        'model',
      );
      return selected.map(({ way }) => way);
    },
    fetchFile(path) {
      const isTheirs = isAbsolute(path) && isWithin(path, folder.top);
      const way = isTheirs ? relative(cwd, path).split(sep).join('/') : fromHere(path, repository);
      const wanted = inRepository(way, prefix);
      if (wanted === undefined) return undefined;
      writeOut([wanted], 'config');
      return folder.place(wanted);
    },
    close: folder.close,
  };
}

/** A path of the working tree by its way from the working folder, any other as it is; with `/`. */
function fromHere(path: string, { top, prefix, platform }: Repository): string {
  const plain = platform === 'win32' ? path.replaceAll('\\', '/') : path;
  const isAbsolute = /^([a-z]:)?[\\/]/i.test(path);
  if (!isAbsolute || !isWithin(path, top)) return plain;
  return posix.relative(`/${prefix}`, `/${relative(top, path).split(sep).join('/')}`) || '.';
}

/** In the working folder and all above it. */
function configsOf(prefix: string): readonly string[] {
  return foldersAbove(prefix).flatMap((folder) => configNames.map((name) => posix.join(folder, name)));
}
