import type { Architecture, ElementId, PoolId } from './architecture.js';

/** The graph in dense numbers: elements, flows and pools by their places in the document. */
export interface GraphNumbers {
  readonly indexOf: ReadonlyMap<ElementId, number>;
  /** The source, the target and the pool of each flow; -1: none, or not in the model. */
  readonly flowFrom: Int32Array;
  readonly flowTo: Int32Array;
  readonly flowPool: Int32Array;
}

const known = new WeakMap<Architecture, GraphNumbers>();

/** Names are looked up once for all the analyses of a graph: of a large one this takes longer than most of them. */
export function numberGraph(model: Architecture): GraphNumbers {
  const before = known.get(model);
  if (before) return before;
  const numbers = number(model);
  known.set(model, numbers);
  return numbers;
}

function number({ numberById: indexOf, flows, pools }: Architecture): GraphNumbers {
  const poolNumber = new Map<PoolId, number>();
  for (let index = 0; index < pools.length; index += 1) poolNumber.set(pools[index]!.id, index);
  const made = {
    flowFrom: new Int32Array(flows.length),
    flowTo: new Int32Array(flows.length),
    flowPool: new Int32Array(flows.length),
  };
  const last = { from: '', source: -1, pool: '', number: -1 };
  for (let index = 0; index < flows.length; index += 1) {
    const { from, to, pool } = flows[index]!;
    // The flows of one element, and those of one pool, mostly stand together.
    if (from !== last.from || index === 0) {
      last.from = from;
      last.source = indexOf.get(from) ?? -1;
    }
    if (pool !== undefined && (pool !== last.pool || index === 0)) {
      last.pool = pool;
      last.number = poolNumber.get(pool) ?? -1;
    }
    made.flowFrom[index] = last.source;
    made.flowTo[index] = indexOf.get(to) ?? -1;
    made.flowPool[index] = pool === undefined ? -1 : last.number;
  }
  return { indexOf, ...made };
}
