import type { Placement } from '../layout/placement.js';
import { cross, type Segment } from './shapes.js';

/** How often lines of different bundles cross: pairs of straight stretches. */
export function countCrossings({ lines }: Pick<Placement, 'lines'>): number {
  const segments = lines.map(({ paths }) =>
    paths.flatMap((path) => path.slice(1).map((to, index): Segment => ({ from: path[index]!, to }))),
  );
  let crossings = 0;
  for (const [index, line] of segments.entries()) {
    for (const other of segments.slice(index + 1)) {
      for (const a of line) for (const b of other) if (cross(a, b)) crossings += 1;
    }
  }
  return crossings;
}
