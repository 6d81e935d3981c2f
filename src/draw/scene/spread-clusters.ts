import type { Element, ElementId } from '../../graph/architecture.js';
import { lineOf } from './line-of.js';
import type { ClusterPlan } from './plan-clusters.js';
import type { Stage } from './stage.js';
import type { Line, Stroke } from './stroke.js';

/** Strokes from and to a cluster, led to its members: through its card where it has one. */
export function spreadOverClusters(stage: Stage, strokes: readonly Stroke[]): readonly Stroke[] {
  const spread = strokes.flatMap((stroke) => fromMembers(stage, stroke)).flatMap((stroke) => toMembers(stage, stroke));
  return [...spread, ...cardsToMembers(stage, strokes), ...replication(stage)];
}

function fromMembers(stage: Stage, stroke: Stroke): readonly Stroke[] {
  const plan = stage.clusters.get(stroke.from);
  return plan ? plan.members.map(({ id }) => ({ ...stroke, from: id })) : [stroke];
}

function toMembers(stage: Stage, stroke: Stroke): readonly Stroke[] {
  const plan = stage.clusters.get(stroke.to);
  if (plan?.form !== 'group') return [stroke];
  return reached(plan, stroke.line).map((member) => ({
    ...stroke,
    to: member.id,
    line: lineTo(plan, member, stroke.line),
  }));
}

/** From the address to who answers at it: once for each sort of line that arrives. */
function cardsToMembers(stage: Stage, strokes: readonly Stroke[]): readonly Stroke[] {
  const made = new Map<string, Stroke>();
  for (const { to, line } of strokes) {
    const plan = stage.clusters.get(to);
    if (plan?.form !== 'card' || line.sort !== 'traffic') continue;
    for (const member of reached(plan, line)) {
      const onwards = lineTo(plan, member, { ...line, label: '', short: undefined, phrase: 'hands on to' });
      made.set([to, member.id, line.style, line.head].join(' '), { from: to, to: member.id, flows: [], line: onwards });
    }
  }
  return [...made.values()];
}

/** Writes reach the writer alone, and so does everything where the others only stand by: replication leads to those. */
function reached(plan: ClusterPlan, line: Line): readonly Element[] {
  const { writer, mode } = plan.element.facts;
  const alone = writer !== undefined && (line.phrase === 'writes to' || mode === 'active-passive');
  return alone ? plan.members.filter(({ id }) => id === writer) : plan.members;
}

function lineTo(plan: ClusterPlan, member: Element, line: Line): Line {
  if (plan.element.facts.mode !== 'active-passive' || member.id === activeOf(plan)) return line;
  return { ...line, label: line.label === '' ? 'standby' : `${line.label} · standby`, thin: true };
}

function activeOf(plan: ClusterPlan): ElementId | undefined {
  return plan.element.facts.writer ?? plan.members[0]?.id;
}

/** A cluster that says how it replicates, and has a writer, shows it. */
function replication(stage: Stage): readonly Stroke[] {
  return [...stage.clusters.values()].flatMap(({ element, members }) => {
    const { writer, replication: manner } = element.facts;
    if (writer === undefined || manner === undefined) return [];
    const flow = { id: '', verb: 'replicates', from: '', to: '', facts: { replication: manner } } as const;
    const line = lineOf(flow, { encryption: 'unknown' }, undefined);
    const others = members.filter(({ id }) => id !== writer && !replicatesAlready(stage, id));
    return others.map(({ id }) => ({ from: writer, to: id, flows: [], line }));
  });
}

function replicatesAlready({ model }: Stage, id: ElementId): boolean {
  const element = model.byId.get(id);
  return element !== undefined && model.outgoing(element).some(({ verb }) => verb === 'replicates');
}
