import type { Architecture, ElementId } from '../graph/architecture.js';
import { edgesOf } from './edges-of.js';

export interface Neighbour {
  readonly label: string;
  readonly incoming: boolean;
  readonly id: ElementId;
}

/** One of the two models while its elements are being matched. */
export interface Side {
  readonly name: 'base' | 'head';
  readonly model: Architecture;
  /** Not matched yet, in the order of the model. */
  readonly ids: Set<ElementId>;
  /** What those have to do with others. */
  readonly neighbours: ReadonlyMap<ElementId, readonly Neighbour[]>;
  /** Both halves of a pair have one number. */
  readonly numbers: Map<ElementId, number>;
  readonly byNumber: Map<number, ElementId>;
}

export interface Leftovers {
  readonly base: Side;
  readonly head: Side;
  readonly matched: ReadonlyMap<ElementId, ElementId>;
  match(base: ElementId, head: ElementId): void;
}

/** What is left when everything with the same id in both models is matched. */
export function leftoversOf(baseModel: Architecture, headModel: Architecture): Leftovers {
  const base = sideOf('base', baseModel, headModel);
  const head = sideOf('head', headModel, baseModel);
  const matched = new Map<ElementId, ElementId>();
  const match = (here: ElementId, there: ElementId) => {
    const number = matched.size;
    matched.set(here, there);
    for (const [side, id] of [[base, here] as const, [head, there] as const]) {
      side.ids.delete(id);
      side.numbers.set(id, number);
      side.byNumber.set(number, id);
    }
  };
  for (const { id } of baseModel.elements) if (headModel.byId.has(id)) match(id, id);
  return { base, head, matched, match };
}

function sideOf(name: Side['name'], model: Architecture, other: Architecture): Side {
  const ids = new Set(model.elements.flatMap(({ id }) => (other.byId.has(id) ? [] : [id])));
  const neighbours = new Map<ElementId, Neighbour[]>([...ids].map((id) => [id, []]));
  if (ids.size > 0) {
    for (const { label, from, to } of edgesOf(model)) {
      neighbours.get(from)?.push({ label, incoming: false, id: to });
      neighbours.get(to)?.push({ label, incoming: true, id: from });
    }
  }
  return { name, model, ids, neighbours, numbers: new Map(), byNumber: new Map() };
}
