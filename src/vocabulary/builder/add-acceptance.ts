import type { SourcePosition, Waiver } from '../../graph/architecture.js';
import type { Inside } from './draft.js';
import { complain, quoted } from './problems.js';
import { readFacts } from './read-facts.js';
import { told } from './told.js';

/** Somebody accepts what a rule finds here. Whether the rule exists and the day has passed is the audit's to say. */
export function addAcceptance({ draft, element }: Inside, at: SourcePosition | undefined, given: unknown): void {
  const of = `what ${element ? quoted(element.name) : 'the architecture'} accepts`;
  const { rule, because, until, by } = readFacts(given, { draft, at, of });
  for (const [name, value] of Object.entries({ rule, because })) {
    if (typeof value !== 'string' || value.trim() === '') {
      complain({ draft, at }, `'${name}' of ${of} must be a text that is not empty.`);
    }
  }
  draft.waivers.push(told({ rule, element: element?.id, because, until, by, at }) as Waiver);
}
