import { defineRule, isProduction, lostJourneys, lostMessages } from '../../rules-api.js';

export default defineRule({
  id: 'availability/region-dr-missing',
  severity: 'medium',
  summary: 'What must not be away stands in one region, and nothing brings it back elsewhere.',
  impact:
    'When the region is lost, to a disaster, a dispute or a mistake of its provider, the service is gone for as long as the region is.',
  remedy:
    'Decide how the whole is brought back in another region, from restored backups up to a second site that serves already, and practise it.',
  references: ['STRIDE:D', 'AWS REL13-BP02', 'NIST CP-7'],
  messages: lostMessages,

  check({ model, faults, pass, report, unknown }) {
    const { criticality, recovery } = model.facts;
    const isDoubled = recovery === 'active-active';
    if (criticality !== 'mission-critical' && !isDoubled) return;
    for (const region of model.byKind.region) {
      if (!isProduction(model, region)) continue;
      const point = faults.singlePointOf(region);
      if (!point) {
        if (faults.journeys.some(({ state }) => state !== 'broken')) pass(region);
        else unknown(region, faults.journeys.length > 0 ? 'journeys that work' : 'journeys');
      } else if (recovery === undefined) unknown(region, 'recovery');
      else if (recovery === 'none' || (isDoubled && point.root === region)) {
        const more = isDoubled ? { impact: notDoubled } : {};
        report({ ...lostJourneys(model, [region], point), at: region, evidence: { flows: point.path }, ...more });
      } else pass(region);
    }
  },
});

const notDoubled =
  'The model counts on a second region that serves already, and the loss of this one stops the service all the same.';
