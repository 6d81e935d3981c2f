import { defineRule, type Element, judgeSinglePoints, lostJourneys, lostMessages } from '../../rules-api.js';

export default defineRule({
  id: 'availability/spof-uplink',
  severity: 'medium',
  summary: 'One line, tunnel or gateway connects the site with what it needs outside.',
  impact:
    'When the line is cut or the gateway fails, everything behind it works and cannot be reached, or cannot reach what it needs.',
  remedy: 'Add a second one by another provider and another way into the building, and let either carry the traffic.',
  references: ['STRIDE:D', 'AWS REL02-BP02', 'NIST CP-8(2)'],
  messages: lostMessages,

  check(context) {
    const { model, report } = context;
    for (const { roots, point } of judgeSinglePoints(context, model.elements.filter(isLink))) {
      report({
        ...lostJourneys(model, roots, point),
        at: roots,
        evidence: { elements: point.also, flows: point.path },
      });
    }
  },
});

function isLink({ kind, facts }: Element): boolean {
  if (kind === 'failureDomain') return facts.domainRole === 'uplink';
  return kind === 'vpnGateway' || kind === 'natGateway';
}
