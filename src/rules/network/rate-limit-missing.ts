import {
  bypasses,
  defineRule,
  isComplete,
  limitsRequests,
  refusesAttacks,
  webEntries,
  withFilter,
} from '../../rules-api.js';

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
    past: 'The internet reaches {{elements}} past {{filters}}.',
  },

  check(context) {
    const { model, pass, report, unknown } = context;
    const found = webEntries(context, limitsRequests);
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
    const limited = bypasses(context, limitsRequests);
    // Who comes past a web application firewall too is told of there.
    const told = new Set(limited.length > 0 ? bypasses(context, refusesAttacks).flatMap((one) => one.elements) : []);
    for (const { elements: all, filters } of limited) {
      const elements = all.filter((element) => !told.has(element));
      if (elements.length === 0) continue;
      report({
        at: elements,
        message: 'past',
        data: { elements, filters },
        ...(model.facts.criticality === 'low' && { severity: 'low' }),
        evidence: { elements: filters },
        impact: 'Whoever learns its address sends as many requests as the line takes.',
        remedy:
          'Let in what stands before it and nobody else: by a rule of the firewall that names it, or by a client certificate.',
      });
    }
  },
});
