import type { Element, Flow } from '../../graph/architecture.js';
import type { Step } from '../faults/chains.js';
import type { Structure } from '../faults/structure.js';
import type { Arm, DemandDraft } from './demand-draft.js';
import type { Access } from './statements.js';
import { type NodePair, nodesFor, nodesOfElement, type Working } from './working.js';

/** Where the requests of flows go: to an element, or to a junction from which names, groups and replicas take them. */
export interface Destinations {
  /** What a flow leads to, with all that it leads through. */
  of(flow: Flow, access: Access): number;
  /** An element as such, whatever the way to it. */
  element(element: Element, access: Access): number;
  /** What works while the flow finds its target. */
  nodes(flow: Flow, access: Access): NodePair;
}

/** Names that point to names are followed so far: resolvers give up earlier. */
const longestNameChain = 16;

/** `flowNumber`: the number of a flow; `tells`: names whose answers tell demands of their own. */
export function destinationsIn(
  working: Working,
  draft: DemandDraft,
  flowNumber: (flow: Flow) => number,
  tells: ReadonlySet<string>,
): Destinations {
  const { universe } = working;
  const { model, indexOf } = universe;
  const atRead = stepsByFlow(working.read.structure);
  const atWrite = stepsByFlow(working.write.structure);

  function of(flow: Flow, access: Access): number {
    const target = model.byId.get(flow.to);
    if (!target) return draft.junction(-1, access, 'share', []);
    const end = destination({ flow, access }, target, longestNameChain);
    const through = (flow.facts.through ?? []).flatMap((id) => model.byId.get(id) ?? []);
    if (through.length === 0) return end;
    return draft.split(access, [end, ...through.map((one) => element(one, access))]);
  }

  function element(one: Element, access: Access): number {
    return destination({ flow: undefined, access }, one, longestNameChain);
  }

  function destination(on: Way, target: Element, hops: number): number {
    if (target.kind === 'record') return behindName(on, target, hops);
    if (target.kind === 'cluster') return inGroup(on, target);
    return standingIn(on, target);
  }

  function behindName(on: Way, record: Element, hops: number): number {
    const own = indexOf.get(record.id)!;
    if (tells.has(record.id)) return own;
    const answers = hops > 0 ? model.outgoing(record).filter(({ verb }) => verb === 'resolvesTo') : [];
    const arms = answers.flatMap((answer): readonly Arm[] => {
      const target = model.byId.get(answer.to);
      if (!target) return [];
      const pool = answer.pool === undefined ? undefined : model.poolById.get(answer.pool);
      const weight = pool?.weights?.[pool.flows.indexOf(answer.id)] ?? 1;
      const nodes = nodesTo(on, target, 'flow');
      return [{ ...nodes, target: destination(on, target, hops - 1), weight, flow: flowNumber(answer) }];
    });
    return draft.junction(own, on.access, 'share', arms);
  }

  function inGroup(on: Way, cluster: Element): number {
    const spare = working.read.structure.spares(indexOf.get(cluster.id)!).find(({ sort }) => sort === 'group');
    const plan = spare?.sort === 'group' ? spare.plan : undefined;
    const members = plan?.members ?? [];
    const isOne = plan?.active !== undefined && !(on.access === 'read' && plan.anyReads);
    const order = isOne ? [plan.active!, ...members.filter((member) => member !== plan.active)] : members;
    const arms = order.map((member) => {
      return { ...nodesTo(on, member, 'member'), target: standingIn(on, member), weight: 1, flow: -1 };
    });
    return draft.junction(indexOf.get(cluster.id)!, on.access, isOne ? 'first' : 'share', arms);
  }

  /** A replica takes over from a primary that is down, where something promotes it. */
  function standingIn({ access }: Way, primary: Element): number {
    const own = indexOf.get(primary.id)!;
    const standIns = universe.replicasOf(primary).filter(({ mechanism }) => mechanism !== undefined);
    if (standIns.length === 0) return own;
    const arms = standIns.map(({ element: replica }) => {
      const target = indexOf.get(replica.id)!;
      const nodes = nodesFor(
        access,
        standInNode(working.read.structure, own, target),
        standInNode(working.write.structure, own, target),
      );
      return { ...nodes, target, weight: 1, flow: -1 };
    });
    const first = { ...nodesOfElement(universe, primary, access), target: own, weight: 1, flow: -1 };
    return draft.junction(-1, access, 'first', [first, ...arms]);
  }

  /** What must work on the way of a flow to an element at its end, or to a member of the group there. */
  function nodesTo({ flow, access }: Way, target: Element, by: Step['by']): NodePair {
    const own = indexOf.get(target.id)!;
    const read = flow && atRead.get(flow)?.[by].get(own);
    const write = flow && atWrite.get(flow)?.[by].get(own);
    if (read === undefined && write === undefined) return nodesFor(access, own, own);
    return nodesFor(access, read ?? -1, write ?? -1);
  }

  function nodes(flow: Flow, access: Access): NodePair {
    const target = model.byId.get(flow.to);
    if (!target) return nodesFor(access, -1, -1);
    return nodesTo({ flow, access }, target, 'flow');
  }

  return { of, element, nodes };
}

interface Way {
  readonly flow: Flow | undefined;
  readonly access: Access;
}

/** For each flow, the nodes of the steps that begin with it: to ends and to members of groups apart. */
type Steps = ReadonlyMap<Flow, Readonly<Record<Step['by'], Map<number, number>>>>;

function stepsByFlow({ universe, steps: along, asides }: Structure): Steps {
  const steps = new Map<Flow, Readonly<Record<Step['by'], Map<number, number>>>>();
  const index = (list: readonly Step[]) => {
    for (const { flows, to, by, node } of list) {
      const [flow] = flows;
      if (!flow) continue;
      const known = steps.get(flow) ?? { flow: new Map(), member: new Map(), standIn: new Map() };
      if (!known[by].has(to)) known[by].set(to, node);
      steps.set(flow, known);
    }
  };
  for (const element of universe.elements.keys()) {
    index(along(element));
    index(asides(element));
  }
  return steps;
}

function standInNode({ steps }: Structure, primary: number, replica: number): number {
  return steps(primary).find(({ to, by }) => to === replica && by === 'standIn')?.node ?? -1;
}
