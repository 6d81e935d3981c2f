import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import { indexReplicas, type ReplicasOf } from './replicas.js';

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
}

export function listUniverse(model: Architecture): Universe {
  const names = new Set(model.elements.flatMap(({ facts }) => (facts.provider === undefined ? [] : [facts.provider])));
  const providers = [...names].map((name) => providerElement(model, name));
  const elements = [...model.elements, ...providers];
  return {
    model,
    elements,
    indexOf: new Map(elements.map((element, index) => [element.id, index])),
    replicasOf: indexReplicas(model),
    providers: new Map([...names].map((name, index) => [name, model.elements.length + index])),
  };
}

function providerElement(model: Architecture, name: string): Element {
  let id = `provider/${name}`;
  while (model.byId.has(id)) id = `provider/${id}`;
  return Object.freeze({ id, kind: 'failureDomain', name, facts: Object.freeze({}) });
}

/** The number of an element; undefined where nothing has that id. */
export function numberOf(universe: Universe, id: ElementId | undefined): number | undefined {
  return id === undefined ? undefined : universe.indexOf.get(id);
}

export function elementsOf(universe: Universe, ids: readonly ElementId[]): readonly Element[] {
  return ids.flatMap((id) => universe.model.byId.get(id) ?? []);
}
