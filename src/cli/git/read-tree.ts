import { Misuse } from '../misuse.js';
import type { Limits } from './base.js';
import { type Notes, quoted } from './notes.js';
import { firstLine, type Repository } from './open-repository.js';
import { whyUnsafe } from './safe-path.js';

export interface Entry {
  readonly kind: 'file' | 'link' | 'submodule';
  readonly id: string;
}

interface Folder {
  /** Names of what lies directly in it. */
  readonly entries: string[];
  readonly folders: string[];
}

/** All that a commit holds, by paths from the top with `/`; the top itself is the empty path. */
export interface Tree {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly folders: ReadonlyMap<string, Folder>;
  /** The symbolic link or submodule that a path is or leads through. */
  obstacle(path: string): { readonly path: string; readonly entry: Entry } | undefined;
}

/** So many bytes an entry may take on average. */
const bytesOfEntry = 300;

/** @throws Misuse where it has more entries than are read */
export function readTree(commit: string, repository: Repository, limits: Limits, notes: Notes): Tree {
  const { exitCode, stdout, stderr } = repository.git(['ls-tree', '-r', '-z', '--full-tree', commit], {
    mostBytes: 2 ** 20 + limits.entries * bytesOfEntry,
  });
  if (exitCode !== 0) throw new Misuse(`The base cannot be read: ${firstLine(stderr)}.`);
  const lines = stdout.toString('utf8').split('\0');
  lines.pop();
  if (lines.length > limits.entries) {
    throw new Misuse(`The base has ${lines.length} files; ${limits.entries} are read at most.`);
  }
  const tree = createTree();
  const unsafe: string[] = [];
  for (const line of lines) {
    const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (mode === undefined || id === undefined || path === undefined) continue;
    // Names in another encoding than UTF-8 can be named by no import and no argument.
    if (path.includes('\uFFFD')) continue;
    const reason = whyUnsafe(path, repository.platform);
    if (reason !== undefined) unsafe.push(`${quoted(path)} ${reason}`);
    else addEntry(tree, path, { kind: kindOf(mode), id });
  }
  if (unsafe.length > 0) {
    const others = unsafe.length > 1 ? `, and ${unsafe.length - 1} more are like it` : '';
    notes.add(`A path in the base is left out: ${unsafe[0]}${others}.`);
  }
  return tree;
}

type GrowingTree = Tree & { readonly entries: Map<string, Entry>; readonly folders: Map<string, Folder> };

/** Of an empty commit. */
export function createTree(): GrowingTree {
  const entries = new Map<string, Entry>();
  const folders = new Map<string, Folder>([['', { entries: [], folders: [] }]]);
  return {
    entries,
    folders,
    obstacle(path) {
      for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
        const above = path.slice(0, end);
        const entry = entries.get(above);
        if (entry && entry.kind !== 'file') return { path: above, entry };
      }
      return undefined;
    },
  };
}

function addEntry({ entries, folders }: GrowingTree, path: string, entry: Entry): void {
  const slash = path.lastIndexOf('/');
  entries.set(path, entry);
  folderAt(folders, path.slice(0, Math.max(slash, 0))).entries.push(path.slice(slash + 1));
}

function folderAt(folders: Map<string, Folder>, path: string): Folder {
  const known = folders.get(path);
  if (known) return known;
  const made: Folder = { entries: [], folders: [] };
  folders.set(path, made);
  const slash = path.lastIndexOf('/');
  folderAt(folders, path.slice(0, Math.max(slash, 0))).folders.push(path.slice(slash + 1));
  return made;
}

function kindOf(mode: string): Entry['kind'] {
  if (mode === '120000') return 'link';
  return mode === '160000' ? 'submodule' : 'file';
}
