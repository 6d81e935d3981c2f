import type { Architecture, Element, ElementId, Flow } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';

/** What a flow is on the way of a request. A look-up is no hop: to visit a name is to visit what it points to. */
export const sorts = { operation: 0, request: 1, lookup: 2 } as const;

/** The model in dense numbers: elements and flows in the order of the document. */
export interface Numbering {
  readonly model: Architecture;
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  readonly indexOf: ReadonlyMap<ElementId, number>;
  /** By flow; -1 where an end does not exist. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** By flow, one of `sorts`; an operation where an end does not exist. */
  readonly sort: Uint8Array;
}

export function numberModel(model: Architecture): Numbering {
  const { elements, flows } = model;
  const indexOf = new Map<ElementId, number>();
  for (let index = 0; index < elements.length; index += 1) indexOf.set(elements[index]!.id, index);
  const from = new Int32Array(flows.length);
  const to = new Int32Array(flows.length);
  const sort = new Uint8Array(flows.length);
  let lastId: ElementId | undefined;
  let last = -1;
  for (let index = 0; index < flows.length; index += 1) {
    const flow = flows[index]!;
    // The flows of one element mostly stand together.
    if (flow.from !== lastId) last = indexOf.get(flow.from) ?? -1;
    lastId = flow.from;
    from[index] = last;
    to[index] = indexOf.get(flow.to) ?? -1;
    if (last >= 0 && to[index]! >= 0) sort[index] = sortOf(flow);
  }
  return { model, elements, flows, indexOf, from, to, sort };
}

function sortOf({ verb }: Flow): number {
  if (verb === 'resolvesTo') return sorts.lookup;
  return verbs[verb].sort === 'traffic' ? sorts.request : sorts.operation;
}
