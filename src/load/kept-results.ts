import { join } from 'node:path';
import { digest } from './digest.js';
import { attempt, readSealed, writeSealed } from './own-files.js';
import { isSource, toolVersion } from './tool.js';

/**
 * What models came to under one question, kept for the next run beside the cache of models. A result is found by the question and by
 * what the model says, not by where it lies, so that both sides of a comparison share it. Reading and keeping never fail.
 */
export interface KeptResults {
  /** As JSON gives it back; undefined where there is none. @param hash of all that the model says */
  read(hash: string): unknown;
  keep(hash: string, result: unknown): void;
}

/**
 * Undefined in a source checkout, where the program may change between two runs of one version.
 *
 * @param question all that the result depends on beside the model and the tool
 */
export function openKeptResults(folder: string, question: readonly string[]): KeptResults | undefined {
  if (isSource) return undefined;
  const asked = JSON.stringify([toolVersion(), ...question]);
  const placeOf = (hash: string): string => {
    const key = digest(`${asked}\0${hash}`);
    return join(folder, 'results', key.slice(0, 2), `${key}.json`);
  };
  return {
    read: (hash) => attempt(() => readSealed(placeOf(hash))),
    keep: (hash, result) => attempt(() => writeSealed(placeOf(hash), result)),
  };
}
