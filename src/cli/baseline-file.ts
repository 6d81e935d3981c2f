import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BaselineEntry, readBaseline } from '../audit/baseline.js';
import { digest } from '../load/digest.js';
import type { Parts } from '../load/parts.js';
import { displayPath, isFile } from '../load/paths.js';
import type { Request } from './command.js';
import { Misuse } from './misuse.js';
import type { Project } from './open-project.js';

/** A baseline as it lies on the disk. */
export interface BaselineFile {
  /** Absolute. */
  readonly path: string;
  /** As people name it. */
  readonly name: string;
  readonly entries: readonly BaselineEntry[];
  readonly parts: Parts;
}

const mostBytes = 50_000_000;

/** The baseline of a request, empty where there is none yet. @throws Misuse where it cannot be read or is none */
export function openBaseline({ value, has, surroundings: { cwd } }: Request, project: Project): BaselineFile {
  const named = value('baseline');
  const path = named === undefined ? project.baseline : resolve(cwd, named);
  const name = displayPath(path, cwd);
  if (has('no-baseline')) return { path, name, entries: [], parts: { files: new Map(), missing: [] } };
  if (!isFile(path)) {
    if (named !== undefined && !has('write-baseline')) {
      throw new Misuse(`There is no baseline '${named}'.`, 'Write one with --write-baseline.');
    }
    return { path, name, entries: [], parts: { files: new Map(), missing: [path] } };
  }
  const content = read(path, name);
  const entries = readBaseline(content.toString('utf8'));
  if ('wrong' in entries) {
    throw new Misuse(
      `The baseline '${name}' cannot be used: ${entries.wrong}.`,
      'Write it anew with --write-baseline.',
    );
  }
  return { path, name, entries, parts: { files: new Map([[path, digest(content)]]), missing: [] } };
}

function read(path: string, name: string): Buffer {
  if (statSync(path).size > mostBytes) throw new Misuse(`The baseline '${name}' is too large to be one.`);
  try {
    return readFileSync(path);
  } catch {
    throw new Misuse(`The baseline '${name}' cannot be read.`);
  }
}
