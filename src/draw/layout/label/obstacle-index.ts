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
  return {
    add(rect, margin, owner = nobody) {
      const obstacle = { rect, margin, owner };
      forEachTile(rect, margin, (key) => {
        const there = tiles.get(key);
        if (there) there.push(obstacle);
        else tiles.set(key, [obstacle]);
        return false;
      });
    },
    hits(rect, bundle) {
      return forEachTile(rect, 0, (key) => {
        const there = tiles.get(key);
        return (
          there?.some(({ rect: other, margin, owner }) => owner !== bundle && overlaps(rect, other, margin)) ?? false
        );
      });
    },
  };
}

function forEachTile({ x, y, width, height }: Rect, margin: number, visit: (key: number) => boolean): boolean {
  const [fromX, toX] = [Math.floor((x - margin) / tile), Math.floor((x + width + margin) / tile)];
  const [fromY, toY] = [Math.floor((y - margin) / tile), Math.floor((y + height + margin) / tile)];
  for (let row = fromY; row <= toY; row++) {
    for (let column = fromX; column <= toX; column++) if (visit(row * 65_536 + column)) return true;
  }
  return false;
}
