import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { isWithin } from '../load/paths.js';
import type { AuditedModels } from './audit-models.js';

/** The files of a run that may be edited, by the names that positions give them. */
export interface ModelSources {
  /** As they stand, of those that were asked for and may be edited. */
  readonly texts: ReadonlyMap<string, string>;
  /** Why a file may not be edited. */
  readonly refused: ReadonlyMap<string, string>;
  pathOf(file: string): string;
}

/** Reads the files that edits are meant for. Only what took part in a model and lies in the working folder is ever written. */
export function readModelSources(files: Iterable<string>, audited: AuditedModels, cwd: string): ModelSources {
  const root = realpathSync(cwd);
  const texts = new Map<string, string>();
  const refused = new Map<string, string>();
  for (const file of files) {
    const path = resolve(root, file);
    const reason = whyNot(file, path, root, audited);
    if (reason !== undefined) refused.set(file, reason);
    else texts.set(file, readFileSync(path, 'utf8'));
  }
  return { texts, refused, pathOf: (file) => resolve(root, file) };
}

function whyNot(file: string, path: string, root: string, { sourceLines }: AuditedModels): string | undefined {
  if (file.endsWith('.json')) return 'a JSON graph is not edited: change what it is made from';
  if (!/\.[cm]?[jt]s$/.test(file) || sourceLines(file) === undefined) return `${file} is no file of this model`;
  if (!isWithin(path, root)) return `${file} lies outside of the folder that the command runs in`;
  if (path.split(/[\\/]/).includes('node_modules')) return `${file} belongs to a package`;
  if (lstatSync(path).isSymbolicLink() || realpathSync(path) !== path) return `${file} is reached through a link`;
  return undefined;
}
