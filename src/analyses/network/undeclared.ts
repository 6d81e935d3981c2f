import type { Undeclared } from './result.js';
import type { Topology } from './topology.js';
import { isUndeclared } from './way.js';

/** The borders and sides of which nothing is told: they do not block, and nothing is known to pass. In the order of the model. */
export function undeclaredSides(topology: Topology): readonly Undeclared[] {
  return topology.model.elements.flatMap((element): readonly Undeclared[] => {
    if (element.kind === 'zone') return isUndeclared(topology, element) ? [{ zone: element }] : [];
    if (element.kind !== 'firewall') return [];
    return (['incoming', 'outgoing'] as const)
      .filter((side) => topology.table(element, side).otherwise === 'unknown')
      .map((side) => ({ guard: element, side }));
  });
}
