import type { Architecture, Element, ElementId, Flow } from '../../graph/architecture.js';
import { numberGraph } from '../../graph/number-graph.js';
import { verbs } from '../../vocabulary/verbs.js';

/** What a flow is on the way of a request. A look-up is no hop: to visit a name is to visit what it points to. */
export const sorts = { operation: 0, request: 1, lookup: 2 } as const;

/** The model in dense numbers: elements and flows in the order of the document. */
export interface Numbering {
  readonly model: Architecture;
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  numberOf(id: ElementId): number | undefined;
  /** By flow; -1 where an end does not exist. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** By flow, one of `sorts`; an operation where an end does not exist. */
  readonly sort: Uint8Array;
  /** By flow, a number of its pool, or -1. */
  readonly pool: Int32Array;
  /** By flow, whether it names the listener. */
  readonly isNamed: Uint8Array;
  /** The flows that lead through something, and those that say what they carry. */
  readonly led: readonly number[];
  readonly carrying: readonly number[];
}

/** Flows are many, and a look at each costs more than what is done with it: all that is asked of them is read in one pass. */
export function numberModel(model: Architecture): Numbering {
  const { elements, flows } = model;
  const { indexOf, flowFrom, flowTo, flowPool } = numberGraph(model);
  const made = {
    sort: new Uint8Array(flows.length),
    isNamed: new Uint8Array(flows.length),
    led: [] as number[],
    carrying: [] as number[],
  };
  for (let index = 0; index < flows.length; index += 1) {
    const { verb, facts, listener } = flows[index]!;
    if (listener !== undefined) made.isNamed[index] = 1;
    if (facts.carries !== undefined) made.carrying.push(index);
    if (flowFrom[index]! < 0 || flowTo[index]! < 0) continue;
    made.sort[index] = sortOf(verb);
    if (facts.through !== undefined && facts.through.length > 0 && verb !== 'resolvesTo') made.led.push(index);
  }
  const numberOf = (id: ElementId) => indexOf.get(id);
  return { model, elements, flows, numberOf, from: flowFrom, to: flowTo, pool: flowPool, ...made };
}

function sortOf(verb: Flow['verb']): number {
  if (verb === 'resolvesTo') return sorts.lookup;
  return verbs[verb].sort === 'traffic' ? sorts.request : sorts.operation;
}
