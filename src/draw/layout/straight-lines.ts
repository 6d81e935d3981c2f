import type { Line } from './label/line.js';
import type { Point, Rect } from './placement.js';
import type { Plan } from './plan.js';
import type { Stage } from './stage.js';

/** For pictures too large to route: straight lines from card edge to card edge, through whatever is between. */
export function straightLines(plan: Plan, stage: Stage): readonly Line[] {
  return plan.bundles.flatMap((bundle) => {
    const pairs = bundle.sources.flatMap((source) => bundle.targets.map((target) => [source, target] as const));
    const paths = pairs
      .filter(([source, target]) => source !== target)
      .map(([source, target]) => straight(stage.boxes[source]!, stage.boxes[target]!));
    if (paths.length === 0) return [];
    return [{ plan: bundle, paths, heads: paths.map(([from, to]) => ({ from, to })) }];
  });
}

function straight(source: Rect, target: Rect): readonly [Point, Point] {
  return [edgeTowards(source, centre(target)), edgeTowards(target, centre(source))];
}

function centre({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function edgeTowards(rect: Rect, point: Point): Point {
  const { x, y } = centre(rect);
  const [dx, dy] = [point.x - x, point.y - y];
  const part = Math.min(
    dx === 0 ? Infinity : rect.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : rect.height / 2 / Math.abs(dy),
    1,
  );
  return { x: Math.round(x + dx * part), y: Math.round(y + dy * part) };
}
