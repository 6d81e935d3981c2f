import type { Repository } from './open-repository.js';

/** What git tracks in the commit that is checked out, or in the index. */
export interface TrackedPaths {
  /** Whether a path is tracked, or anything below it; without regard to case, as some file systems have none. */
  has(path: string): boolean;
}

const mostBytes = 2 ** 29;

/** Read when it is first asked. */
export function trackedPaths({ git, top }: Repository): TrackedPaths {
  let known: ReadonlySet<string> | undefined;
  const read = (): ReadonlySet<string> => {
    const head = git(['ls-tree', '-r', '-z', '--full-tree', '--name-only', 'HEAD'], { mostBytes });
    const index = git(['ls-files', '-z'], { mostBytes, cwd: top });
    const all = new Set<string>();
    for (const path of `${head.stdout.toString('utf8')}${index.stdout.toString('utf8')}`.split('\0')) {
      for (
        let part = plain(path);
        part !== '' && !all.has(part);
        part = part.slice(0, Math.max(part.lastIndexOf('/'), 0))
      )
        all.add(part);
    }
    return all;
  };
  return {
    has(path) {
      known ??= read();
      return known.has(plain(path));
    },
  };
}

function plain(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
