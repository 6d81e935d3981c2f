import { basename, relative, resolve } from 'node:path';
import { findConfigs } from '../load/config/find-config.js';
import { isFile } from '../load/paths.js';
import type { Request } from './command.js';
import { Misuse } from './misuse.js';

/** The configuration that a request goes by, absolute: the one that is named, else the one that is found, if any. */
export function locateConfig({ value, has, surroundings: { cwd } }: Request): string | undefined {
  const named = value('config');
  if (named !== undefined && has('no-config')) {
    throw new Misuse("'--config' and '--no-config' exclude each other.", 'Give one of them.');
  }
  if (has('no-config')) return undefined;
  if (named !== undefined) {
    const path = resolve(cwd, named);
    if (isFile(path)) return path;
    throw new Misuse(`There is no configuration '${named}'.`);
  }
  const [found, other] = findConfigs(cwd);
  if (found === undefined || other === undefined) return found;
  throw new Misuse(
    `There are two configurations: ${shown(found, cwd)} and ${basename(other)}.`,
    'Keep one of them, or name it with --config.',
  );
}

function shown(path: string, cwd: string): string {
  return relative(cwd, path) || path;
}
