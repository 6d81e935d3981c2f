import type { Line } from './label/line.js';
import type { Point } from './placement.js';
import { type Grid, pointOf } from './route/grid.js';
import type { Routes } from './route/route-all.js';

/** Paths of cells as polylines in pixels: only ends and bends remain. */
export function drawLines({ routing, trees }: Routes): readonly Line[] {
  const { grid, plan } = routing;
  return trees.flatMap((tree) => {
    if (!tree) return [];
    const heads = tree.heads.map(([from, to]) => ({ from: pointOf(grid, from), to: pointOf(grid, to) }));
    return [{ plan: plan.bundles[tree.bundle]!, paths: tree.paths.map((path) => polyline(grid, path)), heads }];
  });
}

function polyline(grid: Grid, path: Int32Array): readonly Point[] {
  const points: Point[] = [];
  for (let at = 0; at < path.length; at++) {
    const isEnd = at === 0 || at === path.length - 1;
    if (isEnd || path[at]! - path[at - 1]! !== path[at + 1]! - path[at]!) points.push(pointOf(grid, path[at]!));
  }
  return points;
}
