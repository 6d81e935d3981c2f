import { chmodSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isWithin } from '../load/paths.js';
import { clearLeftovers, temporaryName } from './clear-leftovers.js';
import { isMisuse, Misuse } from './misuse.js';

/** Writes below one folder only: the one that was named, else `output`. */
export interface OutputFolder {
  /** `path` holds safe names with `/` between them. Returns where the file lies, relative to the working folder, with `/`. */
  write(path: string, content: string | Uint8Array): string;
}

export function openOutputFolder(named: string | undefined, cwd: string): OutputFolder {
  const root = resolve(cwd, named ?? 'output');
  // Where nobody named the folder, a link in its place is no wish of its owner's but part of the checkout.
  const trusted = named === undefined ? dirname(root) : root;
  return {
    write(path, content) {
      const file = resolve(root, ...path.split('/'));
      if (file === root || !isWithin(file, root)) throw new Error(`'${path}' lies outside of the output folder.`);
      writeWhole(file, content, () => refuseLinks(trusted, file));
      return relative(cwd, file).split(sep).join('/');
    },
  };
}

/**
 * Through a temporary file beside it and a rename: a reader sees the old file or the new one, never half of one. Throws Misuse
 * where the file cannot be written.
 *
 * @param mode who may read and write it; what the system gives to new files where left out
 */
export function writeWhole(file: string, content: string | Uint8Array, check = () => {}, mode?: number): void {
  const temporary = join(dirname(file), temporaryName(basename(file)));
  try {
    check();
    makeFolder(dirname(file));
    clearLeftovers(dirname(file));
    // What lies there already is left of a run that was ended, or a link that somebody put there: never written through.
    rmSync(temporary, { force: true });
    writeFileSync(temporary, content, { flag: 'wx' });
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, file);
  } catch (error) {
    if (isMisuse(error)) throw error;
    removeQuietly(temporary);
    throw new Misuse(`'${file}' cannot be written: ${reasonOf(error)}.`);
  }
}

/** One after the other: where a file system makes no folders, such as /proc, Node's own way of making all at once never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run may have made it in between.
    if (!existsSync(folder)) throw error;
  }
}

/** A checkout may carry a symbolic link in its output folder that leads out of it. A folder that was named may be one. */
function refuseLinks(trusted: string, file: string): void {
  for (let place = dirname(file); place !== trusted; place = dirname(place)) {
    if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new Misuse(
        `'${place}' is a symbolic link.`,
        'Nothing is written through links into the output folder: remove it, or name the folder with --out.',
      );
    }
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where not even the folder can be reached there is nothing to remove; the first reason is the one to tell.
  }
}

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is missing',
  ENOENT: 'no folder can be made there',
  EPERM: 'permission is missing',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands there',
};
