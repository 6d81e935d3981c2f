import { test } from 'node:test';
import { architecture } from 'stanchion';
import { testRule } from 'stanchion/testing';
import rule from '../rules/engine-unsupported.js';

function shopWith(facts, environment = 'production') {
  const site = architecture('Shop', { environment });
  site.database('orders', facts);
  return site;
}

testRule(
  rule,
  {
    valid: [
      { name: 'a supported engine', model: shopWith({ engine: 'postgresql' }), passes: 1 },
      { name: 'a test system may have any', model: shopWith({ engine: 'mysql' }, 'test'), passes: 0 },
      { name: 'another list', model: shopWith({ engine: 'mysql' }), options: { engines: ['mysql'] } },
    ],
    invalid: [
      {
        name: 'another engine',
        model: shopWith({ engine: 'mysql' }),
        findings: [{ at: 'orders', message: 'orders is mysql, which nobody is on call for.', evidence: ['orders'] }],
      },
    ],
    cannotTell: [{ name: 'no engine is told', model: shopWith({}), missing: ['engine'] }],
  },
  test,
);
