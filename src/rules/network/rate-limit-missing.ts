import {
  bypasses,
  defineRule,
  judgeFilter,
  limitsRequests,
  pastFilters,
  refusesAttacks,
  reportOfBypass,
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
    past: pastFilters,
  },

  check(context) {
    const { model, report } = context;
    for (const missing of judgeFilter(context, 'rate limit', limitsRequests)) report(missing);
    const limited = bypasses(context, limitsRequests);
    // Who comes past a web application firewall too is told of there.
    const told = new Set(limited.length > 0 ? bypasses(context, refusesAttacks).flatMap((one) => one.elements) : []);
    for (const { elements: all, filters } of limited) {
      const elements = all.filter((element) => !told.has(element));
      const impact = 'Whoever learns its address sends as many requests as the line takes.';
      if (elements.length > 0) report({ ...reportOfBypass(model, { elements, filters }), impact });
    }
  },
});
