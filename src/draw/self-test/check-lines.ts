import type { Point } from '../layout/placement.js';
import type { Drawing, DrawnLine } from './drawing.js';
import type { Overlap } from './overlap.js';
import { isOnEdge, runsThrough, sharedLength, shrink } from './shapes.js';

/** How deep a line may reach into a card it begins or ends at, and into any other. */
const depth = { own: 4, foreign: 1 } as const;
const longestShared = 4;

export function checkLines(drawing: Drawing): Overlap[] {
  const { lines, measured } = drawing;
  const drawn = new Set(lines.map(({ id }) => id));
  const missing = measured.scene.bundles.filter(({ id }) => !drawn.has(id));
  return [
    ...missing.map(({ id }): Overlap => ({ kind: 'line missing', what: id })),
    ...lines.flatMap((line) => [...runsOver(drawing, line), ...endsMissed(drawing, line)]),
    ...lines.flatMap((line, index) => lines.slice(index + 1).flatMap((other) => sharedRuns(line, other))),
  ];
}

function runsOver({ placement, titles, badges }: Drawing, { id: what, segments, ends }: DrawnLine): Overlap[] {
  const hits: Overlap[] = [];
  for (const box of placement.boxes.values()) {
    const inside = shrink(box, ends.has(box.id) ? depth.own : depth.foreign);
    if (segments.some((segment) => runsThrough(segment, inside)))
      hits.push({ kind: 'line through card', what, other: box.id });
  }
  for (const { owner, rect } of titles) {
    if (segments.some((segment) => runsThrough(segment, rect)))
      hits.push({ kind: 'line through title', what, other: owner });
  }
  for (const { owner, rect } of badges) {
    if (segments.some((segment) => runsThrough(segment, rect)))
      hits.push({ kind: 'line through badge', what, other: owner });
  }
  return hits;
}

/** Every source and target is reached by the end of a path, every target by a head, and all paths hang together. */
function endsMissed({ placement }: Drawing, { id: what, line, ends }: DrawnLine): Overlap[] {
  const tips = line.paths.flatMap((path) => [path[0], path.at(-1)]).filter((tip) => tip !== undefined);
  const reached = (box: string, points: readonly Point[]) => {
    const rect = placement.boxes.get(box);
    return rect !== undefined && points.some((point) => isOnEdge(point, rect));
  };
  const heads = line.heads.map(({ to }) => to);
  const missed = [
    ...[...ends].filter((box) => !reached(box, tips)),
    ...line.bundle.targets.filter((box) => !reached(box, heads) && !line.bundle.sources.includes(box)),
  ];
  const hits = [...new Set(missed)].map((other): Overlap => ({ kind: 'line does not reach', what, other }));
  return hangsTogether(line.paths) ? hits : [...hits, { kind: 'line does not reach', what }];
}

function hangsTogether(paths: readonly (readonly Point[])[]): boolean {
  return paths.every(
    (path, index) =>
      index === 0 ||
      paths
        .slice(0, index)
        .some((before) => [path[0], path.at(-1)].some((tip) => tip !== undefined && isOnPath(tip, before))),
  );
}

function isOnPath(point: Point, path: readonly Point[]): boolean {
  return path.slice(1).some((to, index) => {
    const from = path[index]!;
    const alongX = point.x >= Math.min(from.x, to.x) && point.x <= Math.max(from.x, to.x);
    const alongY = point.y >= Math.min(from.y, to.y) && point.y <= Math.max(from.y, to.y);
    return alongX && alongY && (to.x - from.x) * (point.y - from.y) === (to.y - from.y) * (point.x - from.x);
  });
}

function sharedRuns(a: DrawnLine, b: DrawnLine): Overlap[] {
  const shared = a.segments.some((one) => b.segments.some((other) => sharedLength(one, other) > longestShared));
  return shared ? [{ kind: 'line on line', what: a.id, other: b.id }] : [];
}
