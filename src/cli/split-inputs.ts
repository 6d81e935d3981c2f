import type { BaseFolder } from './git/base.js';
import { hasModels } from './has-models.js';

/** What an input is looked for in. */
export type Searched = Pick<BaseFolder, 'cwd' | 'fetch'>;

export interface SplitInputs {
  /** As they are called on either side. */
  readonly there: readonly string[];
  readonly here: readonly string[];
}

/** The working folder, or any other that holds what it holds. */
export function asItStands(cwd: string): Searched {
  return { cwd, fetch: (inputs) => inputs };
}

/**
 * Which of the inputs are read on which side. What only the base has is gone; what neither has is a mistake, which reading the other
 * side tells.
 */
export function splitInputs(inputs: readonly string[], base: Searched, head: Searched): SplitInputs {
  const [there, here] = [base, head].map((side) =>
    side.fetch(inputs).map((way) => ({ way, isThere: way !== undefined && hasModels(way, side.cwd) })),
  );
  const ways = (side: typeof there, isRead: (index: number) => boolean) =>
    (side ?? []).flatMap(({ way }, index) => (way !== undefined && isRead(index) ? [way] : []));
  return {
    there: ways(there, (index) => there?.[index]?.isThere === true),
    here: ways(here, (index) => here?.[index]?.isThere === true || there?.[index]?.isThere !== true),
  };
}
