import { defineRule, judgeSinglePoints, lostJourneys, lostMessages } from '../../rules-api.js';

export default defineRule({
  id: 'availability/spof-load-balancer',
  severity: 'high',
  summary: 'One load balancer stands on every way to the service.',
  impact:
    'When it fails, is restarted or is upgraded, everything behind it is out of reach, however many servers there are.',
  remedy: 'Put a second load balancer beside it, with an address that moves to whichever of the two works.',
  references: ['STRIDE:D', 'AWS REL02-BP01', 'NIST CP-8(2)', 'ISO A.8.14'],
  messages: lostMessages,

  check(context) {
    for (const { roots, point } of judgeSinglePoints(context, context.model.byKind.loadBalancer)) {
      context.report({
        ...lostJourneys(context.model, roots, point),
        at: roots,
        evidence: { elements: point.also, flows: point.path },
      });
    }
  },
});
