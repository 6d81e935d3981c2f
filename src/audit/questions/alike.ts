import type { Element } from '../../graph/architecture.js';
import { groupBy } from './group-by.js';

/** Elements of one kind that were made alike (one tier) together, every other one alone, in the order given. */
export function alike(elements: readonly Element[]): readonly (readonly Element[])[] {
  return [
    ...groupBy(elements, ({ tier, kind, id }) => (tier === undefined ? `element ${id}` : `${kind} ${tier}`)).values(),
  ];
}
