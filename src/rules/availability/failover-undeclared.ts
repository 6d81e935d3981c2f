import { defineRule, endpointsOf, failoversOf, storeGroups, takeOver } from '../../rules-api.js';

export default defineRule({
  id: 'availability/failover-undeclared',
  severity: 'medium',
  summary: 'A spare stands ready, and nothing lets it take over.',
  impact:
    'The spare costs money and saves nothing: when the active one fails, the service stops although another could go on.',
  remedy: 'Let something notice the failure and switch over, or write down who does it by hand.',
  references: ['STRIDE:D', 'AWS REL11-BP02', 'NIST CP-10'],
  messages: { none: 'Nothing lets {{spares}} take over when {{active}} fails.' },

  check({ model, faults, pass, report, unknown }) {
    for (const group of model.byKind.cluster) {
      const members = endpointsOf(model, group);
      if (group.facts.mode !== 'active-passive' || members.length < 2) continue;
      const active = members.find(({ id }) => id === group.facts.writer) ?? members[0];
      if (!active) continue;
      const { failover } = group.facts;
      if (failover === undefined) unknown(group, 'failover');
      else if (failover !== 'none') pass(group);
      else if (!faults.singlePointOf(active)) {
        const spares = members.filter((member) => member !== active);
        const evidence = { elements: members };
        const fix = takeOver(model, [group], members);
        report({ at: group, message: 'none', data: { spares, active }, evidence, ...(fix && { fix }) });
      }
    }

    for (const copies of storeGroups(model, ['cache', 'queue', 'searchIndex', 'fileStore', 'objectStore'])) {
      const { primary, members, replication, cluster } = copies;
      if (cluster || members.length < 2) continue;
      const said = failoversOf(copies);
      if (said.length === 0) unknown(primary, 'failover');
      else if (said.some((one) => one !== 'none')) pass(primary);
      else if (!faults.singlePointOf(primary)) {
        const spares = members.filter((member) => member !== primary);
        const evidence = { flows: replication };
        const fix = takeOver(model, replication, members);
        report({ at: primary, message: 'none', data: { spares, active: primary }, evidence, ...(fix && { fix }) });
      }
    }
  },
});
