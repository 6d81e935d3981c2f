import { architecture, type Day } from '../../../src/index.js';
import rule from '../../../src/rules/hygiene/model-stale.js';
import { testRule } from '../../../src/testing.js';

const shop = (reviewed?: Day) => architecture('shop', reviewed ? { reviewed } : {});
const today = '2026-07-01';

testRule(rule, {
  valid: [
    { name: '365 days ago', today, model: shop('2025-07-01') },
    { name: 'today', today, model: shop('2026-07-01') },
    { name: 'a longer time in words', today, model: shop('2024-07-02'), options: { days: '2 years' } },
  ],
  invalid: [
    {
      name: '366 days ago',
      today,
      model: shop('2025-06-30'),
      findings: [
        {
          at: null,
          severity: 'low',
          message: 'The model was last compared with what runs on 2025-06-30, 366 days ago.',
          fix: [],
        },
      ],
    },
    { name: 'a shorter time', today, model: shop('2026-06-20'), options: { days: 10 }, findings: [{}] },
  ],
  cannotTell: [
    { name: 'never told', today, model: shop(), missing: ['reviewed'] },
    { name: 'a day to come', today, model: shop('2026-07-02'), missing: ['reviewed'] },
  ],
});
