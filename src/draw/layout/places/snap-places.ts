import { snap } from '../rect.js';
import type { Places } from './places.js';

export function snapPlaces(places: Places): void {
  for (const axis of ['x', 'y'] as const) {
    const edges = places[axis];
    for (let box = 0; box < edges.length; box++) edges[box] = snap(edges[box]!);
  }
}
