import {
  type Architecture,
  type Duration,
  defineRule,
  type Element,
  isProduction,
  losesWrites,
  monitorOf,
  type ReplicationSaid,
  replicationsOf,
  rpoOf,
  type StoreGroup,
  seconds,
  storeGroups,
  type Watching,
  watching,
  workingStores,
} from '../../rules-api.js';

const usualAlert: Duration = '30 s';

export default defineRule({
  id: 'data/replication-lag-unmonitored',
  severity: 'medium',
  summary: 'Nobody is told when a copy falls behind what it copies.',
  impact:
    'Whoever reads from the copy is shown what was true some time ago, and when the copy takes over, all that had not yet ' +
    'reached it is gone: nobody knew how much that would be.',
  remedy: 'Measure how far the copy is behind, and alert somebody before it is further behind than may be lost.',
  references: ['AWS REL06-BP01', 'NIST SI-4'],
  messages: { untold: 'Nobody is told of the replication lag of {{copies}}.' },

  check({ model, pass, report, unknown }) {
    const watches = watching(model);
    for (const group of storeGroups(model, workingStores)) {
      const { primary, members } = group;
      const lagging = replicationsOf(model, group).filter(({ facts }) => losesWrites(facts) !== false);
      if (lagging.length === 0 || !isProduction(model, primary)) continue;
      const unwatched = lagging.filter(({ facts }) => facts.lagAlert === false);
      if (unwatched.length > 0) {
        report({
          at: primary,
          message: 'untold',
          data: { copies: copiesOf(model, group, unwatched) },
          evidence: { elements: members, flows: group.replication },
          fix: unwatched.map(({ on }) => ({ on, set: { lagAlert: alertWithin(rpoOf(group)) } })),
        });
      } else if (lagging.every(({ facts }) => facts.lagAlert !== undefined) || isMeasured(model, watches, members)) {
        pass(primary);
      } else for (const { on } of lagging.filter((said) => isAsked(said, primary))) unknown(on, 'lagAlert');
    }
  },
});

/** Of a cache or an index few want to know; members that all take writes agree among themselves. */
function isAsked({ on, facts }: ReplicationSaid, { kind }: Element): boolean {
  const takesWritesEverywhere = 'kind' in on && on.facts.mode === 'active-active' && on.facts.writer === undefined;
  return kind === 'database' && facts.lagAlert === undefined && !takesWritesEverywhere;
}

/** Somebody who alerts is sent this very figure. */
function isMeasured(model: Architecture, watches: Watching, members: readonly Element[]): boolean {
  return members.flatMap(watches).some((flow) => {
    const monitor = monitorOf(model, flow);
    const alerts = monitor !== undefined && model.outgoing(monitor).some(({ verb }) => verb === 'alerts');
    return alerts && flow.facts.sends?.includes('replication lag') === true;
  });
}

function copiesOf(model: Architecture, { members, primary }: StoreGroup, said: readonly ReplicationSaid[]) {
  const copies = said.flatMap(({ on }) => ('verb' in on ? (model.byId.get(on.from) ?? []) : []));
  return copies.length > 0 ? copies : members.filter((member) => member !== primary);
}

function alertWithin(rpo: Duration | undefined): Duration {
  const isShorter = rpo !== undefined && seconds(rpo) > 0 && seconds(rpo) < seconds(usualAlert);
  return isShorter ? rpo : usualAlert;
}
