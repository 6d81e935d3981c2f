import type { Element, Flow, Pool } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import type { Approach } from './approach.js';
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

const nothing: Requirements = { single: [], pools: [], optional: [] };

export function requirementsOf(draft: StructureDraft, approach: Approach, element: Element): Requirements {
  const { universe, mode } = draft;
  const counting = universe.model.outgoing(element).filter((flow) => counts(flow, mode));
  if (counting.length === 0) return nothing;
  const single: FlowNode[] = [];
  const optional: FlowNode[] = [];
  const pooled = new Map<Pool, Flow[]>();
  for (const flow of counting) {
    const pool = flow.pool === undefined ? undefined : universe.model.poolById.get(flow.pool);
    if (flow.facts.optional === true) optional.push({ flow, node: approach.flow(flow) });
    else if (pool) append(pooled, pool, flow);
    else single.push({ flow, node: approach.flow(flow) });
  }
  const pools = [...pooled].map(([pool, flows]) => {
    const nodes = flows.map(approach.flow);
    const nodeByFlow = new Map(flows.map((flow, index) => [flow, nodes[index]!]));
    return { pool, flows, nodes, node: approach.pool(pool, flows, (flow) => nodeByFlow.get(flow)!) };
  });
  return { single, pools, optional };
}

function append(pooled: Map<Pool, Flow[]>, pool: Pool, flow: Flow): void {
  const flows = pooled.get(pool);
  if (flows) flows.push(flow);
  else pooled.set(pool, [flow]);
}
