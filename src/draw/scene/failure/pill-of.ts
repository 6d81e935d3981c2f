import type { Box, Group, PartState, Pill, PillName, Shape } from '../scene.js';

/** The pill of a state; nothing is pinned on what is untouched. Nobody dies of an outage: people are cut off. */
export function pillOf(state: PartState | undefined, shape: Shape | undefined): PillName | undefined {
  if (state === undefined || state === 'untouched') return undefined;
  return state === 'dead' && shape === 'person' ? 'cut off' : state;
}

/** What stands on a card or frame: what its view says of it, else what became of it. */
export function pillOn(place: Box | Group): Pill | undefined {
  if (place.pill) return place.pill;
  const name = pillOf(place.state, 'shape' in place ? place.shape : undefined);
  return name && { sort: name, text: name };
}
