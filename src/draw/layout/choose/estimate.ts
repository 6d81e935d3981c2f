import type { Point, Rect } from '../placement.js';
import { frameGroups } from '../places/frame-groups.js';
import { type Axis, type Places, rectOf } from '../places/places.js';
import { type Plan, type PlanBundle, ranks } from '../plan.js';
import { boundsOf } from '../rect.js';
import type { Traits } from './score.js';

const inLine = 8;
/** A straight line through a foreign card will become a detour of about so many bends and pixels. */
const detour = { bends: 3, length: 150 } as const;

interface Leg {
  readonly bundle: number;
  readonly from: number;
  readonly to: number;
}

/** The traits of a picture before anything is routed: every bundle as straight legs from card to card. */
export function estimate(plan: Plan, places: Places, direction: 'TB' | 'LR'): Traits {
  const rects = plan.boxes.map(({ index }) => rectOf(plan, places, index));
  const centres = rects.map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }));
  const legs = plan.bundles.flatMap((bundle) => legsOf(bundle, centres));
  const bounds = boundsOf([...rects, ...frameGroups(plan, places)]);
  const { width, height } = bounds;
  const passes = countPasses(plan, legs, rects, centres);
  return {
    width,
    height,
    crossings: countCrossings(legs, centres),
    bends: legs.reduce((total, leg) => total + bendsOf(leg, centres), passes * detour.bends),
    length: legs.reduce(
      (total, { from, to }) => total + distance(centres[from]!, centres[to]!),
      passes * detour.length,
    ),
    usersLate: areUsersLate(plan, places, bounds, direction === 'TB' ? 'y' : 'x'),
    hits: 0,
    unplaced: 0,
    keys: 0,
  };
}

function areUsersLate(plan: Plan, places: Places, bounds: Rect, axis: Axis): boolean {
  const reached = new Set(plan.bundles.filter(ranks).flatMap(({ targets }) => targets));
  const users = plan.boxes.filter(({ box, index }) => box?.shape === 'person' && !reached.has(index));
  return users.length > 0 && Math.min(...users.map(({ index }) => places[axis][index]!)) > bounds[axis];
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** From the first target on, every box is joined to the nearest one that already is. */
function legsOf({ index, sources, targets }: PlanBundle, centres: readonly Point[]): readonly Leg[] {
  const [first, ...waiting] = [...new Set([...targets, ...sources])];
  if (first === undefined) return [];
  const joined = [first];
  return waiting.map((from) => {
    const to = joined.reduce((best, box) =>
      distance(centres[box]!, centres[from]!) < distance(centres[best]!, centres[from]!) ? box : best,
    );
    joined.push(from);
    return { bundle: index, from, to };
  });
}

function bendsOf({ from, to }: Leg, centres: readonly Point[]): number {
  const [a, b] = [centres[from]!, centres[to]!];
  return Math.abs(a.x - b.x) <= inLine || Math.abs(a.y - b.y) <= inLine ? 0 : 2;
}

function countCrossings(legs: readonly Leg[], centres: readonly Point[]): number {
  let crossings = 0;
  for (let i = 0; i < legs.length; i++) {
    for (let j = i + 1; j < legs.length; j++)
      if (legs[i]!.bundle !== legs[j]!.bundle && crosses(legs[i]!, legs[j]!, centres)) crossings++;
  }
  return crossings;
}

function crosses(one: Leg, other: Leg, centres: readonly Point[]): boolean {
  const [a, b, c, d] = [centres[one.from]!, centres[one.to]!, centres[other.from]!, centres[other.to]!];
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function countPasses(plan: Plan, legs: readonly Leg[], rects: readonly Rect[], centres: readonly Point[]): number {
  let passes = 0;
  for (const { from, to } of legs) {
    for (const { index, box } of plan.boxes) {
      if (box && index !== from && index !== to && passesThrough(centres[from]!, centres[to]!, rects[index]!)) passes++;
    }
  }
  return passes;
}

function passesThrough(a: Point, b: Point, { x, y, width, height }: Rect): boolean {
  if (Math.max(a.x, b.x) < x || Math.min(a.x, b.x) > x + width) return false;
  if (Math.max(a.y, b.y) < y || Math.min(a.y, b.y) > y + height) return false;
  const sides = [
    turn(a, b, { x, y }),
    turn(a, b, { x: x + width, y }),
    turn(a, b, { x, y: y + height }),
    turn(a, b, { x: x + width, y: y + height }),
  ];
  return sides.some((side) => side > 0) && sides.some((side) => side < 0);
}
