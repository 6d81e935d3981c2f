import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import { indexReplicas, type ReplicasOf } from './replicas.js';
import { type Rows, rowsBy } from './rows.js';

/**
 * Everything with a state of its own, numbered: the model's elements in its order, and after them each provider that
 * something names, as a failure domain.
 */
export interface Universe {
  readonly model: Architecture;
  readonly elements: readonly Element[];
  readonly indexOf: ReadonlyMap<ElementId, number>;
  /** The number of a provider by the name it goes by in the model. */
  readonly providers: ReadonlyMap<string, number>;
  readonly replicasOf: ReplicasOf;
  /** The source and the target of each flow, by its place in the model; -1: not in the model. */
  readonly flowFrom: Int32Array;
  readonly flowTo: Int32Array;
  /** The places of the flows that leave each element. */
  readonly leaving: Rows;
}

export function listUniverse(model: Architecture): Universe {
  const names = new Set<string>();
  const indexOf = new Map<ElementId, number>();
  for (const [index, { id, facts }] of model.elements.entries()) {
    indexOf.set(id, index);
    if (facts.provider !== undefined) names.add(facts.provider);
  }
  const providers = [...names].map((name) => providerElement(model, name));
  for (const [index, { id }] of providers.entries()) indexOf.set(id, model.elements.length + index);
  const flowFrom = Int32Array.from(model.flows, ({ from }) => indexOf.get(from) ?? -1);
  return {
    model,
    elements: [...model.elements, ...providers],
    indexOf,
    replicasOf: indexReplicas(model),
    providers: new Map([...names].map((name, index) => [name, model.elements.length + index])),
    flowFrom,
    flowTo: Int32Array.from(model.flows, ({ to }) => indexOf.get(to) ?? -1),
    leaving: rowsBy(flowFrom, model.elements.length + providers.length),
  };
}

function providerElement(model: Architecture, name: string): Element {
  let id = `provider/${name}`;
  while (model.byId.has(id)) id = `provider/${id}`;
  return Object.freeze({ id, kind: 'failureDomain', name, facts: Object.freeze({}) });
}

export function elementsOf(universe: Universe, ids: readonly ElementId[]): readonly Element[] {
  return ids.flatMap((id) => universe.model.byId.get(id) ?? []);
}
