import type { MissingFact } from '../audit/finding.js';

/** What most rules wait for first, then what is missing in most places, then in the order given. */
export function rankMissing(missing: readonly MissingFact[]): readonly MissingFact[] {
  const places = ({ elements, flows }: MissingFact) => elements.length + flows.length;
  return [...missing].sort((left, right) => right.rules.length - left.rules.length || places(right) - places(left));
}
