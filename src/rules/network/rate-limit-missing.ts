import { defineRule, isComplete, type RequestFilter, webEntries, withFilter } from '../../rules-api.js';

const limits: readonly RequestFilter[] = ['rate limit', 'scrubbing'];

export default defineRule({
  id: 'network/rate-limit-missing',
  severity: 'medium',
  summary: 'Nothing limits how many requests from the internet an entry takes.',
  impact:
    'A flood of requests, or one client that guesses passwords without pause, takes the service away from all others.',
  remedy: 'Limit the requests of each client at the entry, or put a CDN or a scrubbing service before it.',
  references: ['CWE-770', 'STRIDE:D', 'AWS REL05-BP02', 'NIST SC-5'],
  messages: {
    one: 'Nothing limits the requests that {{entries}} takes from the internet.',
    more: 'Nothing limits the requests that {{entries}} take from the internet.',
  },

  check(context) {
    const { model, pass, report, unknown } = context;
    const found = webEntries(context, ({ kind, facts }) => {
      return kind === 'cdn' || limits.some((limit) => facts.filters?.includes(limit));
    });
    for (const { elements: entries, visits, unfiltered } of found) {
      if (unfiltered.length === 0) for (const entry of entries) pass(entry);
      else if (!isComplete(model, 'filters')) for (const entry of entries) unknown(entry, 'complete: filters');
      else {
        const fix = withFilter(entries, 'rate limit');
        report({
          at: entries,
          message: entries.length > 1 ? 'more' : 'one',
          data: { entries },
          // What little depends on can wait.
          ...(model.facts.criticality === 'low' && { severity: 'low' }),
          evidence: { elements: unfiltered, flows: visits },
          ...(fix && { fix }),
        });
      }
    }
  },
});
