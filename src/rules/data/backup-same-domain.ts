import { defineRule, type Element, endpointsOf, sharedFate, storeGroups, workingStores } from '../../rules-api.js';

export default defineRule({
  id: 'data/backup-same-domain',
  severity: 'high',
  summary: 'A backup lies where the store itself lies: on its server, in its rack, zone or account.',
  impact:
    'What destroys the store destroys the backup with it: a dead server, a fire, an intruder with the keys of the account.',
  remedy: 'Keep a backup in another zone or with another provider, under an account of its own.',
  references: ['STRIDE:D', 'AWS REL09-BP01', 'NIST CP-6', 'NIST CP-9(3)'],
  messages: { shared: '{{store}} and its backup in {{targets}} are lost together with {{place}}.' },

  check({ model, faults, pass, report, unknown }) {
    const fatesOf = (sources: readonly Element[], target: Element) =>
      sources.map((source) => sharedFate(model, faults, source, target));

    for (const { members, primary, cluster } of storeGroups(model, workingStores)) {
      const sources = cluster ? [...members, cluster] : members;
      const flows = sources.flatMap((source) => model.outgoing(source)).filter(({ verb }) => verb === 'backsUp');
      if (flows.length === 0) continue;
      const targets = [
        ...new Set(
          flows.flatMap(({ to }): readonly Element[] => {
            const target = model.byId.get(to);
            return target ? [target] : [];
          }),
        ),
      ];
      const fates = flows.flatMap(({ from, to }) => {
        const ends = [model.byId.get(from), model.byId.get(to)] as const;
        return ends[0] && ends[1] ? fatesOf(endpointsOf(model, ends[0]), ends[1]) : [];
      });
      const shared = fates.find((fate) => typeof fate === 'object');
      if (fates.includes('apart')) pass(primary);
      else if (fates.includes('unknown')) unknown(primary, 'standsIn');
      else if (typeof shared === 'object') {
        const { place } = shared;
        report({
          at: primary,
          message: 'shared',
          data: { store: primary, targets, place },
          evidence: { elements: [...targets, place], flows },
        });
      }
    }
  },
});
