import type { DataClass } from '../../vocabulary/words.js';

/** Those of some data classes that others must not read. */
export function classified(classes: readonly DataClass[]): readonly DataClass[] {
  return classes.filter((name) => name !== 'public' && name !== 'internal');
}
