import type { Point, Rect } from '../placement.js';
import type { Line } from './line.js';

/** Where a label of one size may stand on one line. */
export interface Candidates {
  readonly count: number;
  /** The best of those that are free: near the middle of a long run and near the source, on the line rather than beside it. */
  best(isFree: (place: Rect) => boolean): Rect | undefined;
}

const closeTogether = 6;
const furtherApart = 12;
const longRun = 240;

/**
 * Free places for a label along the line's own paths. A large picture has a hundred thousand: they are noted down as bare
 * numbers, and only if they are free.
 */
export function candidates(
  line: Line,
  { isFree, ...size }: Size & { readonly isFree: (place: Rect) => boolean },
): Candidates {
  const noted: number[] = [];
  const place = { x: 0, y: 0, width: size.width, height: size.height };
  const add = (x: number, y: number, cost: number) => {
    place.x = Math.round(x);
    place.y = Math.round(y);
    if (isFree(place)) noted.push(place.x, place.y, cost);
  };
  const begin = line.paths[0]?.[0];
  for (const path of begin ? line.paths : []) {
    for (let at = 1; at < path.length; at++) addAlong(add, path[at - 1]!, path[at]!, begin!, size);
  }
  return { count: noted.length / 3, best: (isStillFree) => bestOf(noted, size, isStillFree) };
}

/** The first of equals. */
function bestOf(noted: readonly number[], { width, height }: Size, isFree: (place: Rect) => boolean): Rect | undefined {
  let [best, least]: [Rect | undefined, number] = [undefined, Infinity];
  for (let at = 0; at < noted.length; at += 3) {
    if (noted[at + 2]! >= least) continue;
    const place = { x: noted[at]!, y: noted[at + 1]!, width, height };
    if (isFree(place)) [best, least] = [place, noted[at + 2]!];
  }
  return best;
}

interface Size {
  readonly width: number;
  readonly height: number;
  /** Pixels between two places; by default it depends on how long the run is. */
  readonly step?: number;
}

type Add = (x: number, y: number, cost: number) => void;

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
