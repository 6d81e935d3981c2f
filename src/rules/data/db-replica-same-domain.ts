import { defineRule, sharedFate, storeGroups, workingStores } from '../../rules-api.js';

export default defineRule({
  id: 'data/db-replica-same-domain',
  severity: 'high',
  summary: 'A replica stands on the same server, in the same rack or the same availability zone as its primary.',
  impact: 'What takes the primary takes its replica too: there is no copy left when it is needed.',
  remedy: 'Put at least one replica on another server, in another availability zone.',
  references: ['STRIDE:D', 'AWS REL10-BP01', 'NIST SC-36'],
  messages: { shared: '{{copies}} go down together with {{place}}.' },

  check({ model, faults, pass, report, unknown }) {
    for (const { members, primary, replication } of storeGroups(model, workingStores)) {
      const replicas = members.filter((member) => member !== primary);
      if (replicas.length === 0) continue;
      const fates = replicas.map((replica) => sharedFate(model, faults, primary, replica));
      const shared = fates.find((fate) => typeof fate === 'object');
      if (fates.includes('apart')) pass(primary);
      else if (fates.includes('unknown')) unknown(primary, 'standsIn');
      else if (typeof shared === 'object') {
        const { place } = shared;
        report({
          at: primary,
          message: 'shared',
          data: { copies: [primary, ...replicas], place },
          evidence: { elements: [...replicas, place], flows: replication },
        });
      }
    }
  },
});
