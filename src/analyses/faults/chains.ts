import type { Element, Flow } from '../../graph/architecture.js';
import { lazily } from '../../graph/lazily.js';
import type { Approach } from './approach.js';
import type { RequirementTable } from './requirements.js';
import { counts } from './requirements.js';
import { rowOf, rowsBy } from './rows.js';
import { nodeOf, type StructureDraft, successorNode } from './structure-draft.js';

/** One step of a request: to an element, while `node` works. */
export interface Step {
  readonly to: number;
  readonly node: number;
  /** The flows it takes: none between a group and its member, two through a name. */
  readonly flows: readonly Flow[];
  /** `member`: from a group to one of it; `standIn`: a replica taking over from a primary that may be dead itself. */
  readonly by: 'flow' | 'member' | 'standIn';
}

/** A step seen from where it leads to. */
export interface StepBack {
  readonly from: number;
  readonly node: number;
  readonly by: Step['by'];
}

export interface Chains {
  /** The steps that lead on from an element along required flows, by its number. */
  steps(element: number): readonly Step[];
  /** Those along optional flows: no journey depends on them, but requests take them too. */
  asides(element: number): readonly Step[];
  /** The steps that lead to an element. */
  stepsBack(element: number): readonly StepBack[];
}

const none: readonly never[] = [];

/**
 * What needs gates of its own (names, guarded groups, stand-ins) is worked out at once, while gates can be added; the rest
 * when an element is first looked at.
 */
export function drawChains(draft: StructureDraft, approach: Approach, table: RequirementTable): Chains {
  const special = specialSteps(draft, approach, table);
  const beside = besideFlows(draft);
  const back = lazily(() => turnRound(draft, special, beside));
  const arriving = lazily(() => rowsBy(draft.universe.flowTo, draft.universe.elements.length));
  return {
    steps: remember(draft, (element) => [
      ...flowSteps(draft, table, special, element, false),
      ...(beside.get(element) ?? none),
    ]),
    asides: remember(draft, (element) => flowSteps(draft, table, special, element, true)),
    stepsBack: remember(draft, (element) => [
      ...flowStepsBack(draft, table, special, rowOf(arriving(), element)),
      ...(back().get(element) ?? none),
    ]),
  };
}

function remember<T>({ universe }: StructureDraft, tell: (element: number) => readonly T[]) {
  const known: (readonly T[] | undefined)[] = new Array(universe.elements.length);
  return (element: number): readonly T[] => {
    const before = known[element];
    if (before) return before;
    const told = tell(element);
    known[element] = told.length === 0 ? none : told;
    return known[element];
  };
}

function flowStepsBack(
  { universe: { model, flowFrom }, mode }: StructureDraft,
  { nodes }: RequirementTable,
  special: ReadonlyMap<number, readonly Step[]>,
  numbers: Int32Array,
): readonly StepBack[] {
  const steps: StepBack[] = [];
  for (const number of numbers) {
    if (flowFrom[number]! < 0 || special.has(number) || !leadsOn(model.flows[number]!, mode, false)) continue;
    steps.push({ from: flowFrom[number]!, node: nodes[number]!, by: 'flow' });
  }
  return steps;
}

/** The steps that were worked out at once, by where they lead to. */
function turnRound(
  { universe: { model, flowFrom } }: StructureDraft,
  special: ReadonlyMap<number, readonly Step[]>,
  beside: ReadonlyMap<number, readonly Step[]>,
): ReadonlyMap<number, readonly StepBack[]> {
  const back = new Map<number, StepBack[]>();
  const add = (from: number, { to, node, by }: Step): void => {
    const list = back.get(to);
    if (list) list.push({ from, node, by });
    else back.set(to, [{ from, node, by }]);
  };
  for (const [number, steps] of special) {
    if (model.flows[number]!.facts.optional === true) continue;
    for (const step of steps) add(flowFrom[number]!, step);
  }
  for (const [from, steps] of beside) for (const step of steps) add(from, step);
  return back;
}

/** Single flows first, then pools, as they are declared. */
function flowSteps(
  { universe: { model, leaving, flowTo, flowPool }, mode }: StructureDraft,
  { nodes }: RequirementTable,
  special: ReadonlyMap<number, readonly Step[]>,
  element: number,
  optional: boolean,
): readonly Step[] {
  const single: Step[] = [];
  const pooled: Step[] = [];
  for (const number of rowOf(leaving, element)) {
    const flow = model.flows[number]!;
    if (!leadsOn(flow, mode, optional) || flowTo[number]! < 0) continue;
    const steps = special.get(number) ?? [
      { to: flowTo[number]!, node: nodes[number]!, flows: [flow], by: 'flow' as const },
    ];
    (flowPool[number]! < 0 ? single : pooled).push(...steps);
  }
  return pooled.length === 0 ? single : [...single, ...pooled];
}

function leadsOn(flow: Flow, mode: StructureDraft['mode'], optional = flow.facts.optional === true): boolean {
  return flow.verb !== 'resolvesTo' && (flow.facts.optional === true) === optional && counts(flow, mode);
}

/** The steps of the flows to names, and of those to groups where guards stand in the way, by the flow's place in the model. */
function specialSteps(
  draft: StructureDraft,
  approach: Approach,
  { nodes }: RequirementTable,
): ReadonlyMap<number, readonly Step[]> {
  const { model, elements, flowTo } = draft.universe;
  const { flows } = model;
  const special = new Map<number, readonly Step[]>();
  if (model.byKind.record.length === 0 && (draft.ways.clear || model.clusters.length === 0)) return special;
  for (let index = 0; index < flows.length; index += 1) {
    const flow = flows[index]!;
    const target = elements[flowTo[index]!];
    if ((target?.kind !== 'record' && target?.kind !== 'cluster') || !leadsOn(flow, draft.mode)) continue;
    const node = nodes[index]!;
    if (target.kind === 'record') special.set(index, namedSteps(draft, approach, flow, target, node));
    else special.set(index, [stepTo(draft, target, node, [flow]), ...guardedMembers(draft, approach, target, [flow])]);
  }
  return special;
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
  if (draft.ways.clear || target.kind !== 'cluster') return none;
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
        steps.push(stepTo(draft, target, approach.behindName(flow, flows.slice(1), target), flows));
        steps.push(...guardedMembers(draft, approach, target, flows));
      }
    }
  }
  return steps;
}

/** From groups to their members, and from primaries to replicas that take over. */
function besideFlows(draft: StructureDraft): ReadonlyMap<number, readonly Step[]> {
  const { model, indexOf, replicasOf } = draft.universe;
  const beside = new Map<number, readonly Step[]>();
  const add = (element: Element, steps: readonly Step[]): void => {
    const index = indexOf.get(element.id);
    if (index !== undefined && steps.length > 0) beside.set(index, [...(beside.get(index) ?? none), ...steps]);
  };
  if (draft.ways.clear) for (const cluster of model.byKind.cluster) add(cluster, memberSteps(draft, cluster));
  for (const primary of replicasOf.primaries) add(primary, standInSteps(draft, primary));
  return beside;
}

function memberSteps(draft: StructureDraft, cluster: Element): readonly Step[] {
  return membersOf(draft, cluster).map(({ id }) => {
    const to = draft.universe.indexOf.get(id)!;
    return { to, node: to, flows: [], by: 'member' };
  });
}

function membersOf({ universe: { model } }: StructureDraft, cluster: Element): readonly Element[] {
  return (model.clusterById.get(cluster.id)?.members ?? []).flatMap((id) => model.byId.get(id) ?? []);
}

function standInSteps(draft: StructureDraft, primary: Element): readonly Step[] {
  return draft.universe.replicasOf(primary).flatMap(({ element: replica, flow, mechanism }) => {
    const successor = successorNode(draft, flow, mechanism);
    if (successor === undefined) return [];
    const to = draft.universe.indexOf.get(replica.id)!;
    const node = draft.gates.all([nodeOf(draft, replica.id), successor]);
    return [{ to, node, flows: [], by: 'standIn' as const }];
  });
}
