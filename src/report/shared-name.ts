import type { SharedLoad } from '../analyses/capacity/result.js';
import { kinds } from '../vocabulary/kinds.js';
import type { Names } from './document/names.js';

/** How those that share a demand are called together. */
export function sharedName({ subject, members }: SharedLoad, names: Names): string {
  switch (subject.sort) {
    case 'pool':
      return `${names.list(members)}, behind ${names.one(subject.source)}`;
    case 'cluster':
      return `${names.one(subject.element)} (${kinds.cluster.noun} of ${members.length})`;
    case 'instances':
      return `the instances of ${names.one(subject.element)}`;
  }
}
