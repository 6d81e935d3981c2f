import type { Element, ElementId } from '../../graph/architecture.js';
import type { Cast } from './cast.js';
import type { Stage } from './stage.js';

/** What carries a shield: the frames and cards that a firewall without a card of its own guards. */
export function shieldedBy(stage: Stage, cast: Cast, guards: readonly Element[]): ReadonlySet<ElementId> {
  const { model } = stage;
  const inLine = new Set(guards);
  const shielded = new Set<ElementId>();
  for (const guard of model.byKind.firewall) {
    if (inLine.has(guard) || guard.parent === undefined) continue;
    const place = cast.boxOf(guard.parent) ?? cast.groupOf(guard.parent);
    if (place !== undefined) shielded.add(place);
    else for (const box of inhabitants(stage, cast, guard.parent)) shielded.add(box);
  }
  return shielded;
}

/** The cards of what runs on a server that has no frame in this view. */
function inhabitants({ model }: Stage, cast: Cast, place: ElementId): readonly ElementId[] {
  const inside = model.elements.filter((element) => model.ancestors(element).some(({ id }) => id === place));
  return inside.map(({ id }) => cast.boxOf(id)).filter((id): id is ElementId => id !== undefined);
}
