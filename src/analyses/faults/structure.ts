import type { Flow, Pool } from '../../graph/architecture.js';
import { approachIn } from './approach.js';
import { type Chains, drawChains } from './chains.js';
import { type GroupPlan, groupNode, planGroup } from './clusters.js';
import { draftGates, type GateDraft, type Gates } from './gates.js';
import type { PacketWays } from './packet-ways.js';
import { type Placed, placeNeeds } from './places.js';
import type { Replica } from './replicas.js';
import { type Requirements, tabulateRequirements } from './requirements.js';
import { hasStandIns } from './stand-ins.js';
import { type Chances, type Mode, modes, nodeOf, type StructureDraft } from './structure-draft.js';
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

/** The structure function of one mode. What explains it is told element by element, when somebody asks. */
export interface Structure extends Chains {
  readonly mode: Mode;
  readonly universe: Universe;
  readonly gates: Gates;
  needs(element: number): readonly Need[];
  spares(element: number): readonly Spare[];
  /** The elements that have spares, in the order of the universe. */
  readonly spared: readonly number[];
  /** How many instances of an element can be lost one by one; 0: it fails as one. */
  readonly slack: Int32Array;
  /** What each flow needs, by its place in the model; -1: it plays no part in this mode. */
  readonly flowNodes: Int32Array;
  /** Something asks for what can never work: with nothing failed, something may be missing already. */
  readonly lacksSomething: boolean;
}

/**
 * The structure functions of reading and of writing: places are the same in both, flows are not. Nodes that `chances`
 * adds have the same numbers in both.
 */
export function compileStructures(
  universe: Universe,
  ways: PacketWays,
  chancesIn?: (gates: GateDraft) => Chances,
): readonly Structure[] {
  const gates = draftGates(universe.elements.length);
  const chances = chancesIn?.(gates);
  const placed = placeNeeds(universe, gates, chances);
  return modes.map((mode) => {
    return compileStructure({ universe, mode, ways, gates: gates.fork(), ...(chances && { chances }) }, placed);
  });
}

function compileStructure(draft: StructureDraft, placed: Placed): Structure {
  const { universe, mode, gates, chances } = draft;
  const approach = approachIn(draft);
  const table = tabulateRequirements(draft, approach);
  const groups = planGroups(draft);
  for (const [index, { node }] of groups) if (!chances?.coversNeeds(index)) gates.needs(index, node);
  const stoodIn = standInSpares(draft);
  const chains = drawChains(draft, approach, table);
  const finished = gates.finish();
  return {
    ...chains,
    mode,
    universe,
    needs: (index) => [...placed.needs(index), ...groupNeeds(groups.get(index)), ...flowNeeds(table.of(index))],
    spares: (index) => [
      ...placed.spares(index),
      ...flowSpares(table.of(index)),
      ...groupSpares(draft, groups.get(index)),
      ...(stoodIn.get(index) ?? none),
    ],
    spared: inOrder([...placed.spared, ...table.spared, ...groups.keys(), ...stoodIn.keys()]),
    slack: placed.slack,
    flowNodes: table.nodes,
    lacksSomething: table.nodes.includes(gates.never) || isAskedFor(finished, gates.never),
    gates: finished,
  };
}

function isAskedFor({ dependentStart }: Gates, node: number): boolean {
  return dependentStart[node + 1]! > dependentStart[node]!;
}

const none: readonly never[] = [];

function inOrder(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((left, right) => left - right);
}

interface Group {
  readonly plan: GroupPlan;
  readonly node: number;
}

function planGroups(draft: StructureDraft): ReadonlyMap<number, Group> {
  const { model, indexOf } = draft.universe;
  const groups = new Map<number, Group>();
  for (const element of model.byKind.cluster) {
    const cluster = model.clusterById.get(element.id);
    const index = indexOf.get(element.id);
    if (!cluster || index === undefined) continue;
    const plan = planGroup(draft, cluster);
    groups.set(index, { plan, node: groupNode(draft, plan, undefined) });
  }
  return groups;
}

function groupNeeds(group: Group | undefined): readonly Need[] {
  return group ? [{ sort: 'group', ...group }] : none;
}

function flowNeeds({ single, pools }: Requirements): readonly Need[] {
  return [
    ...single.map(({ flow, node }) => ({ sort: 'flow' as const, flow, node })),
    ...pools.map((pool) => ({ sort: 'pool' as const, ...pool })),
  ];
}

function flowSpares({ optional, pools }: Requirements): readonly Spare[] {
  return [
    ...optional.map(({ flow, node }) => ({ sort: 'optional' as const, flow, node })),
    ...pools.map(({ pool, flows, nodes }) => ({ sort: 'pool' as const, pool, flows, nodes })),
  ];
}

function groupSpares(draft: StructureDraft, group: Group | undefined): readonly Spare[] {
  if (!group) return none;
  const { plan } = group;
  const nodes = plan.members.map(({ id }) => nodeOf(draft, id));
  return [{ sort: 'group', plan, nodes, ...(plan.mechanism && { mechanism: nodeOf(draft, plan.mechanism.id) }) }];
}

/** The primaries in whose place a replica can be promoted. */
function standInSpares(draft: StructureDraft): ReadonlyMap<number, readonly Spare[]> {
  const { universe, gates } = draft;
  const spares = new Map<number, readonly Spare[]>();
  for (const primary of universe.replicasOf.primaries) {
    if (primary.kind === 'cluster') continue;
    const replicas = universe.replicasOf(primary).filter(({ mechanism }) => mechanism !== undefined);
    if (!hasStandIns(draft, replicas)) continue;
    const nodes = replicas.map((replica) => nodeOf(draft, replica.element.id));
    const mechanisms = replicas.map(({ mechanism }) => (mechanism ? nodeOf(draft, mechanism.id) : gates.never));
    spares.set(nodeOf(draft, primary.id), [{ sort: 'replicas', replicas, nodes, mechanisms }]);
  }
  return spares;
}
