import { posix } from 'node:path';
import type { Limits } from './base.js';
import { findImports } from './find-imports.js';
import { foldersAbove } from './folders-above.js';
import { type Notes, quoted } from './notes.js';
import type { Repository } from './open-repository.js';
import type { Packages, Reader } from './provide-packages.js';
import { readBlobs, sizesOf } from './read-blobs.js';
import type { Entry, Tree } from './read-tree.js';
import type { TemporaryFolder } from './temporary-folder.js';

export interface Source {
  readonly tree: Tree;
  readonly repository: Repository;
  readonly folder: TemporaryFolder;
  readonly packages: Packages;
  /** As people name the base. */
  readonly name: string;
  readonly limits: Limits;
  readonly notes: Notes;
}

/** Writes files of a commit, and all that they import. Paths that it does not hold are passed over. */
export type WriteOut = (paths: readonly string[], reader: Reader) => void;

export function createWriteOut(source: Source): WriteOut {
  const seen: Record<Reader, Set<string>> = { config: new Set(), model: new Set() };
  const written = new Set<string>();

  const writeWave = (paths: readonly string[], reader: Reader): readonly string[] => {
    const wanted = new Set(paths.flatMap((path) => [path, ...manifestsAbove(path, source.tree)]));
    const found = [...wanted].filter((path) => !seen[reader].has(path)).flatMap((path) => look(path, source));
    const next: string[] = [];
    for (const [path, content] of contents(found, written, source)) {
      seen[reader].add(path);
      if (!written.has(path)) source.folder.write(path, content);
      written.add(path);
      next.push(...leadsTo(path, content, reader, source.packages));
    }
    return next;
  };
  return (paths, reader) => {
    for (let wave = paths; wave.length > 0; ) wave = writeWave(wave, reader);
  };
}

type Found = readonly [path: string, entry: Entry];

function look(path: string, { tree, name, notes }: Source): Found[] {
  const entry = tree.entries.get(path);
  if (entry?.kind === 'file') return [[path, entry]];
  const found = tree.obstacle(path);
  if (found?.entry.kind === 'link') {
    notes.add(`${quoted(found.path)} is a symbolic link in ${name}: it is not followed.`);
  } else if (found) {
    notes.add(`${quoted(found.path)} is a submodule in ${name}: what lies in it is not read.`);
  }
  return [];
}

/** Of those that are not too large. */
function* contents(found: readonly Found[], written: ReadonlySet<string>, source: Source): Generator<[string, Buffer]> {
  const { repository, folder, limits, notes, name } = source;
  const sizes = sizesOf(
    found.map(([, { id }]) => id),
    repository.git,
  );
  const sized = found.map(([path, { id }], index) => ({ path, id, size: sizes[index] ?? 0 }));
  for (const { path, size } of sized) {
    if (size > limits.fileBytes) {
      notes.add(`${quoted(path)} of ${name} is left out: it has ${size} bytes, and ${limits.fileBytes} may be read.`);
    } else if (!written.has(path)) folder.spend(size);
  }
  const fitting = sized.filter(({ size }) => size <= limits.fileBytes);
  let index = 0;
  for (const content of readBlobs(fitting, repository.git)) yield [fitting[index++]?.path ?? '', content];
}

function leadsTo(path: string, content: Buffer, reader: Reader, packages: Packages): readonly string[] {
  if (!/\.[cm]?[jt]s$/.test(path)) return [];
  const imports = findImports(path, content.toString('utf8'));
  return [...imports.paths, ...imports.packages.flatMap((wanted) => packages.provide(wanted, path, reader))];
}

/** They decide how the modules below them are read. */
function manifestsAbove(path: string, { entries }: Tree): readonly string[] {
  if (!entries.has(path)) return [];
  return foldersAbove(path).flatMap((folder) =>
    ['package.json', 'tsconfig.json'].map((name) => posix.join(folder, name)),
  );
}
