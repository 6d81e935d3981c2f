import { type DataClass, dataClasses } from '../../../vocabulary/words.js';

/** `payment, personal`, the most sensitive first; of more than `most` those, and how many more. */
export function classWords(classes: Iterable<DataClass>, most: number): string {
  const given = new Set(classes);
  const inOrder = dataClasses.filter((name) => given.has(name)).reverse();
  const more = inOrder.length > most ? ` +${inOrder.length - most}` : '';
  return inOrder.slice(0, most).join(', ') + more;
}
