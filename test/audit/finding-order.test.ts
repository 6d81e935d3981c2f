import fc from 'fast-check';
import { audit } from '../../src/audit/audit.js';
import { compareKeys, inFindingOrder } from '../../src/audit/finding-order.js';
import { defineRule, type Severity } from '../../src/rules-api.js';
import { build } from '../support/build.js';
import { speaksOf } from './rules.js';
import { smallShop } from './sites.js';

const today = '2026-11-21';
const model = build(smallShop().site)[0]!;

test('severity, then family, then place in the model', () => {
  const rules = [
    speaksOf(['webServer'], { id: 'hygiene/a', severity: 'low' }),
    speaksOf(['webServer'], { id: 'acme/own', severity: 'high' }),
    speaksOf(['webServer', 'loadBalancer'], { id: 'transport/b', severity: 'high' }),
    speaksOf(['database'], { id: 'availability/c', severity: 'high' }),
    speaksOf(['database'], { id: 'hygiene/d', severity: 'critical' }),
  ];
  const found = audit(model, { today, rules }).findings.map(({ rule, element }) => `${rule} ${element}`);
  expect(found).toEqual([
    'hygiene/d orders',
    'availability/c orders',
    'transport/b balancer',
    'transport/b server-1/web',
    'transport/b server-2/web',
    'acme/own server-1/web',
    'acme/own server-2/web',
    'hygiene/a server-1/web',
    'hygiene/a server-2/web',
  ]);
  const reversed = audit(model, { today, rules: [...rules].reverse() }).findings.map(
    ({ rule, element }) => `${rule} ${element}`,
  );
  expect(reversed).toEqual(found);
});

test('on one element the id of the rule decides, by code units', () => {
  const ids = ['data/a', 'data/a--b', 'data/a-b', 'data/a0', 'data/b', 'data/c', 'data/d', 'data/e'];
  const rules = [...ids].reverse().map((id) => speaksOf(['database'], { id, severity: 'high' }));
  expect(audit(model, { today, rules }).findings.map(({ rule }) => rule)).toEqual(ids);
});

test('the model as a whole stands first, a flow behind its source', () => {
  const rule = defineRule({
    ...speaksOf([]),
    references: [],
    messages: { x: 'x' },
    check({ model: { flows, byKind }, report }) {
      report({ message: 'x', at: byKind.appServer[0]! });
      report({ message: 'x', at: flows.find(({ verb }) => verb === 'balances')! });
      report({ message: 'x', at: byKind.loadBalancer[0]! });
      report({ message: 'x' });
    },
  });
  const found = audit(model, { today, rules: [rule] }).findings.map(({ element, flow }) => element ?? flow ?? 'model');
  expect(found).toEqual(['model', 'balancer', 'balancer balances server-1/web', 'app']);
});

test('is a total order: any shuffle sorts to the same', () => {
  const severities: readonly Severity[] = ['high', 'low'];
  const rules = severities.flatMap((severity) =>
    ['data/a', 'zz/b', 'aa/b'].map((id) =>
      speaksOf(['webServer', 'database', 'user'], { id: `${id}-${severity}`, severity }),
    ),
  );
  const { findings } = audit(model, { today, rules });
  fc.assert(
    fc.property(fc.shuffledSubarray([...findings], { minLength: findings.length }), (shuffled) => {
      expect(inFindingOrder(model, shuffled)).toEqual(findings);
    }),
    { seed: 7, numRuns: 50 },
  );
});

test('keys compare entry by entry', () => {
  expect(compareKeys([1, 'a'], [1, 'b'])).toBe(-1);
  expect(compareKeys([2, 'a'], [1, 'b'])).toBe(1);
  expect(compareKeys([1, 'a'], [1, 'a'])).toBe(0);
});
