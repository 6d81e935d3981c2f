import type { Element } from '../../graph/architecture.js';
import type { Universe } from './universe.js';

/** How a sentence calls an element: by its name where no other has it, else by its id. Quoted. */
export type Label = (element: Element) => string;

export function labelsIn({ elements }: Pick<Universe, 'elements'>): Label {
  const times = new Map<string, number>();
  for (const { name } of elements) times.set(name, (times.get(name) ?? 0) + 1);
  return ({ id, name }) => `'${times.get(name) === 1 ? name : id}'`;
}

/** `'a'`, `'a' and 'b'`, `'a', 'b' and 2 more`. */
export function listed(names: readonly string[], most = 3): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  if (shown.length < 2) return shown.join();
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
