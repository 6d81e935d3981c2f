import type { SourcePosition, Waiver } from '../../graph/architecture.js';
import type { Inside } from './draft.js';
import { complain, quoted } from './problems.js';
import { readFacts } from './read-facts.js';

/** Somebody accepts what a rule finds here. Whether the rule exists and the day has passed is the audit's to say. */
export function addAcceptance({ draft, element }: Inside, at: SourcePosition | undefined, given: unknown): void {
  const of = element ? quoted(element.name) : 'the architecture';
  const { rule, because, until, by } = readFacts(given, { draft, at, of: `what ${of} accepts` });
  for (const [name, value] of [
    ['rule', rule],
    ['because', because],
  ] as const) {
    if (typeof value !== 'string' || value.trim() === '') {
      complain(draft, at, `What ${of} accepts needs '${name}', a text that is not empty.`);
    }
  }
  draft.waivers.push({
    rule: String(rule),
    ...(element ? { element: element.id } : {}),
    because: String(because),
    ...(until === undefined ? {} : { until }),
    ...(by === undefined ? {} : { by }),
    ...(at ? { at } : {}),
  } as Waiver);
}
