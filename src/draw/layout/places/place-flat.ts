import { placeWithDot } from '../graphviz.js';
import type { Plan } from '../plan.js';
import { alignLines } from './align-lines.js';
import { alignMembers } from './align-members.js';
import { type FlatOptions, flatDot } from './flat-dot.js';
import { orderDeclared } from './order-declared.js';
import { emptyPlaces, type Places } from './places.js';
import { separate } from './separate.js';
import { snapPlaces } from './snap-places.js';
import { squeeze } from './squeeze.js';
import { stackIdleGroups } from './stack-idle-groups.js';
import { widenChannels } from './widen-channels.js';

/** One Graphviz layout of the whole scene, then put in order; undefined where Graphviz gives up. */
export async function placeFlat(plan: Plan, options: FlatOptions): Promise<Places | undefined> {
  const dot = await placeWithDot(flatDot(plan, options));
  if (!dot) return undefined;
  const places = emptyPlaces(plan);
  for (const { index, width, height } of plan.boxes) {
    const centre = dot.get(`n${index}`) ?? { x: 0, y: 0 };
    places.x[index] = centre.x - width / 2;
    places.y[index] = centre.y - height / 2;
  }
  stackIdleGroups(plan, places);
  orderDeclared(plan, places);
  alignMembers(plan, places, options.direction === 'TB' ? 'x' : 'y');
  squeeze(plan, places, options.direction);
  widenChannels(plan, places, options.direction === 'TB' ? 'y' : 'x');
  snapPlaces(places);
  alignLines(plan, places, options.direction === 'TB' ? 'x' : 'y');
  separate(plan, places);
  return places;
}
