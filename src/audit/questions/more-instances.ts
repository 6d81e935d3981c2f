import type { Element } from '../../graph/architecture.js';
import type { Edit } from '../edit.js';

/** So many instances of an element that they take the demand, and some more; nothing where it tells no plain number of them. */
export function moreInstances(element: Element, demand: number, spare: number): readonly Edit[] {
  const { capacity, instances } = element.facts;
  const each = capacity?.requestsPerSecond;
  if (each === undefined || typeof instances !== 'number') return [];
  const wanted = Math.ceil(demand / each) + spare;
  return wanted > instances ? [{ on: element, set: { instances: wanted } }] : [];
}
