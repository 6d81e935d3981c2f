import type { Element, ElementId, Flow } from '../../graph/architecture.js';
import { lineOfTakeOver } from './failure/take-over.js';
import { lineOf } from './line-of.js';
import type { ClusterPlan } from './plan-clusters.js';
import type { Stage } from './stage.js';
import type { Line, Stroke } from './stroke.js';

/** Strokes from and to a cluster, led to its members: through its card where it has one. */
export function spreadOverClusters(stage: Stage, strokes: readonly Stroke[]): readonly Stroke[] {
  const spread = strokes.flatMap((stroke) => fromMembers(stage, stroke)).flatMap((stroke) => toMembers(stage, stroke));
  return [...spread, ...cardsToMembers(stage, strokes), ...(stage.view.isLiteral ? [] : replication(stage))];
}

function fromMembers(stage: Stage, stroke: Stroke): readonly Stroke[] {
  const plan = stage.clusters.get(stroke.from);
  return plan ? plan.members.map(({ id }) => ({ ...stroke, from: id })) : [stroke];
}

function toMembers(stage: Stage, stroke: Stroke): readonly Stroke[] {
  const plan = stage.clusters.get(stroke.to);
  if (plan?.form !== 'group') return [stroke];
  return reached(stage, plan, stroke).map((member) => ({
    ...stroke,
    to: member.id,
    line: lineTo(stage, plan, member, stroke),
  }));
}

/** From the address to who answers at it: once for each sort of line that arrives. */
function cardsToMembers(stage: Stage, strokes: readonly Stroke[]): readonly Stroke[] {
  const made = new Map<string, Stroke>();
  for (const { to, line } of strokes) {
    const plan = stage.clusters.get(to);
    if (plan?.form !== 'card' || line.sort !== 'traffic' || line.purpose === 'monitoring') continue;
    for (const member of reached(stage, plan, { from: to, line })) {
      const key = [to, member.id, line.style, line.head].join(' ');
      const cut = (made.get(key)?.line.cut ?? true) ? line.cut : undefined;
      const handed = { ...line, label: '', short: undefined, phrase: 'hands on to', cut };
      made.set(key, {
        from: to,
        to: member.id,
        flows: [],
        line: lineTo(stage, plan, member, { from: to, line: handed }),
      });
    }
  }
  return [...made.values()];
}

/** Writes reach the writer alone, and so does everything where the others only stand by: replication leads to those. */
function reached(stage: Stage, plan: ClusterPlan, arrival: Arrival): readonly Element[] {
  const { writer } = plan.element.facts;
  if (writer === undefined || !isForOne(plan, arrival.line)) return plan.members;
  const inPlace = inPlaceOfActive(stage, plan, arrival);
  return plan.members.filter((member) => member.id === writer || inPlace.includes(member));
}

/** Where a line comes from, and what it is. */
type Arrival = Pick<Stroke, 'from' | 'line'>;

/** Who watches a group watches those that stand by too. */
function isForOne({ element: { facts } }: ClusterPlan, line: Line): boolean {
  if (line.purpose === 'monitoring') return false;
  return facts.mode === 'active-passive' || (facts.writer !== undefined && line.phrase === 'writes to');
}

function lineTo(stage: Stage, plan: ClusterPlan, member: Element, arrival: Arrival): Line {
  const { line } = arrival;
  if (member.id === activeOf(plan) || !isForOne(plan, line)) return line;
  if (inPlaceOfActive(stage, plan, arrival).includes(member)) return lineOfTakeOver(line);
  if (plan.element.facts.mode !== 'active-passive') return line;
  return { ...line, label: line.label === '' ? 'standby' : `${line.label} · standby`, thin: true };
}

/** In a picture of a failure: the active one is down and the line is not cut, so one of those that are left answers. */
function inPlaceOfActive({ aftermath }: Stage, plan: ClusterPlan, { from, line }: Arrival): readonly Element[] {
  const active = activeOf(plan);
  if (!aftermath || active === undefined || !aftermath.isDown(active)) return [];
  if (line.cut || aftermath.isDown(plan.element.id) || aftermath.isDown(from)) return [];
  return plan.members.filter(({ id }) => !aftermath.isDown(id));
}

function activeOf(plan: ClusterPlan): ElementId | undefined {
  return plan.element.facts.writer ?? plan.members[0]?.id;
}

/** A cluster that says how it replicates, and has a writer, shows it. */
function replication(stage: Stage): readonly Stroke[] {
  return [...stage.clusters.values()].flatMap(({ element, members }) => {
    const { writer, replication: manner, degradesToAsynchronous, acknowledgements, lagAlert } = element.facts;
    if (writer === undefined || manner === undefined) return [];
    const facts = { replication: manner, degradesToAsynchronous, acknowledgements, lagAlert };
    const flow: Flow = { id: '', verb: 'replicates', from: '', to: writer, facts };
    if (!stage.view.draws(flow, stage.model)) return [];
    const plain = lineOf(flow, { encryption: 'unknown' }, undefined);
    const line = stage.view.say?.(flow, plain, undefined, stage.model) ?? plain;
    const others = members.filter(({ id }) => id !== writer && !replicatesAlready(stage, id));
    return others.map(({ id }) => ({ from: writer, to: id, flows: [], line }));
  });
}

function replicatesAlready({ model }: Stage, id: ElementId): boolean {
  const element = model.byId.get(id);
  return element !== undefined && model.outgoing(element).some(({ verb }) => verb === 'replicates');
}
