import { architecture, type Day } from '../../../src/index.js';
import rule from '../../../src/rules/data/restore-untested.js';
import { testRule } from '../../../src/testing.js';

const today = '2026-07-01';

/** One for each backup; `null`: not told. */
function orders(tested: readonly (Day | false | null)[], environment: 'production' | 'test' = 'production') {
  const site = architecture('shop', { environment });
  const store = site.database('orders');
  tested.forEach((day, index) => {
    store.backsUp(site.backupStore(`vault ${index + 1}`), day === null ? {} : { restoreTested: day });
  });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'tried 180 days ago', today, model: orders(['2026-01-02']) },
    { name: 'tried today', today, model: orders(['2026-07-01']) },
    { name: 'one of several', today, model: orders([false, '2025-01-01', '2026-06-01', null]) },
    { name: 'a longer time allowed', today, model: orders(['2026-01-01']), options: { days: 181 } },
    { name: 'a time in words', today, model: orders(['2025-07-10']), options: { days: '1 year' } },
    { name: 'no backup is another rule’s', today, model: orders([]) },
    { name: 'not in production', today, model: orders([false], 'test') },
  ],
  invalid: [
    {
      name: 'never',
      today,
      model: orders([false, false]),
      findings: [
        {
          at: 'orders',
          severity: 'medium',
          message: 'Nobody has ever tried to restore orders from its backup.',
          evidence: ['orders backsUp vault 1', 'orders backsUp vault 2'],
          fix: [],
        },
      ],
    },
    {
      name: '181 days ago',
      today,
      model: orders(['2025-12-01', '2026-01-01', false]),
      findings: [{ message: 'Restoring orders from its backup was last tried on 2026-01-01, 181 days ago.' }],
    },
    {
      name: 'one day ago',
      today,
      model: orders(['2026-06-30']),
      options: { days: 0 },
      findings: [{ message: /2026-06-30, 1 day ago\.$/ }],
    },
    {
      name: 'a shorter time in words',
      today,
      model: orders(['2026-06-23']),
      options: { days: '1 week' },
      findings: [{ message: /2026-06-23, 8 days ago/ }],
    },
  ],
  cannotTell: [
    { name: 'a day to come', today, model: orders(['2026-07-02']), missing: ['restoreTested'] },
    { name: 'untold', today, model: orders([null]), missing: ['restoreTested'] },
    { name: 'one of them untold', today, model: orders([false, null]), missing: ['restoreTested'] },
  ],
});
