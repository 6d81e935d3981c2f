import { countBeyond } from './count-beyond.js';
import type { Diagram } from './diagram.js';
import type { DiagramAlgebra } from './diagram-algebra.js';

/** Functions as nodes of a diagram, joined as soon as they are met. */
export function plainAlgebra(diagram: Diagram, levelOfEvent: ReadonlyMap<number, number>): DiagramAlgebra {
  return {
    always: 1,
    event: (event) => diagram.event(levelOfEvent.get(event)!),
    either: diagram.either,
    both: diagram.both,
    butNot: (left, right) => diagram.choose(right, 0, left),
    moreThan: (slack, values, weights) => countBeyond(diagram, slack, values, weights),
    settled: (value) => value,
    isFull: diagram.isFull,
    nodeOf: (value) => value,
  };
}
