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
  /** @param inputs those that were read, where the question named none */
  keep(answer: unknown, parts: Parts, inputs?: readonly string[]): void;
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
  readonly inputs: readonly string[];
  readonly answer: unknown;
}

/** Undefined in a source checkout, where the program may change between two runs of one version. */
export function openRunMemory(folder: string, { cwd, inputs, asked, conditions }: Question): RunMemory | undefined {
  if (isSource) return undefined;
  const base = realpathSync(cwd);
  const key = digest(JSON.stringify([base, inputs, asked]));
  const place = join(folder, 'runs', `${key}.json`);
  return {
    answer: attempt(() => readAnswer(readSealed(place), base, conditions)),
    keep(answer, parts, read = inputs) {
      const now = conditionsOf(read, base, conditions);
      if (now === undefined) return;
      attempt(() => writeSealed(place, { ...keepParts(parts, base), conditions: now, inputs: read, answer }));
    },
  };
}

/** A model that appears or goes away is another condition. Undefined where not all inputs are there. */
function conditionsOf(inputs: readonly string[], base: string, conditions: readonly string[]): string | undefined {
  const { files, problems } = findModels(inputs, base);
  return problems.length > 0
    ? undefined
    : digest(JSON.stringify([toolVersion(), conditions, files.map(({ path }) => path)]));
}

function readAnswer(entry: unknown, base: string, conditions: readonly string[]): unknown {
  if (!isEntry(entry) || entry.conditions !== conditionsOf(entry.inputs, base, conditions)) return undefined;
  return currentParts(entry, base) ? entry.answer : undefined;
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  if (!('inputs' in value) || !Array.isArray(value.inputs)) return false;
  return 'conditions' in value && 'answer' in value && areKeptParts({ ...value });
}
