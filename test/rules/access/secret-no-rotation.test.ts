import { type Authentication, architecture, type Duration } from '../../../src/index.js';
import rule from '../../../src/rules/access/secret-no-rotation.js';
import { testRule } from '../../../src/testing.js';

function accounts(periods: readonly (Duration | undefined)[], authenticatedBy: Authentication = 'password') {
  const site = architecture('shop');
  const app = site.appServer('app');
  const orders = site.database('orders');
  for (const [index, rotatedEvery] of periods.entries()) {
    const account = site.account(`account ${index + 1}`, rotatedEvery === undefined ? {} : { rotatedEvery });
    app.reads(orders, { as: account, authenticatedBy });
  }
  return site;
}

testRule(rule, {
  valid: [
    { name: 'every few months', model: accounts(['90 days']) },
    { name: 'once a year', model: accounts(['365 days', '1 year', '12 months']) },
    { name: 'there is no secret', model: accounts([undefined], 'iam role') },
    { name: 'as often as asked for', model: accounts(['30 days']), options: { days: 30 } },
  ],
  invalid: [
    {
      name: 'a day more than a year',
      model: accounts(['366 days']),
      findings: [
        {
          at: 'account/account 1',
          severity: 'low',
          message: 'What opens account 1 is changed only every 366 days.',
          fix: [{ on: { element: 'account/account 1' }, set: { rotatedEvery: '90 days' } }],
        },
      ],
    },
    {
      name: 'alike ones are one finding',
      model: accounts(['2 years', '3 years', '2 years']),
      findings: [
        {
          at: ['account/account 1', 'account/account 3'],
          message: 'What opens account 1 and account 3 is changed only every 2 years.',
        },
        { at: 'account/account 2' },
      ],
    },
    { name: 'more seldom than asked for', model: accounts(['31 days']), options: { days: 30 }, findings: [{}] },
  ],
  cannotTell: [{ name: 'untold', model: accounts([undefined]), missing: ['rotatedEvery'] }],
});
