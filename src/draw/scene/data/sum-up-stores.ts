import { backupsOf, keepsBackups } from '../../../audit/questions/backups-of.js';
import type { StoreGroup } from '../../../audit/questions/store-groups.js';
import type { Architecture } from '../../../graph/architecture.js';
import { allStores } from './store-group-of.js';
import { asksForBackup, encryptedAtRest, hasBackup, isClassified } from './tell-store.js';

/** `3 stores and 2 copies; 1 without a backup. Not stated: data classes of 2, encryption at rest of 3.` */
export function sumUpStores(model: Architecture): string {
  const stores = allStores(model).filter((group) => !keepsBackups(model, group));
  if (stores.length === 0) return 'The model tells of no store.';
  const copies = stores.reduce((total, { members }) => total + members.length - 1, 0);
  const gaps = gapsIn(model, stores);
  const told = gaps.length === 0 ? '' : ` Not stated: ${gaps.join(', ')}.`;
  return `${numbered(stores.length, 'store', 'stores')}${copies === 0 ? '' : ` and ${numbered(copies, 'copy', 'copies')}`}${backedUp(model, stores)}.${told}`;
}

/** Of those that are asked for a backup. */
function backedUp(model: Architecture, stores: readonly StoreGroup[]): string {
  const asked = stores.filter((group) => asksForBackup(model, group));
  const kept = asked.filter((group) => hasBackup(model, group) === true).length;
  const lacking = asked.filter((group) => hasBackup(model, group) === false).length;
  const parts = [kept === 0 ? '' : `${kept} backed up`, lacking === 0 ? '' : `${lacking} without a backup`];
  return parts
    .filter((part) => part !== '')
    .map((part) => `, ${part}`)
    .join('');
}

/** What the model does not say, and of how many stores. */
function gapsIn(model: Architecture, stores: readonly StoreGroup[]): readonly string[] {
  const number = (isOpen: (group: StoreGroup) => boolean) => stores.filter(isOpen).length;
  const gaps = {
    'data classes': number((group) => !isClassified(model, group)),
    backups: number((group) => asksForBackup(model, group) && hasBackup(model, group) === undefined),
    'restore tests': number((group) => isRestoreUntold(model, group)),
    'encryption at rest': number((group) =>
      group.members.some((member) => encryptedAtRest(member, group) === undefined),
    ),
  };
  return Object.entries(gaps).flatMap(([what, times]) => (times === 0 ? [] : [`${what} of ${times}`]));
}

function isRestoreUntold(model: Architecture, group: StoreGroup): boolean {
  const backups = backupsOf(model, group);
  return backups.length > 0 && backups.every(({ facts }) => facts.restoreTested === undefined);
}

function numbered(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
