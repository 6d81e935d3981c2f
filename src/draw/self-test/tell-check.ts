import type { MeasuredScene, Placement } from '../layout/placement.js';
import type { Scene } from '../scene/scene.js';
import { checkPlacement } from './check-placement.js';
import { countCrossings } from './count-crossings.js';

export interface Told {
  /** Whatever runs over something else or is missing, in words. */
  readonly faults: readonly string[];
  readonly crossings: number;
  readonly lines: number;
}

/** What the self-test finds in a picture. */
export function tellCheck({ measured, placement }: { measured: MeasuredScene; placement: Placement }): Told {
  const named = (id: string) => nameOf(measured.scene, id);
  const overlaps = checkPlacement(measured, placement);
  return {
    faults: overlaps.map(({ kind, what, other }) =>
      [`${kind}: ${named(what)}`, other && named(other)].filter(Boolean).join(', '),
    ),
    crossings: countCrossings(placement),
    lines: placement.lines.length,
  };
}

function nameOf(scene: Scene, id: string): string {
  const place = [...scene.boxes, ...scene.groups].find((one) => one.id === id);
  if (place) return `'${place.name}'`;
  const bundle = scene.bundles.find((one) => one.id === id);
  if (!bundle) return id;
  const names = (ends: readonly string[]) => ends.map((end) => nameOf(scene, end)).join(', ');
  return `the line from ${names(bundle.sources)} to ${names(bundle.targets)}`;
}
