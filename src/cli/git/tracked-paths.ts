import { foldersAbove } from './folders-above.js';
import type { Repository } from './open-repository.js';

/** What git tracks in the commit that is checked out, or in the index. */
export interface TrackedPaths {
  /**
   * Whether a path is tracked, or anything below it, or lies in a submodule or behind a link that is; without regard to case, as some
   * file systems have none.
   */
  has(path: string): boolean;
}

const mostBytes = 2 ** 29;

/** Read when it is first asked. */
export function trackedPaths({ git, top }: Repository): TrackedPaths {
  let known: Known | undefined;
  const read = (): Known => {
    const head = git(['ls-tree', '-r', '-z', '--full-tree', '--name-only', 'HEAD'], { mostBytes });
    const index = git(['ls-files', '-z'], { mostBytes, cwd: top });
    const paths = `${head.stdout.toString('utf8')}${index.stdout.toString('utf8')}`.split('\0').filter(Boolean);
    const entries = new Set(paths.map(plain));
    return { entries, above: allAbove(entries) };
  };
  return {
    has(path) {
      known ??= read();
      const { entries, above } = known;
      const asked = plain(path);
      return above.has(asked) || [asked, ...foldersAbove(asked)].some((part) => entries.has(part));
    },
  };
}

interface Known {
  /** Files, links and submodules. */
  readonly entries: ReadonlySet<string>;
  /** The folders that these lie in. */
  readonly above: ReadonlySet<string>;
}

function allAbove(paths: Iterable<string>): ReadonlySet<string> {
  const above = new Set<string>();
  for (const path of paths) {
    for (const folder of [...foldersAbove(path)].reverse()) {
      if (above.has(folder)) break;
      above.add(folder);
    }
  }
  return above;
}

function plain(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
