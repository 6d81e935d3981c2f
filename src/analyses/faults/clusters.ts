import type { Cluster, Element } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { nodeOnWay, type StructureDraft, successorNode, type Way } from './structure-draft.js';
import { elementsOf } from './universe.js';

/** How a group serves: any of its members, or one of them at a time with somebody to take over. */
export interface GroupPlan {
  /** The group itself. */
  readonly group: Cluster;
  readonly members: readonly Element[];
  /** Members that must work. */
  readonly need: number;
  /** Set for a failover group: who serves, and what fails it over (none: nothing does). */
  readonly active?: Element;
  readonly mechanism?: Element;
  /** Reading needs any member, although one alone takes the writes. */
  readonly anyReads: boolean;
  /** Replicas that must confirm a write. */
  readonly acknowledgements: number;
}

export function planGroup({ universe }: StructureDraft, cluster: Cluster): GroupPlan {
  const { model } = universe;
  const facts = model.byId.get(cluster.id)?.facts ?? {};
  const members = elementsOf(universe, cluster.members);
  const isGroup = isFailoverGroup(facts);
  const by = typeof facts.failover === 'object' ? model.byId.get(facts.failover.by) : undefined;
  const active = members.find(({ id }) => id === facts.writer) ?? members[0];
  return {
    group: cluster,
    members,
    need: neededOfGroup({ ...cluster, members: cluster.members.filter((id) => model.byId.has(id)) }, facts),
    ...(isGroup && active && { active }),
    ...(isGroup && by && { mechanism: by }),
    anyReads: traits(cluster.memberKind).store === true && facts.mode !== 'active-passive',
    acknowledgements: requiredAcknowledgements(facts),
  };
}

/** One member serves, and others stand by. */
export function isFailoverGroup(facts: Element['facts']): boolean {
  return facts.mode === 'active-passive' || facts.writer !== undefined || hasFailover(facts);
}

/** Members that must work. */
export function neededOfGroup(cluster: Cluster, { need }: Element['facts']): number {
  return need ?? defaultNeed(cluster, cluster.members.length);
}

/** In active-active groups failover names no single member that serves. */
function hasFailover({ mode, failover }: Element['facts']): boolean {
  return failover !== undefined && mode !== 'active-active';
}

/** Coordinators agree by more than half of the members configured. */
function defaultNeed({ memberKind }: Cluster, members: number): number {
  return memberKind === 'coordinator' && members > 1 ? Math.floor(members / 2) + 1 : 1;
}

/** One where a synchronous group does not say how many; none where it goes on without. */
export function requiredAcknowledgements(
  facts: Pick<Element['facts'], 'replication' | 'acknowledgements' | 'degradesToAsynchronous'>,
): number {
  if (facts.replication !== 'synchronous' || facts.degradesToAsynchronous === true) return 0;
  return facts.acknowledgements ?? 1;
}

/** Works while the group serves in this mode, reached on `way`. */
export function groupNode(draft: StructureDraft, plan: GroupPlan, way: Way): number {
  const { gates, mode } = draft;
  const members = plan.members.map((member) => nodeOnWay(draft, member, way));
  const acknowledging = mode === 'write' ? plan.acknowledgements : 0;
  const enough = gates.atLeast(Math.max(plan.need, acknowledging > 0 ? 1 + acknowledging : 0), members);
  if (!plan.active || (mode === 'read' && plan.anyReads)) return enough;
  const active = members[plan.members.indexOf(plan.active)]!;
  const others = members.filter((member) => member !== active);
  return gates.all([enough, servingNode(draft, active, others, successorNode(draft, plan.group, plan.mechanism))]);
}

function servingNode(
  draft: StructureDraft,
  active: number,
  others: readonly number[],
  successor: number | undefined,
): number {
  const { gates } = draft;
  if (successor === undefined || others.length === 0) return active;
  const another = gates.atLeast(1, others);
  return gates.atLeast(1, [active, gates.all([successor, another])]);
}
