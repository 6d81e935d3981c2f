import type { BaseFolder } from './git/base.js';
import { hasModels } from './has-models.js';

export interface SplitInputs {
  /** As they are called in the folder of the base. */
  readonly there: readonly string[];
  readonly here: readonly string[];
}

/**
 * Which of the inputs are read on which side. What only the base has is gone; what neither has is a mistake, which reading the other
 * side tells.
 *
 * @param cwd the working folder, or what stands for it
 */
export function splitInputs(inputs: readonly string[], base: BaseFolder, cwd: string): SplitInputs {
  const ways = base.fetch(inputs);
  const isThere = ways.map((way) => way !== undefined && hasModels(way, base.cwd));
  return {
    there: ways.flatMap((way, index) => (way !== undefined && isThere[index] ? [way] : [])),
    here: inputs.filter((input, index) => !isThere[index] || hasModels(input, cwd)),
  };
}
