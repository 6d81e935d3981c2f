import { bypasses, defineRule, isComplete, refusesAttacks, webEntries, withFilter } from '../../rules-api.js';

export default defineRule({
  id: 'network/waf-missing',
  severity: 'medium',
  summary: 'Requests from the internet reach a web application that no web application firewall stands before.',
  impact:
    'Attacks that are known by their form, and those on a flaw found yesterday, arrive at the application itself.',
  remedy: 'Let a web application firewall look at the requests, at the entry or before it.',
  references: ['STRIDE:T', 'AWS SEC05-BP03', 'CIS 13.10'],
  messages: {
    one: 'No web application firewall looks at what {{entries}} takes from the internet.',
    more: 'No web application firewall looks at what {{entries}} take from the internet.',
    past: 'The internet reaches {{elements}} past {{filters}}.',
  },

  check(context) {
    const { model, pass, report, unknown } = context;
    const found = webEntries(context, refusesAttacks);
    for (const { elements: entries, visits, unfiltered } of found) {
      if (unfiltered.length === 0) for (const entry of entries) pass(entry);
      else if (!isComplete(model, 'filters')) for (const entry of entries) unknown(entry, 'complete: filters');
      else {
        const fix = withFilter(entries, 'web application firewall');
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
    for (const { elements, filters } of bypasses(context, refusesAttacks)) {
      report({
        at: elements,
        message: 'past',
        data: { elements, filters },
        ...(model.facts.criticality === 'low' && { severity: 'low' }),
        evidence: { elements: filters },
        impact: 'Whoever learns its address sends requests that nothing has looked at.',
        remedy:
          'Let in what stands before it and nobody else: by a rule of the firewall that names it, or by a client certificate.',
      });
    }
  },
});
