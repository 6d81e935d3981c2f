import { existsSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isWithin } from '../../load/paths.js';
import { Misuse } from '../misuse.js';
import type { Limits } from './base.js';
import { clearFolders, folderPrefix, removeFolder } from './clear-folders.js';
import { type Notes, quoted } from './notes.js';

/** A private folder that stands for the top of the repository. */
export interface TemporaryFolder {
  readonly top: string;
  /** Where a path from the top, with `/`, lies. */
  place(path: string): string;
  /** Nothing is written twice, through a link or over anything; what the file system does not take is noted. */
  write(path: string, content: Uint8Array): void;
  /** @throws Misuse where there is no room left for so much */
  spend(bytes: number): void;
  close(): void;
}

/** @param cwd the way from the top to the working folder */
export function createTemporaryFolder(cwd: string, limits: Limits, notes: Notes): TemporaryFolder {
  const system = realpathSync(tmpdir());
  clearFolders(system);
  const top = mkdtempSync(join(system, folderPrefix()));
  const place = (path: string): string => join(top, ...path.split('/'));
  const left = { files: limits.files, bytes: limits.bytes };
  removeAtExit(top);
  const close = (): void => {
    removeFolder(top);
    unclosed.delete(top);
  };
  // The search for a configuration, and for the project of a model, ends at this folder.
  mkdirSync(join(top, '.git'));
  mkdirSync(place(cwd), { recursive: true });
  return {
    top,
    place,
    close,
    write: (path, content) => writeNew(place(path), content, top, (reason) => notes.add(notWritten(path, reason))),
    spend(bytes) {
      left.files -= 1;
      left.bytes -= bytes;
      if (left.files < 0) throw tooMuch(`${limits.files} files`);
      if (left.bytes < 0) throw tooMuch(`${limits.bytes} bytes`);
    },
  };
}

function writeNew(target: string, content: Uint8Array, top: string, skip: (reason: string) => void): void {
  try {
    if (!isWithin(realpathSync(existing(dirname(target))), top)) {
      skip('a link stands in its way');
      return;
    }
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const reason = reasons[code];
    if (reason === undefined) throw new Misuse(`The base cannot be written to a temporary folder: ${code || message}.`);
    skip(reason);
  }
}

/** The nearest folder above that is there: a file system without regard to case may know it by another name. */
function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(dirname(folder));
}

const reasons: Readonly<Record<string, string>> = {
  ENAMETOOLONG: 'its name is too long for this file system',
  EEXIST: 'its name is taken by another entry',
  EISDIR: 'a folder has the same name',
  ENOTDIR: 'a file has the name of its folder',
  EINVAL: 'this file system does not take its name',
  EILSEQ: 'this file system does not take its name',
  ENOENT: 'this file system does not take its name',
};

function notWritten(path: string, reason: string): string {
  return `${quoted(path)} of the base is left out: ${reason}.`;
}

function tooMuch(what: string): Misuse {
  return new Misuse(
    `The models of the base and all that they import are more than ${what}.`,
    'Name the models that the change is about.',
  );
}

const unclosed = new Set<string>();
let isWatching = false;

/** A crash leaves nothing behind. */
function removeAtExit(folder: string): void {
  if (!isWatching) process.once('exit', () => unclosed.forEach(removeFolder));
  isWatching = true;
  unclosed.add(folder);
}
