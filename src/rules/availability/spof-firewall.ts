import { defineRule, judgeSinglePoints, lostJourneys, lostMessages } from '../../rules-api.js';

export default defineRule({
  id: 'availability/spof-firewall',
  severity: 'high',
  summary: 'One firewall appliance stands in every way to the service.',
  impact: 'When it fails, hangs or is upgraded, nothing gets through to what it guards, however healthy that is.',
  remedy: 'Run it as a pair that shares its state, where the second takes over at once.',
  references: ['STRIDE:D', 'AWS REL02-BP01', 'NIST CP-8(2)'],
  messages: lostMessages,

  check(context) {
    for (const { roots, point } of judgeSinglePoints(context, context.model.byKind.firewall)) {
      context.report({
        ...lostJourneys(context.model, roots, point),
        at: roots,
        evidence: { elements: point.also, flows: point.path },
      });
    }
  },
});
