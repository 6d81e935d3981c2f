import type { Architecture, Flow } from '../../graph/architecture.js';
import type { StoreGroup } from './store-groups.js';

/** The backups of a store, taken of itself, of a copy or of its cluster. */
export function backupsOf(model: Architecture, { members, cluster }: StoreGroup): readonly Flow[] {
  return [...members, ...(cluster ? [cluster] : [])]
    .flatMap((one) => model.outgoing(one))
    .filter(({ verb }) => verb === 'backsUp');
}

/** Whether others keep their backups in it. */
export function keepsBackups(model: Architecture, { members }: StoreGroup): boolean {
  return members.some((member) => model.incoming(member).some(({ verb }) => verb === 'backsUp'));
}
