import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from './digest.js';
import { findModels } from './find-models.js';
import { attempt, readSealed, writeSealed } from './own-files.js';
import { areKeptParts, currentParts, type KeptParts, keepParts, type Parts } from './parts.js';
import { isSource, toolVersion } from './tool.js';

/**
 * What a whole run over models came to, kept for the next one beside the cache of models. A run is found by what it was asked; what
 * it came to counts only under the same conditions, by the same version, and while the same models are found and every file that
 * took part is as it was. Of each question the last answer is kept.
 */
export interface RunMemory {
  /** The answer as JSON, or undefined where there is none that still counts. */
  readonly answer: unknown;
  keep(answer: unknown, parts: Parts): void;
}

export interface Question {
  readonly cwd: string;
  /** Files, folders, patterns; none: the folder models. */
  readonly inputs: readonly string[];
  /** What else was asked. */
  readonly asked: readonly string[];
  /** What changes the answer without being another question: the day. */
  readonly conditions: readonly string[];
}

interface Entry extends KeptParts {
  readonly conditions: string;
  readonly answer: unknown;
}

/** Undefined in a source checkout, where the program may change between two runs of one version. */
export function openRunMemory(folder: string, { cwd, inputs, asked, conditions }: Question): RunMemory | undefined {
  if (isSource) return undefined;
  const base = realpathSync(cwd);
  const { files, problems } = findModels(inputs, base);
  const key = digest(JSON.stringify([base, inputs, asked]));
  const place = join(folder, 'runs', `${key}.json`);
  // A model that appears or goes away is another condition.
  const now = digest(JSON.stringify([toolVersion(), conditions, files.map(({ path }) => path)]));
  return {
    answer: problems.length > 0 ? undefined : attempt(() => readAnswer(readSealed(place), base, now)),
    keep: (answer, parts) => attempt(() => writeSealed(place, { ...keepParts(parts, base), conditions: now, answer })),
  };
}

function readAnswer(entry: unknown, base: string, now: string): unknown {
  return isEntry(entry) && entry.conditions === now && currentParts(entry, base) ? entry.answer : undefined;
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  return 'conditions' in value && 'answer' in value && areKeptParts({ ...value });
}
