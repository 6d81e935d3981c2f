import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/hygiene/missing-owner.js';
import { testRule } from '../../../src/testing.js';

function shop(
  owned: { site?: string; zone?: string; server?: string },
  environment: 'production' | 'test' = 'production',
) {
  const site = architecture('shop', { environment, ...(owned.site ? { owner: owned.site } : {}) });
  const zone = site.zone('inside', owned.zone ? { owner: owned.zone } : {});
  zone.server('box', owned.server ? { owner: owned.server } : {}).webServer('web');
  zone.database('orders');
  return site;
}

function cluster() {
  const site = architecture('shop');
  site.cluster('pair', [site.worker('one'), site.worker('two')], { owner: 'operations' });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'the whole has one', model: shop({ site: 'shop team' }) },
    { name: 'the place has one', model: shop({ zone: 'shop team' }) },
    { name: 'the group has one', model: cluster() },
    { name: 'not in production', model: shop({}, 'test') },
  ],
  invalid: [
    {
      name: 'nobody at all',
      model: shop({}),
      findings: [{ at: null, severity: 'low', message: 'No owner is named, neither for the whole nor for any part.' }],
    },
    {
      name: 'some have one',
      model: shop({ server: 'shop team' }),
      findings: [{ at: 'inside/orders', message: 'No owner is named for orders.' }],
    },
  ],
});
