import { accountsWithSecret, defineRule, type Element, groupBy, seconds } from '../../rules-api.js';

const day = 86_400;

export default defineRule({
  id: 'access/secret-no-rotation',
  severity: 'low',
  summary: 'What opens an account is changed too seldom.',
  impact: 'Whoever once got hold of it, a former colleague or the finder of an old backup, can use it for years.',
  remedy: 'Change it by itself, every few months at the latest, and at once when somebody who knew it leaves.',
  references: ['CWE-262', 'NIST IA-5', 'ASVS 13.3.4'],
  options: { days: 365 },
  messages: { seldom: 'What opens {{accounts}} is changed only every {{period}}.' },

  check({ model, options, pass, report, unknown }) {
    const seldom: Element[] = [];
    for (const account of accountsWithSecret(model)) {
      const { rotatedEvery } = account.facts;
      if (rotatedEvery === undefined) unknown(account, 'rotatedEvery');
      // A year is some hours longer than 365 days.
      else if (Math.floor(seconds(rotatedEvery) / day) > options.days) seldom.push(account);
      else pass(account);
    }
    for (const [period, accounts] of groupBy(seldom, ({ facts }) => facts.rotatedEvery ?? '')) {
      const fix = accounts.map((on) => ({ on, set: { rotatedEvery: '90 days' } }));
      report({ at: accounts, message: 'seldom', data: { accounts, period }, fix });
    }
  },
});
