import type { Point } from '../layout/placement.js';
import { decimal } from './tag.js';

const cornerRadius = 8;

/** Path data of a line with its corners rounded, but for those where another branch joins: round, they would leave a gap. */
export function roundedPath(points: readonly Point[], joints: readonly Point[] = []): string {
  const [first, ...rest] = points;
  if (!first || rest.length === 0) return '';
  const corners = rest
    .slice(0, -1)
    .map((corner, index) =>
      isAmong(joints, corner) ? `L${at(corner)}` : bend(points[index]!, corner, rest[index + 1]!),
    );
  return `M${at(first)}${corners.join('')}L${at(rest.at(-1)!)}`;
}

function isAmong(joints: readonly Point[], { x, y }: Point): boolean {
  return joints.some((joint) => joint.x === x && joint.y === y);
}

function bend(before: Point, corner: Point, after: Point): string {
  const radius = Math.min(cornerRadius, distance(before, corner) / 2, distance(corner, after) / 2);
  if (radius === 0) return '';
  return `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`;
}

/** The point `length` pixels from one towards another. */
export function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) / whole) * length, y: from.y + ((to.y - from.y) / whole) * length };
}

export function distance(one: Point, other: Point): number {
  return Math.hypot(other.x - one.x, other.y - one.y);
}

function at({ x, y }: Point): string {
  return `${decimal(x)} ${decimal(y)}`;
}
