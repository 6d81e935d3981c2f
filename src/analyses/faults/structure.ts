import type { Element, Flow, Pool } from '../../graph/architecture.js';
import { approachIn } from './approach.js';
import { type Chains, drawAsides, drawChains } from './chains.js';
import { type GroupPlan, groupNode, planGroup } from './clusters.js';
import { draftGates, type GateDraft, type Gates } from './gates.js';
import type { PacketWays } from './packet-ways.js';
import { type Placed, placeNeeds } from './places.js';
import type { Replica } from './replicas.js';
import { type Requirements, requirementsOf } from './requirements.js';
import { hasStandIns } from './stand-ins.js';
import { type Mode, modes, nodeOf, type StructureDraft } from './structure-draft.js';
import type { Universe } from './universe.js';

/** Why an element needs a node: what a sentence about its death is made of. */
export type Need =
  | { readonly node: number; readonly sort: 'place' | 'provider'; readonly element: number }
  | { readonly node: number; readonly sort: 'instances'; readonly members: readonly number[]; readonly need: number }
  | { readonly node: number; readonly sort: 'names' }
  | { readonly node: number; readonly sort: 'group'; readonly plan: GroupPlan }
  | { readonly node: number; readonly sort: 'flow'; readonly flow: Flow }
  | {
      readonly node: number;
      readonly sort: 'pool';
      readonly pool: Pool;
      readonly flows: readonly Flow[];
      readonly nodes: readonly number[];
    };

/** What an element goes on without, worse off. */
export type Spare =
  | { readonly sort: 'optional'; readonly flow: Flow; readonly node: number }
  | { readonly sort: 'pool'; readonly pool: Pool; readonly flows: readonly Flow[]; readonly nodes: readonly number[] }
  | {
      readonly sort: 'instances';
      readonly nodes: readonly number[];
      readonly counts: readonly number[];
      readonly need: number;
    }
  | { readonly sort: 'group'; readonly plan: GroupPlan; readonly nodes: readonly number[]; readonly mechanism?: number }
  | {
      readonly sort: 'replicas';
      readonly replicas: readonly Replica[];
      readonly nodes: readonly number[];
      readonly mechanisms: readonly number[];
    };

/** The structure function of one mode, with what explains it. */
export interface Structure {
  readonly mode: Mode;
  readonly universe: Universe;
  readonly gates: Gates;
  readonly needs: readonly (readonly Need[])[];
  readonly spares: readonly (readonly Spare[])[];
  /** The elements that have any. */
  readonly spared: readonly number[];
  readonly chains: Chains;
  /** What chains leave out: steps along optional flows. */
  readonly asides: Chains;
  /** How many instances of an element can be lost one by one; 0: it fails as one. */
  readonly slack: readonly number[];
}

/** The structure functions of reading and of writing: places are the same in both, flows are not. */
export function compileStructures(universe: Universe, ways: PacketWays): readonly Structure[] {
  const gates = draftGates(universe.elements.length);
  const placed = placeNeeds(universe, gates);
  return modes.map((mode) => compileStructure(universe, mode, ways, gates.fork(), placed));
}

function compileStructure(
  universe: Universe,
  mode: Mode,
  ways: PacketWays,
  gates: GateDraft,
  placed: Placed,
): Structure {
  const draft: StructureDraft = { universe, gates, mode, ways };
  const approach = approachIn(draft);
  const requirements = universe.model.elements.map((element) => requirementsOf(draft, approach, element));
  const added = universe.elements.map((element, index) => {
    return together(groupNeeds(draft, element), flowNeeds(requirements[index]));
  });
  added.forEach((list, index) => {
    for (const need of list) gates.needs(index, need.node);
  });
  const own = universe.elements.map((element, index) => {
    return together(flowSpares(requirements[index]), groupSpares(draft, element));
  });
  const spares = joined(placed.spares, own);
  return {
    mode,
    universe,
    needs: joined(placed.needs, added),
    spares,
    spared: [...spares.keys()].filter((index) => spares[index]!.length > 0),
    chains: drawChains(draft, approach, requirements),
    asides: drawAsides(draft, approach, requirements),
    slack: placed.slack,
    gates: gates.finish(),
  };
}

function joined<T>(first: readonly (readonly T[])[], second: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return first.map((list, index) => together(list, second[index]!));
}

/** Most elements have nothing in one of them. */
function together<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}

const none: readonly never[] = [];

function isNothing({ single, pools, optional }: Requirements): boolean {
  return single.length === 0 && pools.length === 0 && optional.length === 0;
}

function groupNeeds(draft: StructureDraft, element: Element): readonly Need[] {
  const cluster = element.kind === 'cluster' && draft.universe.model.clusterById.get(element.id);
  if (!cluster) return none;
  const plan = planGroup(draft, cluster);
  return [{ sort: 'group', plan, node: groupNode(draft, plan, undefined) }];
}

function flowNeeds(requirements: Requirements | undefined): readonly Need[] {
  if (!requirements || isNothing(requirements)) return none;
  return [
    ...requirements.single.map(({ flow, node }) => ({ sort: 'flow' as const, flow, node })),
    ...requirements.pools.map((pool) => ({ sort: 'pool' as const, ...pool })),
  ];
}

function flowSpares(requirements: Requirements | undefined): readonly Spare[] {
  if (!requirements || isNothing(requirements)) return none;
  return [
    ...requirements.optional.map(({ flow, node }) => ({ sort: 'optional' as const, flow, node })),
    ...requirements.pools.map(({ pool, flows, nodes }) => ({ sort: 'pool' as const, pool, flows, nodes })),
  ];
}

function groupSpares(draft: StructureDraft, element: Element): readonly Spare[] {
  const cluster = element.kind === 'cluster' && draft.universe.model.clusterById.get(element.id);
  if (cluster) {
    const plan = planGroup(draft, cluster);
    const nodes = plan.members.map(({ id }) => nodeOf(draft, id));
    return [{ sort: 'group', plan, nodes, ...(plan.mechanism && { mechanism: nodeOf(draft, plan.mechanism.id) }) }];
  }
  const replicas = draft.universe.replicasOf(element).filter(({ mechanism }) => mechanism !== undefined);
  if (!hasStandIns(draft, replicas)) return none;
  return [
    {
      sort: 'replicas',
      replicas,
      nodes: replicas.map((replica) => nodeOf(draft, replica.element.id)),
      mechanisms: replicas.map(({ mechanism }) => (mechanism ? nodeOf(draft, mechanism.id) : draft.gates.never)),
    },
  ];
}
