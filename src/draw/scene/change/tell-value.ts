import { nameWords } from '../../../diff/fact-words.js';
import { listFacts } from '../../../diff/list-facts.js';
import type { FactChange } from '../../../diff/model-diff.js';
import type { Architecture } from '../../../graph/architecture.js';
import { cleanText } from '../../text/clean-text.js';
import { shortened } from '../failure/name-causes.js';

/** `instances 2 → 3`; what nobody says is `not stated`. */
export function tellFacts(
  before: Architecture,
  after: Architecture,
  changes: readonly FactChange[],
): readonly string[] {
  return listFacts(before, after, changes, drawn);
}

/** Ids of elements by their names. */
export function tellValue(model: Architecture, value: unknown): string {
  return nameWords(model, value, drawn);
}

function drawn(text: string): string {
  return shortened(cleanText(text));
}
