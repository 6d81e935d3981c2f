import type { Point, Rect } from '../placement.js';
import type { Line } from './line.js';

export interface Candidate extends Rect {
  readonly cost: number;
}

const closeTogether = 6;
const furtherApart = 12;
const longRun = 240;

/** Free places for a label along the line's own paths, the best first. `isFree` is asked before a place is noted down. */
export function candidates(
  line: Line,
  { isFree, ...size }: Size & { readonly isFree: (place: Rect) => boolean },
): readonly Candidate[] {
  const begin = line.paths[0]?.[0];
  if (!begin) return [];
  const places: Candidate[] = [];
  // Thousands are asked for, and few are free: one rectangle serves for all questions.
  const place = { x: 0, y: 0, width: size.width, height: size.height };
  const add = (x: number, y: number, cost: number) => {
    place.x = Math.round(x);
    place.y = Math.round(y);
    if (isFree(place)) places.push({ ...place, cost });
  };
  for (const path of line.paths) {
    for (let at = 1; at < path.length; at++) addAlong(add, path[at - 1]!, path[at]!, begin, size);
  }
  return places.sort((a, b) => a.cost - b.cost);
}

interface Size {
  readonly width: number;
  readonly height: number;
  /** Pixels between two places; by default it depends on how long the run is. */
  readonly step?: number;
}

type Add = (x: number, y: number, cost: number) => void;

/** Near the middle of a long run and near the source is best; on the line is better than beside it. */
function addAlong(addPlace: Add, from: Point, to: Point, begin: Point, size: Size): void {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const { width, height, step: apart = length > longRun ? furtherApart : closeTogether } = size;
  // An even number, so that the very middle is among them.
  const steps = 2 * Math.max(1, Math.round(length / apart / 2));
  const alongX = from.y === to.y;
  for (let step = 0; step <= steps; step++) {
    const part = step / steps;
    const [x, y] = [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part];
    const offMiddle = Math.abs(part - 0.5) * length;
    const away = Math.abs(x - begin.x) + Math.abs(y - begin.y);
    const base = offMiddle * 0.4 + away * 0.02 - Math.min(length, 200) * 0.15;
    const add = (dx: number, dy: number, cost: number) => addPlace(x + dx, y + dy, base + cost);
    if (alongX) {
      if (length >= width + 12 && offMiddle <= (length - width) / 2 - 4) add(-width / 2, -height / 2, 0);
      add(-width / 2, -height - 3, 26);
      add(-width / 2, 3, 28);
    } else {
      if (length >= height + 10 && offMiddle <= (length - height) / 2 - 3) {
        add(-width / 2, -height / 2, 2);
        add(-width * 0.25, -height / 2, 14);
        add(-width * 0.75, -height / 2, 14);
      }
      add(4, -height / 2, 22);
      add(-width - 4, -height / 2, 24);
    }
  }
}
