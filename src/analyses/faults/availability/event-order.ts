import { placesAbove } from '../places-above.js';
import type { Universe } from '../universe.js';
import type { BasicEvent } from './basic-events.js';
import type { OrderedComponents } from './components-in-order.js';
import type { JourneySystem } from './journey-system.js';
import type { WaitFunction } from './waits.js';

/**
 * The events of a journey in the order of a diagram's levels: each place before what stands in it (zone, host, its
 * components), and side by side in the order in which the journey first meets them.
 */
export function eventOrder(
  universe: Universe,
  events: readonly BasicEvent[],
  { event, waits }: JourneySystem,
  { firstUse }: OrderedComponents,
): readonly number[] {
  const asked = [...firstUse].flatMap((node) => {
    const wait = waits.get(node);
    return wait ? eventsOf(wait) : event[node]! >= 0 ? [event[node]!] : [];
  });
  const met = [...new Set(asked)];
  const byNode = new Map(met.map((index) => [events[index]!.node, index]));
  const inside = new Map<number, number[]>();
  const outermost: number[] = [];
  for (const index of met) append(inside, outermost, parentOf(universe, events[index]!, byNode), index);
  const rank = earliest(met, inside);
  const order: number[] = [];
  const waiting = latestFirst(outermost, rank);
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    order.push(index);
    waiting.push(...latestFirst(inside.get(index) ?? [], rank));
  }
  return order;
}

function eventsOf({ parts }: WaitFunction): readonly number[] {
  return parts.flatMap(({ failures, young }) => [...failures, ...(young === 'always' ? [] : young)]);
}

function append(inside: Map<number, number[]>, outermost: number[], parent: number | undefined, index: number): void {
  const siblings = parent === undefined ? outermost : (inside.get(parent) ?? []);
  siblings.push(index);
  if (parent !== undefined) inside.set(parent, siblings);
}

/** The event of the innermost place that has one; a takeover belongs to what failed. */
function parentOf(
  universe: Universe,
  { element, sort, on, node }: BasicEvent,
  byNode: ReadonlyMap<number, number>,
): number | undefined {
  const member = on === undefined ? undefined : byNode.get(on);
  if (member !== undefined) return member;
  const own = universe.elements[element]!;
  const places = placesAbove(universe, own).map(({ id }) => universe.indexOf.get(id)!);
  const around = (sort === 'takeover' ? [element, ...places] : places).filter((place) => place !== node);
  return around.map((place) => byNode.get(place)).find((index) => index !== undefined);
}

/** When the journey first meets an event or anything within it. */
function earliest(met: readonly number[], inside: ReadonlyMap<number, readonly number[]>): ReadonlyMap<number, number> {
  const parent = new Map([...inside].flatMap(([outer, list]) => list.map((index) => [index, outer] as const)));
  const rank = new Map<number, number>();
  for (const [place, start] of met.entries()) {
    for (let index: number | undefined = start; index !== undefined && !rank.has(index); index = parent.get(index)) {
      rank.set(index, place);
    }
  }
  return rank;
}

function latestFirst(list: readonly number[], rank: ReadonlyMap<number, number>): number[] {
  return [...list].sort((left, right) => rank.get(right)! - rank.get(left)!);
}
