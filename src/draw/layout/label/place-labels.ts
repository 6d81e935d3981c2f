import type { PlacedLabel, Placement, Rect } from '../placement.js';
import type { Stage } from '../stage.js';
import { type Candidates, candidates } from './candidates.js';
import { clearance, collectObstacles } from './collect-obstacles.js';
import type { Line } from './line.js';
import type { ObstacleIndex } from './obstacle-index.js';

export interface Labels {
  /** By the bundle's number. */
  readonly placed: ReadonlyMap<number, PlacedLabel>;
  readonly keys: Placement['keys'];
  readonly unplaced: readonly string[];
}

interface Choice {
  readonly line: Line;
  readonly places: Candidates;
}

const discHeight = 16;
const searchFinely = 2;

/** The full text where it finds room, else the short one, else a lettered disc; those with the fewest places choose first. */
export function placeLabels(stage: Stage, isDrawn: (box: number) => boolean, lines: readonly Line[]): Labels {
  const obstacles = collectObstacles(stage, isDrawn, lines);
  const placed = new Map<number, PlacedLabel>();
  const discs = new Set<Line>();
  const choices = lines.flatMap((line) => (line.plan.label ? [{ line, places: freePlaces(obstacles, line) }] : []));
  for (const choice of choices.sort(fewestFirst)) {
    const label = choose(obstacles, choice, discs);
    if (!label) continue;
    placed.set(choice.line.plan.index, label);
    obstacles.add(label, clearance.label);
  }
  const unplaced = choices.filter(({ line }) => !placed.has(line.plan.index)).map(({ line }) => line.plan.bundle.id);
  return {
    ...letterDiscs(
      placed,
      lines.filter((line) => discs.has(line)),
    ),
    unplaced,
  };
}

function freePlaces(obstacles: ObstacleIndex, line: Line): Candidates {
  const { width, height } = line.plan.label!;
  return candidates(line, { width, height, isFree: (place) => !obstacles.hits(place, line.plan.index) });
}

function fewestFirst(a: Choice, b: Choice): number {
  return a.places.count - b.places.count || a.line.plan.index - b.line.plan.index;
}

function choose(obstacles: ObstacleIndex, { line, places }: Choice, discs: Set<Line>): PlacedLabel | undefined {
  const { text, height, short, keyWidth } = line.plan.label!;
  const isFree = (place: Rect) => !obstacles.hits(place, line.plan.index);
  const full = places.best(isFree);
  if (full) return labelAt(full, text);
  const brief = short && candidates(line, { width: short.width, height, isFree }).best(isFree);
  if (brief) return labelAt(brief, short.text);
  const disc = candidates(line, { width: keyWidth, height: discHeight, step: searchFinely, isFree }).best(isFree);
  if (!disc) return undefined;
  discs.add(line);
  return labelAt(disc, text);
}

function labelAt({ x, y, width, height }: Rect, text: string): PlacedLabel {
  return { x, y, width, height, text };
}

/** Letters in the order of the bundles, whichever chose first. */
function letterDiscs(placed: ReadonlyMap<number, PlacedLabel>, discs: readonly Line[]): Omit<Labels, 'unplaced'> {
  const lettered = new Map(placed);
  const keys = discs.map(({ plan }, index) => {
    const key = letter(index);
    const label = placed.get(plan.index)!;
    lettered.set(plan.index, { ...label, key, text: key });
    return { letter: key, bundle: plan.bundle, text: label.text };
  });
  return { placed: lettered, keys };
}

/** a … z, then aa, ab … */
function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}
