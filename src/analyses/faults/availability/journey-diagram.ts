import type { BasicEvent } from './basic-events.js';
import { componentsInOrder } from './components-in-order.js';
import { type Diagram, openDiagram } from './diagram.js';
import { diagramAlgebra } from './diagram-algebra.js';
import type { JourneySystem } from './journey-system.js';
import type { SharedWork } from './limits.js';
import { plainAlgebra } from './plain-algebra.js';
import { solverOf } from './solve-system.js';

/** A journey's function as a diagram of its own, and what is known of its levels. */
export interface JourneyDiagram {
  readonly diagram: Diagram;
  /** The node that is true while the journey is broken; it has the highest number. */
  readonly top: number;
  /** By level: the number of the event, and its share of the time. */
  readonly order: readonly number[];
  readonly shares: readonly number[];
}

/**
 * Undefined where the diagram outgrows its limits: in the one way of building it, and in the other. Which of them stays small
 * depends on what the parts of a system share, and cannot be seen before.
 */
export function diagramOf(
  system: JourneySystem,
  events: readonly BasicEvent[],
  order: readonly number[],
  work: SharedWork,
): JourneyDiagram | undefined {
  return (
    buildDiagram(plainAlgebra, system, events, order, work) ?? buildDiagram(diagramAlgebra, system, events, order, work)
  );
}

function buildDiagram(
  algebraOf: typeof diagramAlgebra,
  system: JourneySystem,
  events: readonly BasicEvent[],
  order: readonly number[],
  work: SharedWork,
): JourneyDiagram | undefined {
  const limits = work.diagram();
  const large = openDiagram(limits);
  const levels = new Map(order.map((event, level) => [event, level]));
  const algebra = algebraOf(large, levels);
  const root = algebra.nodeOf(solverOf(system, componentsInOrder(system), algebra)());
  work.spend(large.steps());
  if (large.isFull()) return undefined;
  const diagram = openDiagram({ nodes: limits.nodes * 2, steps: limits.steps });
  const top = copy(large, root, diagram);
  return { diagram, top, order, shares: order.map((event) => events[event]!.unavailability) };
}

/** Only what hangs on the root, branches before the nodes that ask for them. */
function copy(from: Diagram, root: number, to: Diagram): number {
  const wanted = new Uint8Array(root + 1);
  wanted[root] = 1;
  for (let node = root; node >= 2; node -= 1) {
    if (wanted[node] === 0) continue;
    wanted[from.otherwise(node)] = 1;
    wanted[from.whenSo(node)] = 1;
  }
  const copied = new Int32Array(root + 1);
  if (root >= 1) copied[1] = 1;
  for (let node = 2; node <= root; node += 1) {
    if (wanted[node] === 0) continue;
    copied[node] = to.node(from.levelOf(node), copied[from.otherwise(node)]!, copied[from.whenSo(node)]!);
  }
  return copied[root]!;
}
