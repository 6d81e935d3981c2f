import { storeKinds as everyStore } from '../../vocabulary/kind-groups.js';
import type { Kind } from '../../vocabulary/kinds.js';

/** Everything that keeps data. */
export const storeKinds: readonly Kind[] = everyStore;

/** What programs read and write, and what is copied and backed up: all but the backups themselves. */
export const workingStores: readonly Kind[] = storeKinds.filter((kind) => kind !== 'backupStore');
