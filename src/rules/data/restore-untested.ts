import {
  backupsOf,
  type Duration,
  dayNumber,
  defineRule,
  type Flow,
  isProduction,
  seconds,
  storeGroups,
  workingStores,
} from '../../rules-api.js';

const days: number | Duration = 180;

export default defineRule({
  id: 'data/restore-untested',
  severity: 'medium',
  summary: 'Nobody has tried for long to restore a backup.',
  impact:
    'Backups that were never restored are often incomplete, unreadable or locked by a key that is gone; that shows on the ' +
    'day they are needed.',
  remedy: 'Restore a backup to another place at least twice a year, check what came out, and note how long it took.',
  references: ['AWS REL09-BP04', 'NIST CP-9(1)'],
  options: { days: days as number | Duration },
  optionExamples: { days: ['26 weeks'] },
  messages: {
    never: 'Nobody has ever tried to restore {{store}} from its backup.',
    old: 'Restoring {{store}} from its backup was last tried on {{day}}, {{ago}} ago.',
  },

  check({ model, options, today, pass, report, unknown }) {
    const most = typeof options.days === 'number' ? options.days : seconds(options.days) / seconds('1 day');
    for (const group of storeGroups(model, workingStores)) {
      const { primary: store } = group;
      const backups = backupsOf(model, group);
      if (backups.length === 0 || !isProduction(model, store)) continue;
      // A day to come is a plan, and nothing that was tried.
      const tried = backups.flatMap(dayTried).filter((day) => day <= today);
      const last = tried.sort().at(-1);
      const ago = last === undefined ? undefined : daysBetween(last, today);
      const untold = backups.filter(({ facts: { restoreTested: day } }) => day === undefined || (day && day > today));
      const evidence = { flows: backups };
      if (ago !== undefined && ago <= most) pass(store);
      else if (untold.length > 0) for (const flow of untold) unknown(flow, 'restoreTested');
      else if (last === undefined || ago === undefined)
        report({ at: store, message: 'never', data: { store }, evidence });
      else
        report({
          at: store,
          message: 'old',
          data: { store, day: last, ago: ago === 1 ? '1 day' : `${ago} days` },
          evidence,
        });
    }
  },
});

function dayTried({ facts: { restoreTested } }: Flow): readonly string[] {
  return restoreTested ? [restoreTested] : [];
}

function daysBetween(earlier: string, later: string): number {
  return (dayNumber(later) ?? 0) - (dayNumber(earlier) ?? 0);
}
