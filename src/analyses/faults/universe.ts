import type { Architecture, Element, ElementId, PoolId } from '../../graph/architecture.js';
import { indexReplicas, type ReplicasOf } from './replicas.js';
import { type Rows, rowsBy } from './rows.js';

/**
 * Everything with a state of its own, numbered: the model's elements in its order, and after them each provider that
 * something names, as a failure domain. Flows and pools go by their places in the model.
 */
export interface Universe {
  readonly model: Architecture;
  readonly elements: readonly Element[];
  readonly indexOf: ReadonlyMap<ElementId, number>;
  /** The number of a provider by the name it goes by in the model. */
  readonly providers: ReadonlyMap<string, number>;
  readonly replicasOf: ReplicasOf;
  /** The source, the target and the pool of each flow; -1: none, or not in the model. */
  readonly flowFrom: Int32Array;
  readonly flowTo: Int32Array;
  readonly flowPool: Int32Array;
  /** The flows that leave each element. */
  readonly leaving: Rows;
}

export function listUniverse(model: Architecture): Universe {
  const { elements, flows } = model;
  const names = new Set<string>();
  const indexOf = new Map<ElementId, number>();
  for (let index = 0; index < elements.length; index += 1) {
    const { id, facts } = elements[index]!;
    indexOf.set(id, index);
    if (facts.provider !== undefined) names.add(facts.provider);
  }
  const providers = [...names].map((name) => providerElement(model, name));
  for (const [index, { id }] of providers.entries()) indexOf.set(id, elements.length + index);
  const numbers = { flowFrom: new Int32Array(flows.length), flowTo: new Int32Array(flows.length) };
  for (let index = 0; index < flows.length; index += 1) {
    numbers.flowFrom[index] = indexOf.get(flows[index]!.from) ?? -1;
    numbers.flowTo[index] = indexOf.get(flows[index]!.to) ?? -1;
  }
  return {
    model,
    elements: [...elements, ...providers],
    indexOf,
    replicasOf: indexReplicas(model),
    providers: new Map([...names].map((name, index) => [name, elements.length + index])),
    ...numbers,
    flowPool: poolsOfFlows(model),
    leaving: rowsBy(numbers.flowFrom, elements.length + providers.length),
  };
}

function poolsOfFlows({ flows, pools }: Architecture): Int32Array {
  const numbers = new Int32Array(flows.length).fill(-1);
  if (pools.length === 0) return numbers;
  const numberOf = new Map<PoolId, number>(pools.map(({ id }, index) => [id, index]));
  for (let index = 0; index < flows.length; index += 1) {
    const { pool } = flows[index]!;
    if (pool !== undefined) numbers[index] = numberOf.get(pool) ?? -1;
  }
  return numbers;
}

function providerElement(model: Architecture, name: string): Element {
  let id = `provider/${name}`;
  while (model.byId.has(id)) id = `provider/${id}`;
  return Object.freeze({ id, kind: 'failureDomain', name, facts: Object.freeze({}) });
}

export function elementsOf(universe: Universe, ids: readonly ElementId[]): readonly Element[] {
  return ids.flatMap((id) => universe.model.byId.get(id) ?? []);
}
