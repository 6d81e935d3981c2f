import type { Architecture, Element, ElementId, Flow, PoolId } from '../../graph/architecture.js';
import type { Kind } from '../../vocabulary/kinds.js';
import { verbs } from '../../vocabulary/verbs.js';
import { lazily } from './lazily.js';

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
  const numberOf = numbersOf(elements);
  const poolNumber = numberPools();
  const made = {
    from: new Int32Array(flows.length),
    to: new Int32Array(flows.length),
    sort: new Uint8Array(flows.length),
    pool: new Int32Array(flows.length),
    isNamed: new Uint8Array(flows.length),
    led: [] as number[],
    carrying: [] as number[],
  };
  let lastId: ElementId | undefined;
  let last = -1;
  for (let index = 0; index < flows.length; index += 1) {
    const { from, to, verb, facts, pool, listener } = flows[index]!;
    // The flows of one element mostly stand together.
    if (from !== lastId) last = numberOf(from) ?? -1;
    lastId = from;
    const target = numberOf(to) ?? -1;
    made.from[index] = last;
    made.to[index] = target;
    made.pool[index] = pool === undefined ? -1 : poolNumber(pool);
    if (listener !== undefined) made.isNamed[index] = 1;
    if (facts.carries !== undefined) made.carrying.push(index);
    if (last < 0 || target < 0) continue;
    made.sort[index] = sortOf(verb);
    if (facts.through !== undefined && facts.through.length > 0 && verb !== 'resolvesTo') made.led.push(index);
  }
  return { model, elements, flows, numberOf, ...made };
}

function sortOf(verb: Flow['verb']): number {
  if (verb === 'resolvesTo') return sorts.lookup;
  return verbs[verb].sort === 'traffic' ? sorts.request : sorts.operation;
}

/** Places take no requests and are as many as what runs in them: their numbers are made when somebody asks for one. */
function numbersOf(elements: readonly Element[]): Numbering['numberOf'] {
  const numbers = new Map<ElementId, number>();
  for (let index = 0; index < elements.length; index += 1) {
    if (!isPlace(elements[index]!.kind)) numbers.set(elements[index]!.id, index);
  }
  const places = lazily(
    () => new Map(elements.flatMap(({ id, kind }, index) => (isPlace(kind) ? [[id, index] as const] : []))),
  );
  return (id) => numbers.get(id) ?? places().get(id);
}

function isPlace(kind: Kind): boolean {
  return kind === 'server' || kind === 'zone';
}

/** The flows of one pool mostly stand together. */
function numberPools(): (id: PoolId) => number {
  const numbers = new Map<PoolId, number>();
  let lastId: PoolId | undefined;
  let last = -1;
  return (id) => {
    if (id === lastId) return last;
    lastId = id;
    last = numbers.get(id) ?? numbers.size;
    numbers.set(id, last);
    return last;
  };
}
