import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Hidden, so that nobody takes it for an output; with the process in its name, so that two runs have one each. */
export function temporaryName(name: string): string {
  return `.${name}.${process.pid}.tmp`;
}

const named = /^\..+\.(\d+)\.tmp$/s;

/** Writing takes far less. Processes of other machines and containers, which may share the folder, cannot be asked. */
const surelyOver = 60_000;

/** Folders that this process has looked through. */
const cleared = new Set<string>();

/** Takes away the temporary files of runs that were ended while they wrote into a folder. */
export function clearLeftovers(folder: string): void {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  for (const name of readdirSync(folder)) {
    const owner = named.exec(name)?.[1];
    if (owner === undefined) continue;
    const path = join(folder, name);
    const changed = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (changed === undefined || Date.now() - changed < surelyOver || isAlive(Number(owner))) continue;
    rmSync(path, { force: true });
  }
}

/** Whether a process runs under this number. */
export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
