import {
  backupsOf,
  defineRule,
  isProduction,
  rpoOf,
  seconds,
  shortest,
  storeGroups,
  workingStores,
} from '../../rules-api.js';

export default defineRule({
  id: 'data/backup-interval-rpo',
  severity: 'high',
  summary: 'A store is backed up less often than its RPO demands.',
  impact:
    'What is deleted or overwritten by mistake or by an intruder is deleted in every copy too, and everything since the ' +
    'last backup is gone: more than was agreed.',
  remedy:
    'Back it up at least as often as its RPO says, or keep its log of changes continuously; or agree on a longer RPO.',
  references: ['AWS REL09-BP03', 'NIST CP-9'],
  messages: { rare: '{{store}} may lose {{rpo}}, and is backed up every {{every}}.' },

  check({ model, pass, report, unknown }) {
    for (const group of storeGroups(model, workingStores)) {
      const { primary: store, members } = group;
      const backups = backupsOf(model, group);
      if (backups.length === 0 || !isProduction(model, store)) continue;
      const rpo = rpoOf(group);
      const every = shortest(backups.map(({ facts }) => facts.every));
      // No schedule keeps an RPO of nothing: there the copies have to.
      if (rpo !== undefined && seconds(rpo) === 0 && members.length > 1) continue;
      const untold = backups.filter(({ facts }) => facts.every === undefined);
      if (rpo === undefined) {
        if (every !== undefined) unknown(store, 'rpo');
      } else if (every !== undefined && seconds(every) <= seconds(rpo)) pass(store);
      else if (untold.length > 0) for (const flow of untold) unknown(flow, 'every');
      else if (every !== undefined) {
        const often = backups.filter(({ facts }) => facts.every === every);
        report({
          at: store,
          message: 'rare',
          data: { store, rpo, every },
          evidence: { flows: backups },
          fix: seconds(rpo) > 0 ? often.map((on) => ({ on, set: { every: rpo } })) : [],
        });
      }
    }
  },
});
