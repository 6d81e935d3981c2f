import { existsSync, lstatSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { isFile, isWithin } from '../../load/paths.js';
import { copyPackage, dependenciesOf } from './copy-package.js';
import { noteInstalled } from './note-installed.js';
import { type Notes, quoted } from './notes.js';
import type { Repository } from './open-repository.js';
import type { Tree } from './read-tree.js';
import type { TemporaryFolder } from './temporary-folder.js';
import { trackedPaths } from './tracked-paths.js';

/**
 * Who imports: Node follows links, so that a configuration's packages may stay where they are installed; a model reads nothing
 * outside of its project, so that its packages have to be copied there.
 */
export type Reader = 'config' | 'model';

export interface Packages {
  /** Makes a package resolve for a module of the base. Returns the paths in the base that have to be written for it. */
  provide(name: string, importer: string, reader: Reader): readonly string[];
}

/**
 * Packages are taken as they are installed in the working folder, for git does not hold them, but never where git does: a change could
 * bring tame rules with it. A package that lies in the repository itself, a workspace, is the base's own.
 */
export function createPackages(tree: Tree, repository: Repository, folder: TemporaryFolder, notes: Notes): Packages {
  const done = new Set<string>();
  const tracked = trackedPaths(repository);
  const fromTop = (path: string): string => relative(repository.top, path).split(sep).join('/');

  const provide: Packages['provide'] = (name, importer, reader) => {
    for (let above = posix.dirname(importer); ; above = posix.dirname(above)) {
      const modules = posix.join(above, 'node_modules');
      const place = posix.join(modules, name);
      if (tree.folders.has(place)) return below(place, tree);
      if (isFile(join(repository.top, ...place.split('/'), 'package.json'))) {
        const key = `${reader} ${place}`;
        if (done.has(key)) return [];
        done.add(key);
        return take(name, modules, place, reader);
      }
      if (above === '.') return [];
    }
  };

  const take = (name: string, modules: string, place: string, reader: Reader): readonly string[] => {
    const installed = join(repository.top, ...modules.split('/'));
    if (lstatSync(installed).isSymbolicLink() || tracked.has(modules)) {
      const reason = tracked.has(modules) ? 'holds files that git tracks' : 'is a link';
      notes.add(
        `${quoted(modules)} ${reason}: the base takes no packages from there, so ${quoted(name)} may be missing.`,
      );
      return [];
    }
    const real = realpathSync(join(repository.top, ...place.split('/')));
    const way = fromTop(real);
    const isInside = isWithin(real, repository.top);
    if (isInside && (tracked.has(way) || !way.split('/').includes('node_modules'))) return takeOwn(name, place, way);
    if (reader === 'config') {
      link(real, place);
      noteInstalled(name, posix.dirname(modules), tree, repository, notes);
    } else if (isInside) {
      copy(real, place);
    }
    return [];
  };

  const takeOwn = (name: string, place: string, way: string): readonly string[] => {
    const paths = below(way, tree);
    if (paths.length > 0) link(folder.place(way), place);
    else notes.add(`The package ${quoted(name)} lies in the repository at ${quoted(way)}, where the base has nothing.`);
    return paths;
  };

  const link = (target: string, place: string): void => {
    const path = folder.place(place);
    mkdirSync(dirname(path), { recursive: true });
    if (!exists(path)) symlinkSync(target, path, 'junction');
  };

  /** With all that it depends on, side by side. */
  const copy = (real: string, place: string): void => {
    copyPackage(real, folder.place(place), folder);
    for (const name of dependenciesOf(real)) {
      const target = posix.join('node_modules', name);
      const found = nearest(name, real, repository.top);
      if (found === undefined || tracked.has(fromTop(found)) || done.has(`model ${target}`)) continue;
      done.add(`model ${target}`);
      copy(found, target);
    }
  };

  return { provide };
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Without what is installed in there. */
function below(folder: string, { entries }: Tree): readonly string[] {
  const start = `${folder}/`;
  return [...entries.keys()].filter(
    (path) => path.startsWith(start) && !path.slice(start.length).split('/').includes('node_modules'),
  );
}

/** A package as Node finds it from another one, and that lies below the top. */
function nearest(name: string, from: string, top: string): string | undefined {
  for (let folder = from; isWithin(folder, top); folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(join(path, 'package.json'))) {
      const real = realpathSync(path);
      return isWithin(real, top) && relative(top, real).split(sep).includes('node_modules') ? real : undefined;
    }
    if (dirname(folder) === folder) return undefined;
  }
  return undefined;
}
