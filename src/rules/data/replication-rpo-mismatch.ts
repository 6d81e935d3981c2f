import {
  type Duration,
  defineRule,
  type Edit,
  isProduction,
  losesWrites,
  type ReplicationSaid,
  replicationsOf,
  rpoOf,
  seconds,
  shortest,
  storeGroups,
  workingStores,
} from '../../rules-api.js';

export default defineRule({
  id: 'data/replication-rpo-mismatch',
  severity: 'high',
  summary: 'The way a store is copied loses more than its RPO allows.',
  impact:
    'When the writer is lost, so are the writes that had not yet reached a copy, although somebody was promised them.',
  remedy: 'Let a write wait until a copy has confirmed it, or state an RPO that the copying keeps.',
  references: ['AWS REL13-BP01', 'NIST CP-2'],
  messages: {
    loses: '{{store}} may lose nothing, and no copy has to confirm a write before it counts.',
    degrades: '{{store}} may lose nothing, and goes on without confirmation when its copies are away.',
    late: '{{store}} may lose {{rpo}}, and a copy may fall behind by {{alert}} before somebody is told.',
  },

  check({ model, pass, report, unknown }) {
    for (const group of storeGroups(model, workingStores)) {
      const { primary: store, replication } = group;
      const said = replicationsOf(model, group);
      if (said.length === 0 || !isProduction(model, store)) continue;
      const losses = said.map(({ facts }) => losesWrites(facts));
      const rpo = rpoOf(group);
      const alert = shortest(said.map(({ facts }) => facts.lagAlert || undefined));
      if (rpo === undefined) {
        if (losses.every(Boolean)) unknown(store, 'rpo');
      } else if (losses.includes(false)) pass(store);
      else if (seconds(rpo) > 0) {
        // Whether there is an alert at all is another rule's question.
        if (alert === undefined) continue;
        if (seconds(alert) <= seconds(rpo)) pass(store);
        else
          report({
            at: store,
            message: 'late',
            data: { store, rpo, alert },
            evidence: { flows: replication },
            severity: 'medium',
            remedy: 'Alert somebody before a copy is further behind than may be lost.',
            fix: earlier(said, rpo),
          });
      } else if (losses.includes(undefined)) {
        for (const { on, facts } of said) if (losesWrites(facts) === undefined) unknown(on, 'replication');
      } else {
        const isDegraded = said.some(
          ({ facts }) => facts.replication === 'synchronous' && facts.acknowledgements !== 0,
        );
        report({
          at: store,
          message: isDegraded ? 'degrades' : 'loses',
          data: { store },
          evidence: { flows: replication },
          // To stop writing while the copies are away is a price that somebody has to agree to.
          fix: isDegraded ? [] : confirmed(said),
        });
      }
    }
  },
});

function earlier(said: readonly ReplicationSaid[], rpo: Duration): readonly Edit[] {
  return said.flatMap(({ on, facts }) => (facts.lagAlert ? [{ on, set: { lagAlert: rpo } }] : []));
}

/** One copy that confirms is enough. */
function confirmed(said: readonly ReplicationSaid[]): readonly Edit[] {
  return said.slice(0, 1).map(({ on, facts }) => ({
    on,
    set: {
      replication: 'synchronous',
      ...(facts.acknowledgements === 0 && { acknowledgements: 1 }),
      ...(facts.degradesToAsynchronous === true && { degradesToAsynchronous: false }),
    },
  }));
}
