import { accountsWithSecret } from '../../../src/audit/questions/secrets.js';
import { type Authentication, architecture } from '../../../src/index.js';
import { build } from '../../support/build.js';

/** Whether an account counts that is used in these ways. */
function counts(ways: readonly (Authentication | undefined)[]): boolean {
  const site = architecture('shop');
  const orders = site.database('orders');
  const account = site.account('account');
  const app = site.appServer('app');
  for (const way of ways) app.reads(orders, { as: account, ...(way && { authenticatedBy: way }) });
  return accountsWithSecret(build(site)[0]!).length === 1;
}

test.each(['password', 'api key', 'token', 'client certificate', 'ssh key', 'unspecified', undefined] as const)(
  'somebody keeps a secret for %s',
  (way) => expect(counts([way])).toBe(true),
);

test.each(['none', 'network address', 'iam role', 'single sign-on'] as const)('nobody keeps one for %s', (way) =>
  expect(counts([way])).toBe(false),
);

test('one way with a secret is enough, and an account that is not used yet may have one', () => {
  expect(counts(['iam role', 'password'])).toBe(true);
  expect(counts(['iam role', 'none'])).toBe(false);
  expect(counts([])).toBe(true);
});
