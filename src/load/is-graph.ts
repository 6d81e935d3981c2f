import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** What a graph says of itself stands near its beginning; other JSON beside the models may be of any size. */
const beginning = 64 * 1024;

/**
 * Whether a file's beginning says that it is a graph. One that cannot be read counts: that it was left out would be told nowhere.
 */
export function isGraph(path: string): boolean {
  try {
    const status = statSync(path);
    return status.isFile() && /"format"\s*:\s*"stanchion-architecture"/.test(readBeginning(path, status.size));
  } catch {
    return true;
  }
}

function readBeginning(path: string, size: number): string {
  const bytes = Buffer.alloc(Math.min(size, beginning));
  const file = openSync(path, 'r');
  try {
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}
