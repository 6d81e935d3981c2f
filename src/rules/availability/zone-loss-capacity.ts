import {
  defineRule,
  demandGaps,
  demandInWords,
  type Element,
  rounded,
  type SharedDemand,
  sharedDemands,
  tellsNoCapacity,
} from '../../rules-api.js';

export default defineRule({
  id: 'availability/zone-loss-capacity',
  severity: 'high',
  summary: 'What is left after the loss of one place does not take the requests of all.',
  impact:
    'They stand in several places so that one can be lost. When it is, the rest get more than they take, slow down and fail ' +
    'too: the other places were of no use.',
  remedy: 'Add members or instances in the other places, until any of the places can be lost.',
  references: ['STRIDE:D', 'AWS REL11-BP05', 'NIST CP-2(5)'],
  messages: {
    left: 'After the loss of {{place}}, what is left of {{members}} takes {{left}} of {{demand}} requests per second.',
  },

  check({ model, load, pass, report, unknown }) {
    const open: Element[] = [];
    const { availabilityZone, region, failureDomain } = model.byKind;
    const tellsPlaces = availabilityZone.length + region.length + failureDomain.length > 0;
    for (const group of sharedDemands(model, load)) {
      const { subjects, members, demand, isComplete, zoneLoss } = group;
      const scattered = members.filter((member) => model.domainsOf(member).length === 0);
      if (!zoneLoss) {
        if (tellsPlaces) for (const member of scattered) unknown(member, 'standsIn');
        continue;
      }
      const { failed: place, capacity: left } = zoneLoss;
      if (left !== undefined && left < demand) {
        if (isToldElsewhere(group, left)) continue;
        report({
          at: subjects,
          message: 'left',
          data: { place, members, left: rounded(left), demand: demandInWords(demand, isComplete) },
          evidence: { elements: [...members, place] },
        });
      } else if (group.capacity === undefined) {
        for (const member of members.filter(tellsNoCapacity)) unknown(member, 'capacity');
      } else if (scattered.length > 0) for (const member of scattered) unknown(member, 'standsIn');
      else if (isComplete) for (const subject of subjects) pass(subject);
      else open.push(...members);
    }
    for (const { subject, fact } of demandGaps(model, load, open)) unknown(subject, fact);
  },
});

/** All in one place is a single point, and a place that holds one of them is as that one: N+1. */
function isToldElsewhere({ withoutLargest }: SharedDemand, left: number): boolean {
  return left === 0 || left >= (withoutLargest(1) ?? Number.POSITIVE_INFINITY);
}
