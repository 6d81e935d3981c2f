import type { Point, Rect } from '../layout/placement.js';

export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

/** Whether two rectangles share more than an edge, by more than `depth` pixels both ways. */
export function intersect(a: Rect, b: Rect, depth = 0): boolean {
  const alongX = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const alongY = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return alongX > depth && alongY > depth;
}

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

export function shrink({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x + by, y: y + by, width: Math.max(0, width - 2 * by), height: Math.max(0, height - 2 * by) };
}

/** Whether a straight line, of any slope, runs through the inside of a rectangle. */
export function runsThrough({ from, to }: Segment, rect: Rect): boolean {
  if (rect.width <= 0 || rect.height <= 0) return false;
  const alongX = partInside(from.x, to.x, rect.x, rect.x + rect.width);
  const alongY = partInside(from.y, to.y, rect.y, rect.y + rect.height);
  if (!alongX || !alongY) return false;
  return Math.max(alongX.enters, alongY.enters) < Math.min(alongX.leaves, alongY.leaves);
}

/** The part of the way from one number to another, 0 to 1, that lies between two bounds. */
function partInside(from: number, to: number, low: number, high: number) {
  if (from === to) return from > low && from < high ? { enters: 0, leaves: 1 } : undefined;
  const [a, b] = [(low - from) / (to - from), (high - from) / (to - from)];
  return { enters: Math.max(0, Math.min(a, b)), leaves: Math.min(1, Math.max(a, b)) };
}

/** Whether two lines cross at a point inside both. */
export function cross(a: Segment, b: Segment): boolean {
  return (
    turn(a.from, a.to, b.from) * turn(a.from, a.to, b.to) < 0 &&
    turn(b.from, b.to, a.from) * turn(b.from, b.to, a.to) < 0
  );
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Length of the stretch on which two level or two upright lines lie on one another; pixels. */
export function sharedLength(a: Segment, b: Segment): number {
  if (a.from.y === a.to.y && b.from.y === b.to.y && Math.abs(a.from.y - b.from.y) < 2) {
    return overlapOf(a.from.x, a.to.x, b.from.x, b.to.x);
  }
  if (a.from.x === a.to.x && b.from.x === b.to.x && Math.abs(a.from.x - b.from.x) < 2) {
    return overlapOf(a.from.y, a.to.y, b.from.y, b.to.y);
  }
  return 0;
}

function overlapOf(a: number, b: number, c: number, d: number): number {
  return Math.max(0, Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d)));
}

/** Whether a point lies on the edge of a rectangle. */
export function isOnEdge({ x, y }: Point, rect: Rect): boolean {
  const [right, bottom] = [rect.x + rect.width, rect.y + rect.height];
  const within = x >= rect.x && x <= right && y >= rect.y && y <= bottom;
  return within && (x === rect.x || x === right || y === rect.y || y === bottom);
}

export function distanceTo({ from, to }: Segment, rect: Rect): number {
  const box = {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  };
  const dx = Math.max(0, box.left - rect.x - rect.width, rect.x - box.right);
  const dy = Math.max(0, box.top - rect.y - rect.height, rect.y - box.bottom);
  return Math.hypot(dx, dy);
}
