import {
  type Architecture,
  defineRule,
  type Element,
  endpointsOf,
  type Failover,
  type Flow,
  failoversOf,
  isProduction,
  isWritten,
  type StoreGroup,
  seconds,
  shortest,
  storeGroups,
  workingStores,
} from '../../rules-api.js';

type Duration = NonNullable<Element['facts']['rto']>;

const byHand: Duration = '30 min';

export default defineRule({
  id: 'availability/failover-manual',
  severity: 'medium',
  summary: 'Somebody has to switch over by hand, and is allowed less time than people need.',
  impact:
    'Somebody has to be woken, understand what happened and switch: the time in which it should be back is over by then.',
  remedy: 'Let something notice the failure and switch over by itself, or allow the time that people need.',
  references: ['AWS REL11-BP03', 'AWS REL13-BP05', 'NIST CP-10'],
  options: { byHand },
  messages: { slow: '{{active}} should be back within {{rto}}, and somebody has to switch over by hand.' },

  check({ model, faults, options, pass, report, unknown }) {
    for (const { at, active, members, failovers, replication } of spares(model)) {
      if (!isProduction(model, active) || failovers.length === 0) continue;
      const isByHand = failovers.includes('manual') && !failovers.some((said) => typeof said === 'object');
      // That it is missed at once is said by the rule of single points.
      if (isByHand && faults.singlePointOf(active)) continue;
      const rto = shortest([at, ...members].map(({ facts }) => facts.rto));
      if (!isByHand) pass(at);
      else if (rto === undefined) unknown(at, 'rto');
      else if (seconds(rto) >= seconds(options.byHand)) pass(at);
      else
        report({ at, message: 'slow', data: { active: at, rto }, evidence: { elements: members, flows: replication } });
    }
  },
});

/** Something with others that could take over from it. */
interface Spares {
  readonly at: Element;
  readonly active: Element;
  readonly members: readonly Element[];
  readonly failovers: readonly Failover[];
  readonly replication: readonly Flow[];
}

function spares(model: Architecture): readonly Spares[] {
  const copies = storeGroups(model, workingStores).flatMap((group) => {
    const { cluster, primary, members, replication } = group;
    if (members.length < 2 || hasOwnRule(model, group)) return [];
    return [{ at: cluster ?? primary, active: primary, members, failovers: failoversOf(group), replication }];
  });
  const groups = model.byKind.cluster.flatMap((at) => {
    const members = endpointsOf(model, at);
    const active = members.find(({ id }) => id === at.facts.writer) ?? members[0];
    if (!active || members.length < 2 || workingStores.includes(active.kind) || at.facts.failover === undefined)
      return [];
    return [{ at, active, members, failovers: [at.facts.failover], replication: [] }];
  });
  return [...copies, ...groups];
}

/** A database that takes writes is judged as their single writer. */
function hasOwnRule(model: Architecture, group: StoreGroup): boolean {
  return group.primary.kind === 'database' && isWritten(model, group);
}
