import type { Flow, Pool } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import type { Approach } from './approach.js';
import { rowOf, rowsBy } from './rows.js';
import type { Mode, StructureDraft } from './structure-draft.js';

export interface FlowNode {
  readonly flow: Flow;
  readonly node: number;
}

export interface PoolNode {
  readonly pool: Pool;
  readonly flows: readonly Flow[];
  /** One for each flow. */
  readonly nodes: readonly number[];
  readonly node: number;
}

/** What an element's own flows ask for in one mode. */
export interface Requirements {
  readonly single: readonly FlowNode[];
  readonly pools: readonly PoolNode[];
  readonly optional: readonly FlowNode[];
}

/** The requirements of all elements as numbers, told element by element when somebody asks. */
export interface RequirementTable {
  of(element: number): Requirements;
  /** The number of what a flow needs, by its place in the model; -1: it plays no part in this mode. */
  readonly nodes: Int32Array;
  /** The elements that can go on without something: they have a pool, or an optional flow. */
  readonly spared: ReadonlySet<number>;
}

/** Whether the flow plays a part in a mode at all: what is only written is not read. */
export function counts({ verb }: Flow, mode: Mode): boolean {
  const { hard } = verbs[verb];
  switch (hard) {
    case 'needs':
    case 'k-of-n':
      return true;
    case 'reads':
      return mode === 'read';
    case 'writes':
      return mode === 'write';
    case 'no':
      return false;
  }
}

/** One pass over the flows: what each element needs goes into the gates, the rest is kept to be told. */
export function tabulateRequirements(draft: StructureDraft, approach: Approach): RequirementTable {
  const { universe, gates, mode, chances } = draft;
  const { flowFrom, flowPool } = universe;
  const { flows, pools } = universe.model;
  const nodes = new Int32Array(flows.length).fill(-1);
  const poolNodes = new Int32Array(pools.length).fill(-1);
  const spared = new Set<number>();
  for (let index = 0; index < flows.length; index += 1) {
    const flow = flows[index]!;
    const from = flowFrom[index]!;
    if (from < 0 || !counts(flow, mode)) continue;
    nodes[index] = approach.flow(flow, index);
    if (flow.facts.optional === true) spared.add(from);
    else if (flowPool[index]! < 0 && !chances?.coversNeeds(from)) gates.needs(from, nodes[index]!);
  }
  const members = rowsBy(flowPool, pools.length);
  const membersOf = (pool: number) =>
    rowOf(members, pool).filter((index) => nodes[index]! >= 0 && flows[index]!.facts.optional !== true);
  for (let pool = 0; pool < pools.length; pool += 1) {
    const numbers = membersOf(pool);
    if (numbers.length === 0) continue;
    const from = flowFrom[numbers[0]!]!;
    poolNodes[pool] = approach.pool(pools[pool]!, tellFlows(flows, numbers), tellNodes(nodes, numbers));
    if (!chances?.coversNeeds(from)) gates.needs(from, poolNodes[pool]!);
    spared.add(from);
  }
  return { of: teller(draft, nodes, poolNodes, membersOf), nodes, spared };
}

function tellFlows(flows: readonly Flow[], numbers: Int32Array): readonly Flow[] {
  return Array.from(numbers, (number) => flows[number]!);
}

function tellNodes(nodes: Int32Array, numbers: Int32Array): readonly number[] {
  return Array.from(numbers, (number) => nodes[number]!);
}

const nothing: Requirements = { single: [], pools: [], optional: [] };

function teller(
  { universe: { model, leaving, flowPool }, mode }: StructureDraft,
  nodes: Int32Array,
  poolNodes: Int32Array,
  membersOf: (pool: number) => Int32Array,
): RequirementTable['of'] {
  const { flows, pools } = model;
  const tellPool = (pool: number): PoolNode => {
    const numbers = membersOf(pool);
    const told = { flows: tellFlows(flows, numbers), nodes: tellNodes(nodes, numbers) };
    return { pool: pools[pool]!, ...told, node: poolNodes[pool]! };
  };
  return (element) => {
    const numbers = rowOf(leaving, element);
    if (numbers.length === 0) return nothing;
    const single: FlowNode[] = [];
    const optional: FlowNode[] = [];
    const asked = new Set<number>();
    for (const number of numbers) {
      const flow = flows[number]!;
      if (!counts(flow, mode)) continue;
      if (flow.facts.optional === true) optional.push({ flow, node: nodes[number]! });
      else if (flowPool[number]! >= 0) asked.add(flowPool[number]!);
      else single.push({ flow, node: nodes[number]! });
    }
    return { single, optional, pools: [...asked].map(tellPool) };
  };
}
