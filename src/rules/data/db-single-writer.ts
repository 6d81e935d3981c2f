import {
  defineRule,
  failoversOf,
  isComplete,
  isProduction,
  isWritten,
  type RuleContext,
  type SinglePoint,
  type StoreGroup,
  storeGroups,
  takeOver,
} from '../../rules-api.js';

export default defineRule({
  id: 'data/db-single-writer',
  severity: 'high',
  summary: 'One database server takes all writes, and no other takes over by itself.',
  impact:
    'When it fails, writing stops until it is back. Writes cannot be spread over more servers either: what this one can ' +
    'take is all that can ever be written.',
  remedy:
    'Add a replica and something that promotes it when the writer fails; shard, or use several writers, where one is too slow.',
  references: ['STRIDE:D', 'AWS REL11-BP02', 'NIST CP-10'],
  messages: {
    lone: '{{db}} alone takes writes, and there is no copy of it.',
    none: '{{db}} alone takes writes, and neither {{copies}} nor anything else takes over when it fails.',
    needed: 'Writes need {{db}} too: when it fails, {{copies}} alone take none.',
    unconfirmed:
      'When {{db}} fails, writing stops: {{copies}} would take over, and no further copy is left to confirm what is written.',
    useless:
      'When {{db}} fails, writing stops, although {{copies}} should take over: it cannot be reached, or what promotes it fails too.',
    manual: '{{db}} alone takes writes, and when it fails somebody has to promote {{copies}} by hand.',
  },

  check(context) {
    const { model, report, pass, unknown } = context;
    for (const group of storeGroups(model, ['database'])) {
      if (!isProduction(model, group.primary) || !isWritten(model, group)) continue;
      const verdict = judge(context, group);
      if (verdict === 'fine') pass(group.primary);
      else if (verdict === 'untold failover') unknown(group.cluster ?? group.primary, 'failover');
      else if (verdict === 'untold copies') unknown(group.primary, 'complete: replication');
      else report({ ...words(group, verdict.writer), ...shown(group, verdict.point), ...promotion(context, group) });
    }
  },
});

const promoteACopy =
  'Have something promote a copy by itself when the writer fails; shard, or use several writers, where one is too slow.';

const confirmElsewhere =
  'Add a further copy, so that one is left to confirm writes when the writer fails, or let replication go on asynchronously meanwhile.';
const promoteFromElsewhere =
  'Let whoever writes reach the copy that takes over, and keep what promotes it apart from the writer.';

/** Where the copies are there and nothing promotes them. */
function promotion({ model }: Judge, group: StoreGroup) {
  const isPromoted = failoversOf(group).some((one) => typeof one === 'object');
  if (isPromoted || allWrite(group) || group.members.length < 2) return {};
  const fix = takeOver(model, group.cluster ? [group.cluster] : group.replication, group.members);
  return fix ? { fix } : {};
}

type Judge = Pick<RuleContext, 'model' | 'faults'>;
type Verdict =
  | 'fine'
  | 'untold failover'
  | 'untold copies'
  | { readonly writer: StoreGroup['primary']; readonly point?: SinglePoint };

function judge({ model, faults }: Judge, group: StoreGroup): Verdict {
  const { members, primary } = group;
  const said = failoversOf(group);
  const lost = members
    .flatMap((member) => faults.singlePointOf(member) ?? [])
    .find((point) => breaksWrites(point, group));
  if (said.length === 0 && members.length > 1 && !allWrite(group)) return 'untold failover';
  if (lost) return { writer: lost.root, point: lost };
  if (allWrite(group) || said.some((one) => typeof one === 'object')) return 'fine';
  if (members.length > 1 || isComplete(model, 'replication')) return { writer: primary };
  return faults.journeys.some(({ to, state }) => to === primary.id && state !== 'broken') ? 'fine' : 'untold copies';
}

/** Writes wait for copies to confirm them. */
function confirmsWrites({ cluster, replication }: StoreGroup): boolean {
  return [cluster, ...replication].some(
    (one) => one?.facts.replication === 'synchronous' && one.facts.degradesToAsynchronous !== true,
  );
}

/** Each member takes writes. */
function allWrite({ cluster }: StoreGroup): boolean {
  return cluster?.facts.mode === 'active-active' && cluster.facts.writer === undefined;
}

/** A database that a single point only takes along is not the cause. */
function breaksWrites({ root, journeys }: SinglePoint, { members }: StoreGroup): boolean {
  return members.includes(root) && journeys.some(({ mode }) => mode !== 'read');
}

function words(group: StoreGroup, db: StoreGroup['primary']) {
  const copies = group.members.filter((member) => member !== db);
  if (copies.length === 0) return { message: 'lone', data: { db }, at: db } as const;
  if (allWrite(group)) return { message: 'needed', data: { db, copies }, at: db } as const;
  const failovers = failoversOf(group);
  if (failovers.some((one) => typeof one === 'object')) {
    return confirmsWrites(group)
      ? ({ message: 'unconfirmed', data: { db, copies }, at: db, remedy: confirmElsewhere } as const)
      : ({ message: 'useless', data: { db, copies }, at: db, remedy: promoteFromElsewhere } as const);
  }
  const byHand = failovers.includes('manual');
  return { message: byHand ? 'manual' : 'none', data: { db, copies }, at: db, remedy: promoteACopy } as const;
}

function shown(group: StoreGroup, point: SinglePoint | undefined) {
  return {
    impact: impactOf(group, point),
    evidence: {
      elements: [...(point?.also ?? []), ...group.members],
      flows: [...(point?.path ?? []), ...group.replication],
    },
  };
}

function impactOf(group: StoreGroup, point: SinglePoint | undefined): string {
  const { members, cluster, replication } = group;
  const stopsReads = point?.journeys.some(({ mode }) => mode !== 'write') ?? members.length === 1;
  const outage = `When it fails, ${stopsReads ? 'reading and writing stop' : 'writing stops'} until it is back.`;
  const modes = [cluster?.facts.replication, ...replication.map(({ facts }) => facts.replication)];
  const lags = members.length > 1 && !modes.includes('synchronous');
  const loss = point !== undefined && point.dataLoss.length > 0 ? everythingLost : lags ? lastWritesLost : '';
  return [outage, loss, allWrite(group) ? '' : noMoreWrites].filter((sentence) => sentence !== '').join(' ');
}

const everythingLost = 'With its disk everything it held is lost: the model has no copy and no backup of it.';
const lastWritesLost = 'Writes that had not yet been copied may be lost.';
const noMoreWrites =
  'Writes cannot be spread over more servers either: what this one can take is all that can ever be written.';
