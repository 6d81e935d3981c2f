import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../clear-leftovers.js';

const temporaryFolder = /^stanchion-base-(\d+)-/;

/** A day. Processes of other containers, which may share the place, cannot be asked whether they still need theirs. */
const surelyOver = 86_400_000;

/** Others may leave theirs in the same place, as many as they like. */
const mostRemoved = 20;

/** How the temporary folders of this process begin. */
export function folderPrefix(): string {
  return `stanchion-base-${process.pid}-`;
}

/** Takes away own temporary folders of runs that were ended before they could: where a process is killed, nothing of it runs any more. */
export function clearFolders(place: string): void {
  const left = namesIn(place).filter((name) => {
    const owner = temporaryFolder.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) return false;
    const status = lstatSync(join(place, name), { throwIfNoEntry: false });
    return status?.isDirectory() && isOwn(status.uid) && Date.now() - status.mtimeMs > surelyOver;
  });
  for (const name of left.slice(0, mostRemoved)) removeFolder(join(place, name));
}

/** None where nobody may look: that folders can be made there is another question. */
function namesIn(place: string): readonly string[] {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
}

export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // What is left lies in the system's folder for what may be removed at any time.
  }
}

function isOwn(owner: number): boolean {
  return process.getuid === undefined || process.getuid() === owner;
}
