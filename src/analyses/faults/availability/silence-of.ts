import type { Element } from '../../../graph/architecture.js';
import { figureOf } from './figure-of.js';

/**
 * Why an element never fails in the calculation: it tells no figure, or one of `mtbf` and `mttr` without the other; or it
 * tells one, and has too many instances for each to be told apart.
 */
export type Silence = 'untold' | 'no mtbf' | 'no mttr' | 'too many instances';

export function silenceOf({ facts }: Pick<Element, 'facts'>): Silence {
  if (figureOf(facts)) return 'too many instances';
  if (facts.mtbf !== undefined) return 'no mttr';
  return facts.mttr !== undefined ? 'no mtbf' : 'untold';
}
