import { type Stats, statSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** A path as people and the graph name it: relative to the folder the command runs in, with `/`. */
export function displayPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return sep === '/' ? short : short.split(sep).join('/');
}

/** Whether a path is a folder or lies below it; symbolic links are not looked at. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^([a-z]:|\\\\|\/)/i.test(way);
}

/** No, also where the system does not tell: its name is too long, its links lead in a circle, permission is missing. */
export function isFile(path: string): boolean {
  return statusOf(path)?.isFile() ?? false;
}

export function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() ?? false;
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
