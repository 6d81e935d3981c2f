import { type Authentication, architecture, type ExternalRole } from '../../../src/index.js';
import rule from '../../../src/rules/access/secret-not-vaulted.js';
import { testRule } from '../../../src/testing.js';

type Place = 'vault' | 'vaults' | 'identities' | 'server' | ExternalRole | 'others';

interface Given {
  readonly keptIn?: Place;
  readonly accounts?: number;
  readonly by?: readonly Authentication[];
}

function shop({ keptIn, accounts = 1, by = ['password'] }: Given) {
  const site = architecture('shop');
  const server = site.server('server');
  const app = server.appServer('app');
  const orders = site.database('orders');
  const place = () => {
    if (keptIn === 'vault') return site.secretStore('vault');
    if (keptIn === 'vaults') return site.cluster('vaults', [site.secretStore('one'), site.secretStore('two')]);
    if (keptIn === 'identities') return site.identityProvider('identities');
    if (keptIn === 'server') return server;
    return site.externalService('outside', keptIn === 'others' || keptIn === undefined ? {} : { role: keptIn });
  };
  const facts = keptIn === undefined ? {} : { keptIn: place() };
  for (let number = 1; number <= accounts; number += 1) {
    const account = site.account(`account ${number}`, facts);
    for (const authenticatedBy of by) app.reads(orders, { as: account, authenticatedBy });
  }
  return site;
}

function unused() {
  const site = architecture('shop');
  site.account('account', { keptIn: site.server('server') });
  return site;
}

function besideVault(...vaults: readonly string[]) {
  const site = shop({ keptIn: 'server' });
  for (const name of vaults) site.secretStore(name);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'in a secret store', model: shop({ keptIn: 'vault' }) },
    { name: 'in one of several', model: shop({ keptIn: 'vaults' }) },
    { name: 'in an identity provider', model: shop({ keptIn: 'identities' }) },
    { name: 'with others, for whatever', model: shop({ keptIn: 'others' }) },
    { name: 'with others, said to be something else', model: shop({ keptIn: 'other' }) },
    { name: 'with others, for identities', model: shop({ keptIn: 'identity' }) },
    { name: 'there is no secret', model: shop({ keptIn: 'server', by: ['iam role', 'network address'] }) },
    { name: 'no account', model: architecture('shop') },
  ],
  invalid: [
    {
      name: 'on a server',
      model: shop({ keptIn: 'server' }),
      findings: [
        {
          at: 'account/account 1',
          severity: 'medium',
          message: 'What opens account 1 is kept in server, which is no secret store.',
          evidence: ['server'],
          fix: [],
        },
      ],
    },
    {
      name: 'there is a secret store for it',
      model: besideVault('vault'),
      findings: [{ fix: [{ on: { element: 'account/account 1' }, set: { keptIn: { $element: 'vault' } } }] }],
    },
    { name: 'there are two', model: besideVault('one', 'two'), findings: [{ fix: [] }] },
    {
      name: 'in the source code',
      model: shop({ keptIn: 'source code' }),
      findings: [{ at: 'account/account 1', severity: 'high' }],
    },
    { name: 'with others, for something else', model: shop({ keptIn: 'storage' }), findings: [{ severity: 'medium' }] },
    {
      name: 'several in one place are one finding',
      model: shop({ keptIn: 'server', accounts: 2 }),
      findings: [{ at: ['account/account 1', 'account/account 2'], message: /^What opens account 1 and account 2 is/ }],
    },
    {
      name: 'used once without a secret and once with one',
      model: shop({ keptIn: 'server', by: ['single sign-on', 'password'] }),
      findings: [{}],
    },
    { name: 'used by nobody yet', model: unused(), findings: [{ at: 'account/account' }] },
  ],
  cannotTell: [{ name: 'untold', model: shop({}), missing: ['keptIn'] }],
});
