import { audit } from '../../src/audit/audit.js';
import { handles } from '../../src/audit/fingerprint.js';
import { defineRule } from '../../src/rules-api.js';
import { build } from '../support/build.js';
import { speaksOf } from './rules.js';
import { smallShop } from './sites.js';

const today = '2026-11-21';

function printOf(site: object, rule = speaksOf(['database'])): string {
  return audit(build(site)[0]!, { today, rules: [rule] }).findings[0]!.fingerprint;
}

const usual = printOf(smallShop().site);

test('does not change with severity, message, options or place in the file', () => {
  const reworded = defineRule({
    ...speaksOf(['database']),
    references: [],
    messages: { here: 'Otherwise: {{element}}!' },
  });
  expect(printOf(smallShop().site, reworded)).toBe(usual);
  expect(printOf(smallShop('shop', { summary: 'x', environment: 'production' }).site)).toBe(usual);
});

test('changes with the architecture, its environment, the rule and the elements', () => {
  const others = [
    printOf(smallShop('other').site),
    printOf(smallShop('shop', { environment: 'staging' }).site),
    printOf(smallShop().site, speaksOf(['database'], { id: 'test/other' })),
    printOf(smallShop().site, speaksOf(['loadBalancer'])),
  ];
  expect(new Set([usual, ...others]).size).toBe(5);
});

test('takes elements in any order, and what the rule tells apart', () => {
  const rule = (turned: boolean, discriminator?: string) =>
    defineRule({
      ...speaksOf([]),
      references: [],
      messages: { pair: 'A pair.' },
      check({ model, report }) {
        const pair = [...model.byKind.webServer];
        if (turned) pair.reverse();
        report({ message: 'pair', at: pair, ...(discriminator === undefined ? {} : { discriminator }) });
      },
    });
  const { site } = smallShop();
  expect(printOf(site, rule(false))).toBe(printOf(site, rule(true)));
  expect(printOf(site, rule(false, 'other'))).not.toBe(printOf(site, rule(false)));
});

test('handles are the shortest prefixes that tell apart, six digits at least', () => {
  const prints = ['aaaaaaaa11', 'aaaaaaaa22', 'bbbbbbbb11', 'aaaaaaab11'];
  expect([...handles(prints)]).toEqual([
    ['aaaaaaaa11', 'aaaaaaaa1'],
    ['aaaaaaaa22', 'aaaaaaaa2'],
    ['aaaaaaab11', 'aaaaaaab'],
    ['bbbbbbbb11', 'bbbbbb'],
  ]);
  expect([...handles([])]).toEqual([]);
});
