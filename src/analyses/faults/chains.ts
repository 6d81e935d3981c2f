import type { Element, Flow } from '../../graph/architecture.js';
import type { Approach } from './approach.js';
import type { FlowNode, Requirements } from './requirements.js';
import { nodeOf, type StructureDraft } from './structure-draft.js';

/** One step of a request: to an element, while `node` works. */
export interface Step {
  readonly to: number;
  readonly node: number;
  /** The flows it takes: none between a group and its member, two through a name. */
  readonly flows: readonly Flow[];
  /** `member`: from a group to one of it; `standIn`: a replica taking over from a primary that may be dead itself. */
  readonly by: 'flow' | 'member' | 'standIn';
}

/** The steps that lead on from each element along required flows, by its number. */
export type Chains = readonly (readonly Step[])[];

export function drawChains(draft: StructureDraft, approach: Approach, requirements: readonly Requirements[]): Chains {
  return draft.universe.elements.map((element, index) => {
    const steps = requiredSteps(draft, approach, requirements[index]);
    const others = [...memberSteps(draft, element), ...standInSteps(draft, element)];
    return others.length === 0 ? steps : [...steps, ...others];
  });
}

/** The steps along optional flows: no journey depends on them, but requests take them too. */
export function drawAsides(draft: StructureDraft, approach: Approach, requirements: readonly Requirements[]): Chains {
  return draft.universe.elements.map((_, index) => {
    const optional = requirements[index]?.optional ?? [];
    return optional.length === 0 ? none : flowSteps(draft, approach, optional);
  });
}

const none: readonly Step[] = [];

function requiredSteps(
  draft: StructureDraft,
  approach: Approach,
  requirements: Requirements | undefined,
): readonly Step[] {
  if (!requirements || (requirements.single.length === 0 && requirements.pools.length === 0)) return none;
  const pooled = requirements.pools.flatMap(({ flows, nodes }) =>
    flows.map((flow, index) => ({ flow, node: nodes[index]! })),
  );
  return flowSteps(draft, approach, [...requirements.single, ...pooled]);
}

function flowSteps(draft: StructureDraft, approach: Approach, flows: readonly FlowNode[]): readonly Step[] {
  return flows.flatMap(({ flow, node }) => {
    const target = draft.universe.model.byId.get(flow.to);
    if (!target || flow.verb === 'resolvesTo') return [];
    if (target.kind === 'record') return namedSteps(draft, approach, flow, target, node);
    return [stepTo(draft, target, node, [flow]), ...guardedMembers(draft, approach, target, [flow])];
  });
}

function stepTo({ universe }: StructureDraft, target: Element, node: number, flows: readonly Flow[]): Step {
  return { to: universe.indexOf.get(target.id)!, node, flows, by: 'flow' };
}

/** Where guards stand in the way, each member of a group has a way of its own. */
function guardedMembers(
  draft: StructureDraft,
  approach: Approach,
  target: Element,
  flows: readonly Flow[],
): readonly Step[] {
  if (draft.ways.clear || target.kind !== 'cluster') return [];
  return membersOf(draft, target).map((member) => ({
    to: draft.universe.indexOf.get(member.id)!,
    node: approach.toMember(flows[0]!, target, member),
    flows,
    by: 'member',
  }));
}

/** A name is looked up, and the request goes to what it answers with, by way of other names or not. */
function namedSteps(
  draft: StructureDraft,
  approach: Approach,
  flow: Flow,
  record: Element,
  node: number,
): readonly Step[] {
  const { model } = draft.universe;
  const steps = [stepTo(draft, record, node, [flow])];
  const seen = new Set<Element>([record]);
  const waiting: { readonly name: Element; readonly flows: readonly Flow[] }[] = [{ name: record, flows: [flow] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const answer of model.outgoing(next.name).filter(({ verb }) => verb === 'resolvesTo')) {
      const target = model.byId.get(answer.to);
      if (!target || seen.has(target)) continue;
      const flows = [...next.flows, answer];
      if (target.kind === 'record') {
        seen.add(target);
        waiting.push({ name: target, flows });
      } else {
        steps.push(stepTo(draft, target, approach.behindName(flow, answer), flows));
        steps.push(...guardedMembers(draft, approach, target, flows));
      }
    }
  }
  return steps;
}

function memberSteps(draft: StructureDraft, element: Element): readonly Step[] {
  if (element.kind !== 'cluster' || !draft.ways.clear) return none;
  return membersOf(draft, element).map(({ id }) => {
    const to = draft.universe.indexOf.get(id)!;
    return { to, node: to, flows: [], by: 'member' };
  });
}

function membersOf({ universe: { model } }: StructureDraft, cluster: Element): readonly Element[] {
  return (model.clusterById.get(cluster.id)?.members ?? []).flatMap((id) => model.byId.get(id) ?? []);
}

function standInSteps(draft: StructureDraft, element: Element): readonly Step[] {
  return draft.universe.replicasOf(element).flatMap(({ element: replica, mechanism }) => {
    if (!mechanism) return [];
    const to = draft.universe.indexOf.get(replica.id)!;
    const node = draft.gates.all([nodeOf(draft, replica.id), nodeOf(draft, mechanism.id)]);
    return [{ to, node, flows: [], by: 'standIn' as const }];
  });
}
