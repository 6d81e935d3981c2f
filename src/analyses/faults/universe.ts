import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import { type GraphNumbers, numberGraph } from '../../graph/number-graph.js';
import { indexReplicas, type ReplicasOf } from './replicas.js';
import { type Rows, rowsBy } from './rows.js';

/**
 * Everything with a state of its own, numbered: the model's elements in its order, and after them each provider that
 * something names, as a failure domain. Flows and pools go by their places in the model.
 */
export interface Universe extends GraphNumbers {
  readonly model: Architecture;
  readonly elements: readonly Element[];
  /** The number of a provider by the name it goes by in the model. */
  readonly providers: ReadonlyMap<string, number>;
  readonly replicasOf: ReplicasOf;
  /** The flows that leave each element. */
  readonly leaving: Rows;
}

export function listUniverse(model: Architecture): Universe {
  const { elements } = model;
  const { indexOf: inModel, ...flows } = numberGraph(model);
  const names = new Set<string>();
  for (let index = 0; index < elements.length; index += 1) {
    const { provider } = elements[index]!.facts;
    if (provider !== undefined) names.add(provider);
  }
  const providers = [...names].map((name) => providerElement(model, name));
  const numbered = providers.map(({ id }, index) => [id, elements.length + index] as const);
  return {
    model,
    elements: providers.length === 0 ? elements : [...elements, ...providers],
    indexOf: numbered.length === 0 ? inModel : new Map([...inModel, ...numbered]),
    replicasOf: indexReplicas(model),
    providers: new Map([...names].map((name, index) => [name, elements.length + index])),
    ...flows,
    leaving: rowsBy(flows.flowFrom, elements.length + providers.length),
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
