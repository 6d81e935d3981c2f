import type { Flow, Pool } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import type { Approach } from './approach.js';
import { rowOf } from './rows.js';
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

interface Pooled {
  readonly from: number;
  readonly flows: Flow[];
  readonly nodes: number[];
  node: number;
}

/** One pass over the flows: what each element needs goes into the gates, the rest is kept to be told. */
export function tabulateRequirements(draft: StructureDraft, approach: Approach): RequirementTable {
  const { universe, gates, mode } = draft;
  const { model, flowFrom } = universe;
  const nodes = new Int32Array(model.flows.length).fill(-1);
  const pools = new Map<Pool, Pooled>();
  const spared = new Set<number>();
  for (const [index, flow] of model.flows.entries()) {
    const from = flowFrom[index]!;
    if (from < 0 || !counts(flow, mode)) continue;
    const node = approach.flow(flow, index);
    nodes[index] = node;
    const pool = flow.pool === undefined ? undefined : model.poolById.get(flow.pool);
    if (flow.facts.optional === true) spared.add(from);
    else if (pool) append(pools, pool, from, flow, node);
    else gates.needs(from, node);
  }
  for (const [pool, pooled] of pools) {
    pooled.node = approach.pool(pool, pooled.flows, pooled.nodes);
    gates.needs(pooled.from, pooled.node);
    spared.add(pooled.from);
  }
  return { of: teller(draft, nodes, pools), nodes, spared };
}

function append(pools: Map<Pool, Pooled>, pool: Pool, from: number, flow: Flow, node: number): void {
  const pooled = pools.get(pool);
  if (!pooled) pools.set(pool, { from, flows: [flow], nodes: [node], node: -1 });
  else {
    pooled.flows.push(flow);
    pooled.nodes.push(node);
  }
}

const nothing: Requirements = { single: [], pools: [], optional: [] };

function teller(
  { universe: { model, leaving }, mode }: StructureDraft,
  nodes: Int32Array,
  pools: ReadonlyMap<Pool, Pooled>,
): RequirementTable['of'] {
  return (element) => {
    const numbers = rowOf(leaving, element);
    if (numbers.length === 0) return nothing;
    const single: FlowNode[] = [];
    const optional: FlowNode[] = [];
    const asked = new Set<Pool>();
    for (const number of numbers) {
      const flow = model.flows[number]!;
      if (!counts(flow, mode)) continue;
      const pool = flow.pool === undefined ? undefined : model.poolById.get(flow.pool);
      if (flow.facts.optional === true) optional.push({ flow, node: nodes[number]! });
      else if (pool) asked.add(pool);
      else single.push({ flow, node: nodes[number]! });
    }
    return { single, optional, pools: [...asked].map((pool) => ({ pool, ...pools.get(pool)! })) };
  };
}
