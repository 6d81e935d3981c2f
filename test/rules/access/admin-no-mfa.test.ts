import { type Authentication, architecture, type Environment } from '../../../src/index.js';
import rule from '../../../src/rules/access/admin-no-mfa.js';
import { testRule } from '../../../src/testing.js';

interface Given {
  readonly secondFactor?: boolean;
  readonly by?: Authentication;
  readonly environment?: Environment;
}

function administered({ secondFactor, by, environment = 'production' }: Given) {
  const site = architecture('shop', { environment });
  const operator = site.user('operator', secondFactor === undefined ? {} : { secondFactor });
  const facts = by ? { authenticatedBy: by } : {};
  for (const server of site.servers(2, 'server', (one) => one)) operator.administers(server, facts);
  return site;
}

function visitor() {
  const site = architecture('shop');
  site.user('visitor', { secondFactor: false }).visits(site.appServer('app'));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'two factors', model: administered({ secondFactor: true }) },
    { name: 'outside of production', model: administered({ secondFactor: false, environment: 'test' }) },
    { name: 'no factor at all is another rule’s', model: administered({ secondFactor: false, by: 'none' }) },
    { name: 'who administers nothing', model: visitor() },
  ],
  invalid: [
    {
      name: 'one factor',
      model: administered({ secondFactor: false }),
      findings: [
        {
          at: 'user/operator',
          severity: 'high',
          message: 'One factor is enough for operator to administer server-1 and server-2.',
          evidence: ['user/operator administers server-1', 'user/operator administers server-2'],
          fix: [{ on: { element: 'user/operator' }, set: { secondFactor: true } }],
        },
      ],
    },
    {
      name: 'an ssh key is one factor',
      model: administered({ secondFactor: false, by: 'ssh key' }),
      findings: [{ at: 'user/operator' }],
    },
  ],
  cannotTell: [{ name: 'untold', model: administered({}), missing: ['secondFactor'] }],
});
