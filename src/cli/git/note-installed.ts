import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isFile } from '../../load/paths.js';
import { type Notes, quoted } from './notes.js';
import type { Repository } from './open-repository.js';
import type { Tree } from './read-tree.js';

const manifests = [
  'package.json',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  '.npmrc',
];

/**
 * Says that a configuration of the base runs with a package as the change has it installed, where the change touches what is
 * installed: it could have put another one in its place.
 */
export function noteInstalled(name: string, folder: string, tree: Tree, repository: Repository, notes: Notes): void {
  const changed = manifests
    .map((manifest) => posix.join(folder, manifest))
    .filter((path) => tree.entries.get(path)?.id !== idOf(path, tree, repository));
  if (changed.length === 0) return;
  notes.add(
    `The configuration of the base uses the package ${quoted(name)} as the change has it installed, ` +
      `and ${changed.map(quoted).join(', ')} changed.`,
  );
}

/** As git would name the file's content. */
function idOf(path: string, { entries }: Tree, { top }: Repository): string | undefined {
  const file = join(top, ...path.split('/'));
  if (!isFile(file)) return undefined;
  const content = readFileSync(file);
  const algorithm = entries.get(path)?.id.length === 64 ? 'sha256' : 'sha1';
  return createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest('hex');
}
