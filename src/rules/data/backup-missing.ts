import { backupsOf, defineRule, isComplete, isProduction, keepsBackups, storeGroups } from '../../rules-api.js';

export default defineRule({
  id: 'data/backup-missing',
  severity: 'critical',
  summary: 'A production store has no backup.',
  impact:
    'What is deleted by mistake, encrypted by an intruder or lost with a disk is gone for good; replicas repeat the mistake within seconds.',
  remedy: 'Back it up to another place on a schedule, and try now and then to restore it.',
  references: ['STRIDE:D', 'AWS REL09-BP01', 'NIST CP-9', 'CIS 11.2'],
  messages: { none: '{{store}} has no backup.', copies: 'Neither {{store}} nor its copies have a backup.' },

  check({ model, pass, report, unknown }) {
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
        });
      }
    }
  },
});
