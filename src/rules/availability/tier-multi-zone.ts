import {
  type Architecture,
  defineRule,
  type Element,
  harmlessPlaces,
  holdsAllOfAGroup,
  isProduction,
  judgeSharedPlaces,
  membersOfGroups,
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
    const found = judgeSharedPlaces(context, zones);
    for (const shared of found) report(shared);
    const told = new Set(found.flatMap(({ at }) => at));
    // Behind a single point of that zone nothing is seen of a tier in it: that others can be lost is no praise for the tier.
    const isHidden = zones.some(
      (zone) =>
        isProduction(model, zone) && !told.has(zone) && faults.singlePointOf(zone) && holdsAllOfAGroup(model, zone),
    );
    if (!isHidden) for (const zone of harmlessPlaces(context, zones)) pass(zone);
    const hosts = new Set(membersOfGroups(model).flatMap((member) => model.hostOf(member) ?? []));
    for (const host of hosts) if (isZoneless(model, host)) unknown(host, 'standsIn');
  },
});

/** Of what stands on no server either, the rule of shared hosts asks. */
function isZoneless(model: Architecture, host: Element): boolean {
  return model.domainsOf(host).length === 0 && isProduction(model, host);
}
