import {
  backupsOf,
  defineRule,
  type Edit,
  isComplete,
  isProduction,
  keepsBackups,
  type RuleContext,
  rpoOf,
  type StoreGroup,
  seconds,
  sharedFate,
  storeGroups,
} from '../../rules-api.js';

export default defineRule({
  id: 'data/backup-missing',
  severity: 'critical',
  summary: 'A production store has no backup.',
  impact:
    'What is deleted by mistake, encrypted by an intruder or lost with a disk is gone for good; replicas repeat the mistake within seconds.',
  remedy: 'Back it up to another place on a schedule, and try now and then to restore it.',
  references: ['STRIDE:D', 'AWS REL09-BP01', 'NIST CP-9', 'CIS 11.2'],
  messages: { none: '{{store}} has no backup.', copies: 'Neither {{store}} nor its copies have a backup.' },

  check(context) {
    const { model, pass, report, unknown } = context;
    for (const group of storeGroups(model, ['database', 'objectStore', 'fileStore'])) {
      const { primary: store, members } = group;
      if (!isProduction(model, store) || keepsBackups(model, group)) continue;
      if (backupsOf(model, group).length > 0) pass(store);
      else if (!isComplete(model, 'backups')) unknown(store, 'complete: backups');
      else {
        report({
          at: store,
          message: members.length > 1 ? 'copies' : 'none',
          data: { store },
          evidence: { elements: members },
          fix: daily(context, group),
        });
      }
    }
  },
});

/** To where backups already go, if there is one such place and the store does not lie in it itself. */
function daily({ model, faults }: Pick<RuleContext, 'model' | 'faults'>, group: StoreGroup): readonly Edit[] {
  const [vault, ...others] = model.byKind.backupStore;
  if (!vault || others.length > 0) return [];
  if (typeof sharedFate(model, faults, group.primary, vault) === 'object') return [];
  const rpo = rpoOf(group);
  const every = rpo !== undefined && seconds(rpo) > 0 && seconds(rpo) < seconds('1 day') ? rpo : '1 day';
  return [{ on: group.primary, call: 'backsUp', args: [vault, { every }] }];
}
