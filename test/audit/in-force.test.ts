import { inForce } from '../../src/audit/in-force.js';
import type { Rule } from '../../src/rules-api.js';
import { speaksOf } from './rules.js';

const id = 'test/rule';
const rule: Rule = { ...speaksOf(['server'], { id }), severity: 'high', options: { days: 30, share: 1 } };

test('where nothing is said the rule decides', () => {
  expect(inForce(rule, {})).toEqual({ severity: 'high', options: { days: 30, share: 1 }, scopes: [] });
});

test('settings go before the rule, and scopes are told as far as they are about it', () => {
  const settings = {
    severities: { [id]: 'off', 'test/other': 'low' },
    options: { [id]: { days: 5 } },
    scopes: [
      { severities: { 'test/other': 'low' } },
      { severities: { [id]: 'low' } },
      { options: { [id]: { share: 2 } } },
    ],
  } as const;
  expect(inForce(rule, settings)).toEqual({
    severity: 'off',
    options: { days: 5, share: 1 },
    scopes: [{ severity: 'low' }, { options: { share: 2 } }],
  });
});
