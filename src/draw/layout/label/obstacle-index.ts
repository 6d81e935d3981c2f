import type { Rect } from '../placement.js';
import { overlaps } from '../rect.js';

/** Something that a label must keep clear of. What belongs to a bundle is none to that bundle's own label. */
interface Obstacle {
  readonly rect: Rect;
  readonly margin: number;
  readonly owner: number;
}

export interface ObstacleIndex {
  add(rect: Rect, margin: number, owner?: number): void;
  /** Whether a label of this bundle would come too near to anything. */
  hits(rect: Rect, bundle: number): boolean;
}

const tile = 96;
const nobody = -1;

/** Obstacles by the squares of the plane that they touch. */
export function makeObstacleIndex(): ObstacleIndex {
  const tiles = new Map<number, Obstacle[]>();
  const keyOf = (column: number, row: number) => row * 65_536 + column;

  function add(rect: Rect, margin: number, owner = nobody): void {
    const obstacle = { rect, margin, owner };
    const [lastColumn, lastRow] = [tileOf(rect.x + rect.width + margin), tileOf(rect.y + rect.height + margin)];
    for (let row = tileOf(rect.y - margin); row <= lastRow; row++) {
      for (let column = tileOf(rect.x - margin); column <= lastColumn; column++) {
        const there = tiles.get(keyOf(column, row));
        if (there) there.push(obstacle);
        else tiles.set(keyOf(column, row), [obstacle]);
      }
    }
  }

  function hits(rect: Rect, bundle: number): boolean {
    const [lastColumn, lastRow] = [tileOf(rect.x + rect.width), tileOf(rect.y + rect.height)];
    for (let row = tileOf(rect.y); row <= lastRow; row++) {
      for (let column = tileOf(rect.x); column <= lastColumn; column++) {
        const there = tiles.get(keyOf(column, row));
        if (!there) continue;
        for (const { rect: other, margin, owner } of there) {
          if (owner !== bundle && overlaps(rect, other, margin)) return true;
        }
      }
    }
    return false;
  }

  return { add, hits };
}

function tileOf(at: number): number {
  return Math.floor(at / tile);
}
