import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { digest } from './digest.js';

/**
 * Files of the cache: JSON after a first line with the digest of the rest, so that a file that was cut short or written over is known
 * without reading it.
 */

/** The value of a file, or undefined where there is none that is whole and this user's own. @throws where it cannot be read */
export function readSealed(path: string): unknown {
  const content = readOwn(path);
  if (content === undefined || content[64] !== '\n' || content.slice(0, 64) !== digest(content.slice(65)))
    return undefined;
  return JSON.parse(content.slice(65));
}

/** @throws where it cannot be written */
export function writeSealed(path: string, value: unknown): void {
  const body = JSON.stringify(value);
  writeWhole(path, `${digest(body)}\n${body}`);
}

/** A cache that cannot be read or written costs time, nothing else. */
export function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Only a plain file of this user's that nobody else can write is trusted, in a folder of which the same holds. */
function readOwn(path: string): string | undefined {
  const owned = [path, dirname(path)].every((place) => {
    const status = lstatSync(place, { throwIfNoEntry: false });
    return status !== undefined && !status.isSymbolicLink() && isOurs(status.uid, status.mode);
  });
  return owned ? readFileSync(path, 'utf8') : undefined;
}

function isOurs(uid: number, mode: number): boolean {
  const user = userInfo().uid;
  return user === -1 || (uid === user && (mode & 0o022) === 0);
}

function writeWhole(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(temporary, content, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
