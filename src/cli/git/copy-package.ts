import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TemporaryFolder } from './temporary-folder.js';

/** Copies the files of a package; links in it are left out. What was linked in its place makes room. */
export function copyPackage(from: string, to: string, folder: TemporaryFolder): void {
  if (lstatSync(to, { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(to);
  mkdirSync(dirname(to), { recursive: true });
  copyFolder(from, to, folder);
}

function copyFolder(from: string, to: string, folder: TemporaryFolder): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target, folder);
    else if (entry.isFile() && isOfUse(entry.name)) {
      folder.spend(statSync(source).size);
      writeFileSync(target, readFileSync(source), { flag: 'w' });
    }
  }
}

/** A model reads modules and JSON, its compiler their declarations. */
function isOfUse(name: string): boolean {
  return /\.([cm]?[jt]s|json)$/.test(name);
}

export function dependenciesOf(folder: string): readonly string[] {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const { dependencies, peerDependencies } = manifest as Readonly<Record<string, Readonly<Record<string, string>>>>;
    const names = Object.keys({ ...dependencies, ...peerDependencies });
    return names.filter((name) => /^(@[\w.~-]+\/)?[\w~-][\w.~-]*$/.test(name) && name !== 'stanchion');
  } catch {
    return [];
  }
}
