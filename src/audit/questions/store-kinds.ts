import { type Kind, kindNames, traits } from '../../vocabulary/kinds.js';

/** Everything that keeps data. */
export const storeKinds: readonly Kind[] = kindNames.filter((kind) => traits(kind).store === true);

/** What programs read and write, and what is copied and backed up: all but the backups themselves. */
export const workingStores: readonly Kind[] = storeKinds.filter((kind) => kind !== 'backupStore');
