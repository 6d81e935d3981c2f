import { basename, relative, resolve } from 'node:path';
import { findConfigs } from '../load/config/find-config.js';
import { isFile } from '../load/paths.js';
import type { Request } from './command.js';
import { Misuse } from './misuse.js';

/** The configuration that a request goes by, absolute: the one that is named, else the one that is found, if any. */
export function locateConfig({ value, has, surroundings: { cwd } }: Request): string | undefined {
  const named = value('config');
  if (isNone({ value, has })) return undefined;
  if (named !== undefined) {
    const path = resolve(cwd, named);
    if (isFile(path)) return path;
    throw new Misuse(`There is no configuration '${named}'.`);
  }
  return findOnlyConfig(cwd);
}

/** @param top where the search ends before the repository does */
export function findOnlyConfig(cwd: string, top?: string): string | undefined {
  const [found, other] = findConfigs(cwd, top);
  if (found === undefined || other === undefined) return found;
  throw new Misuse(
    `There are two configurations: ${shown(found, cwd)} and ${basename(other)}.`,
    'Keep one of them, or name it with --config.',
  );
}

/** Whether none is to be asked. */
export function isNone({ value, has }: Pick<Request, 'value' | 'has'>): boolean {
  if (value('config') !== undefined && has('no-config')) {
    throw new Misuse("'--config' and '--no-config' exclude each other.", 'Give one of them.');
  }
  return has('no-config');
}

function shown(path: string, cwd: string): string {
  return relative(cwd, path) || path;
}
