import type { Element, ElementId } from '../../graph/architecture.js';
import type { Cast } from './cast.js';
import type { Stage } from './stage.js';

/**
 * What carries a shield: the frames and cards that a firewall without a card of its own guards. What has neither in this
 * view, such as a server in the overview, goes without.
 */
export function shieldedBy(stage: Stage, cast: Cast, guards: readonly Element[]): ReadonlySet<ElementId> {
  const { model, view } = stage;
  if (view.guards === 'none') return new Set();
  const inLine = new Set(guards);
  const shielded = new Set<ElementId>();
  for (const guard of model.byKind.firewall) {
    if (inLine.has(guard) || guard.parent === undefined) continue;
    const place = cast.boxOf(guard.parent) ?? cast.groupOf(guard.parent);
    if (place !== undefined) shielded.add(place);
  }
  return shielded;
}
