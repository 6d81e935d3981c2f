import {
  defineRule,
  demandGaps,
  demandInWords,
  type Element,
  moreInstances,
  rounded,
  type SharedDemand,
  sharedDemands,
  tellsNoCapacity,
} from '../../rules-api.js';

export default defineRule({
  id: 'availability/capacity-n-plus-k',
  severity: 'high',
  summary: 'Members that share the requests take them only while every one of them works.',
  impact:
    'They look redundant and are not: when one fails, the rest get more than they take, slow down and fail one after the other.',
  remedy: 'Add members or instances until the rest takes everything with one of them away.',
  references: ['STRIDE:D', 'AWS REL11-BP05', 'NIST CP-2(2)'],
  options: { k: 1 },
  messages: {
    members: 'After the loss of {{lost}} of {{members}}, the rest takes {{left}} of {{demand}} requests per second.',
    instances:
      'After the loss of {{lost}} of its instances, {{members}} takes {{left}} of {{demand}} requests per second.',
  },

  check({ model, load, options: { k }, pass, report, unknown }) {
    const open: Element[] = [];
    for (const group of sharedDemands(model, load)) {
      const { subjects, members, demand, isComplete, isInstances } = group;
      // What nothing stands in for is a single point.
      if (group.withoutLargest(1) === 0) continue;
      const left = group.withoutLargest(k);
      if (left === undefined) {
        for (const member of members.filter(tellsNoCapacity)) unknown(member, 'capacity');
      } else if (left < demand) {
        const data = {
          lost: lostOf(group, k),
          members,
          left: rounded(left),
          demand: demandInWords(demand, isComplete),
        };
        report({
          at: subjects,
          message: isInstances ? 'instances' : 'members',
          data,
          evidence: { elements: members },
          fix: isInstances ? members.flatMap((member) => moreInstances(member, demand, k)) : [],
        });
      } else if (isComplete) for (const subject of subjects) pass(subject);
      else open.push(...members);
    }
    for (const { subject, fact } of demandGaps(model, load, open)) unknown(subject, fact);
  },
});

/** Which are lost, if they are not all alike. */
function lostOf({ members }: SharedDemand, k: number): string {
  const isAlike = new Set(members.map(({ facts: { capacity } }) => capacity?.requestsPerSecond)).size === 1;
  if (k === 1) return isAlike ? 'one' : 'the largest';
  return isAlike ? String(k) : `the largest ${k}`;
}
