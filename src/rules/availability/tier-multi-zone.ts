import {
  type Architecture,
  areAllCopies,
  defineRule,
  type Element,
  hasWeakVote,
  isProduction,
  isSumOfParts,
  judgeSinglePoints,
  lostTogether,
  membersOfGroups,
  membersSharing,
  sharedMessages,
} from '../../rules-api.js';

export default defineRule({
  id: 'availability/tier-multi-zone',
  severity: 'medium',
  summary: 'All instances of a tier stand in one availability zone.',
  impact: 'A zone fails as a whole every few years, by power, cooling or network, and takes every one of them with it.',
  remedy: 'Spread them over two or more availability zones, with enough in each to carry on.',
  references: ['STRIDE:D', 'AWS REL10-BP01', 'NIST CP-10', 'NIST SC-36'],
  messages: sharedMessages,

  check(context) {
    const { model, faults, pass, report, unknown } = context;
    const zones = model.byKind.availabilityZone;
    if (zones.length === 0 || !faults.journeys.some(({ state }) => state !== 'broken')) return;
    for (const zone of zones) if (isProduction(model, zone) && !faults.singlePointOf(zone)) pass(zone);
    for (const { roots, point } of judgeSinglePoints(context, zones)) {
      const members = membersSharing(model, faults, point).filter((one) => !hasWeakVote(model, one));
      // Also an empty list: what nothing doubled stands in is judged with all other single points.
      if (areAllCopies(model, members) || isSumOfParts(model, faults, point)) continue;
      report({
        ...lostTogether(model, roots, point, members),
        at: roots,
        evidence: { elements: [...members, ...point.also], flows: point.path },
      });
    }
    const hosts = new Set(membersOfGroups(model).flatMap((member) => model.hostOf(member) ?? []));
    for (const host of hosts) if (isZoneless(model, host)) unknown(host, 'standsIn');
  },
});

/** Of what stands on no server either, the rule of shared hosts asks. */
function isZoneless(model: Architecture, host: Element): boolean {
  return model.domainsOf(host).length === 0 && isProduction(model, host);
}
