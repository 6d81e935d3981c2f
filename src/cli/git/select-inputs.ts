import { posix } from 'node:path';
import { globBase, isGlob, matchesGlob } from '../../vocabulary/glob.js';
import type { Tree } from './read-tree.js';

/**
 * The paths in a commit that an argument of a command names, as src/load/find-models.ts finds them on the disk; rather too many
 * than too few. Where it leads out of the repository: undefined.
 *
 * @param input relative to the working folder
 * @param prefix the way from the top to the working folder: empty, or names with `/` after each
 */
export function selectInput(input: string, prefix: string, tree: Tree): readonly string[] | undefined {
  const path = inRepository(input, prefix);
  if (path === undefined) return undefined;
  if (tree.entries.has(path)) return [path];
  if (tree.folders.has(path)) return inFolder(path, tree);
  if (input.includes('\\')) return selectInput(input.replaceAll('\\', '/'), prefix, tree);
  return isGlob(input) ? matching(posix.normalize(input), prefix, tree) : [path];
}

/** From the top; undefined where it lies above. */
export function inRepository(path: string, prefix: string): string | undefined {
  const whole = posix.normalize(`${prefix}${path}`).replace(/\/+$/, '');
  if (whole === '.') return '';
  return whole === '..' || whole.startsWith('../') || path.startsWith('/') ? undefined : whole;
}

/** What lies directly in it, and the index of each folder in there. */
function inFolder(path: string, { folders }: Tree): readonly string[] {
  const folder = folders.get(path);
  const below = (name: string): string => (path === '' ? name : `${path}/${name}`);
  const indexes = (folder?.folders ?? []).flatMap((name) =>
    ['ts', 'mts', 'js', 'mjs'].map((ending) => below(`${name}/index.${ending}`)),
  );
  const direct = (folder?.entries ?? []).filter((name) => !name.startsWith('.')).map(below);
  return [...direct, ...indexes];
}

function matching(pattern: string, prefix: string, { entries }: Tree): readonly string[] | undefined {
  const base = inRepository(globBase(pattern), prefix);
  if (base === undefined) return undefined;
  const here = prefix.replace(/\/$/, '');
  const start = base === '' ? '' : `${base}/`;
  return [...entries.keys()].filter(
    (path) => path.startsWith(start) && isModel(path) && matchesGlob(posix.relative(`/${here}`, `/${path}`), pattern),
  );
}

/** By its name. */
export function isModel(path: string): boolean {
  return /\.(m?ts|m?js|json)$/.test(path);
}
