import type { MeasuredScene, PlacedGroup, PlacedLine, Placement, Rect } from '../layout/placement.js';
import type { Segment } from './shapes.js';

/** A placement in the form the checks ask of it. */
export interface Drawing {
  readonly measured: MeasuredScene;
  readonly placement: Placement;
  readonly lines: readonly DrawnLine[];
  readonly titles: readonly OwnedRect[];
  /** Of findings, and the pills of what became of cards and frames. */
  readonly badges: readonly OwnedRect[];
  /** Group → the groups around it, from the inside out; box → likewise. */
  around(id: string): readonly PlacedGroup[];
}

export interface DrawnLine {
  readonly id: string;
  readonly line: PlacedLine;
  readonly segments: readonly Segment[];
  readonly ends: ReadonlySet<string>;
}

/** A rectangle and the box or group it belongs to. */
export interface OwnedRect {
  readonly owner: string;
  readonly rect: Rect;
}

export function readDrawing(measured: MeasuredScene, placement: Placement): Drawing {
  const parents = new Map<string, string | undefined>([
    ...measured.scene.groups.map(({ id, parent }) => [id, parent] as const),
    ...measured.scene.boxes.map(({ id, cluster }) => [id, cluster] as const),
  ]);
  const groups = [...placement.groups.values()];
  return {
    measured,
    placement,
    lines: placement.lines.map(readLine),
    titles: groups.flatMap(({ id, title, detail }) =>
      (detail ? [title, detail] : [title]).map((rect) => ({ owner: id, rect })),
    ),
    badges: [...placement.boxes.values(), ...groups].flatMap(({ id, badges, pill }) =>
      [...badges, ...(pill ? [pill] : [])].map((rect) => ({ owner: id, rect })),
    ),
    around: (id) => groupsAround(id, parents, placement),
  };
}

function readLine(line: PlacedLine): DrawnLine {
  const segments = line.paths.flatMap((path) => path.slice(1).map((to, index) => ({ from: path[index]!, to })));
  return { id: line.bundle.id, line, segments, ends: new Set([...line.bundle.sources, ...line.bundle.targets]) };
}

function groupsAround(
  id: string,
  parents: ReadonlyMap<string, string | undefined>,
  { groups }: Placement,
): PlacedGroup[] {
  const around = new Set<PlacedGroup>();
  for (let at = groups.get(parents.get(id) ?? ''); at && !around.has(at); at = groups.get(parents.get(at.id) ?? ''))
    around.add(at);
  return [...around];
}
