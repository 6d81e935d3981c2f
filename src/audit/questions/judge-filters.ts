import type { Architecture, Element } from '../../graph/architecture.js';
import type { RequestFilter } from '../../vocabulary/words.js';
import type { RuleContext } from '../rule.js';
import type { Bypass } from './bypassed-filters.js';
import { isComplete } from './is-complete.js';
import { webEntries } from './unfiltered-entries.js';
import { withFilter } from './with-filter.js';

type Judge = Pick<RuleContext, 'model' | 'network' | 'pass' | 'unknown'>;

/**
 * Where requests of the internet come in and meet no filter of a sort, as reports with the messages `one` and `more`. What is
 * filtered is passed; where the model does not tell all filters, the question stays open.
 */
export function judgeFilter(context: Judge, filter: RequestFilter, isFilter: (element: Element) => boolean) {
  const { model, pass, unknown } = context;
  return webEntries(context, isFilter).flatMap(({ elements: entries, visits, unfiltered }) => {
    if (unfiltered.length === 0) for (const entry of entries) pass(entry);
    else if (!isComplete(model, 'filters')) for (const entry of entries) unknown(entry, 'complete: filters');
    else {
      const fix = withFilter(entries, filter);
      const message: 'more' | 'one' = entries.length > 1 ? 'more' : 'one';
      const evidence = { elements: unfiltered, flows: visits };
      return [{ at: entries, message, data: { entries }, ...severityIn(model), evidence, ...(fix && { fix }) }];
    }
    return [];
  });
}

/** The message of `reportOfBypass`. */
export const pastFilters = 'The internet reaches {{elements}} past {{filters}}.';

/** What can be reached past the filters before it, as a report with the message `past`. */
export function reportOfBypass(model: Architecture, { elements, filters }: Bypass) {
  return {
    at: elements,
    message: 'past' as const,
    data: { elements, filters },
    ...severityIn(model),
    evidence: { elements: filters },
    remedy:
      'Let in what stands before it and nobody else: by a rule of the firewall that names it, or by a client certificate.',
  };
}

/** What little depends on can wait. */
function severityIn({ facts }: Architecture) {
  return facts.criticality === 'low' ? { severity: 'low' as const } : {};
}
