import { bypasses, defineRule, judgeFilter, pastFilters, refusesAttacks, reportOfBypass } from '../../rules-api.js';

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
    past: pastFilters,
  },

  check(context) {
    const { model, report } = context;
    for (const missing of judgeFilter(context, 'web application firewall', refusesAttacks)) report(missing);
    for (const bypass of bypasses(context, refusesAttacks)) {
      const impact = 'Whoever learns its address sends requests that nothing has looked at.';
      report({ ...reportOfBypass(model, bypass), impact });
    }
  },
});
