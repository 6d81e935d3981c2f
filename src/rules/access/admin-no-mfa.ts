import { administration, defineRule, groupBy } from '../../rules-api.js';

export default defineRule({
  id: 'access/admin-no-mfa',
  severity: 'high',
  summary: 'People who administer production prove who they are only once.',
  impact:
    'One password that leaks, is guessed or is typed into the wrong page opens everything that they may change, and nobody ' +
    'sees the difference.',
  remedy: 'Ask administrators for a second factor: a key, an app, a card.',
  references: ['CWE-308', 'STRIDE:S', 'STRIDE:E', 'NIST IA-2(1)', 'CIS 6.5'],
  messages: { single: 'One factor is enough for {{user}} to administer {{targets}}.' },

  check({ model, pass, report, unknown }) {
    // Where nothing is asked for at all, a second factor is not what is missing.
    const asked = administration(model).filter(({ flow }) => flow.facts.authenticatedBy !== 'none');
    for (const [user, done] of groupBy(asked, (one) => one.user)) {
      const { secondFactor } = user.facts;
      if (secondFactor === undefined) unknown(user, 'secondFactor');
      else if (secondFactor) pass(user);
      else {
        report({
          at: user,
          message: 'single',
          data: { user, targets: [...new Set(done.map(({ target }) => target))] },
          evidence: { flows: done.map(({ flow }) => flow) },
          fix: [{ on: user, set: { secondFactor: true } }],
        });
      }
    }
  },
});
