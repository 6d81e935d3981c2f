import { architecture, type Trust } from '../../../src/index.js';
import rule from '../../../src/rules/network/borrowed-addresses.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

type Told = string | readonly string[];

function zones(...told: readonly (readonly [Trust | undefined, Told | undefined])[]) {
  const site = architecture('shop');
  for (const [index, [trust, cidr]] of told.entries()) {
    site.zone(`zone ${index + 1}`, { ...(trust && { trust }), ...(cidr && { cidr: cidr as never }) });
  }
  return site;
}

testRule(rule, {
  valid: [
    { name: 'nothing there', model: architecture('shop') },
    { name: 'private blocks', model: zones(['private', '10.0.0.0/16'], ['data', ['172.16.0.0/24', '192.168.0.0/24']]) },
    { name: 'a network of IPv6 has its own', model: zones(['private', '2001:db8::/32']) },
    { name: 'what is entered from outside may be public', model: zones(['dmz', '172.68.0.0/24']) },
    { name: 'whether it is internal is not told', model: zones([undefined, '172.68.0.0/24']) },
    { name: 'which addresses is not told', model: zones(['private', undefined]) },
  ],
  invalid: [
    {
      name: 'next to a private block',
      model: zones(['private', '172.68.3.0/24'], ['data', '10.0.0.0/24']),
      findings: [
        {
          at: 'zone 1',
          severity: 'low',
          message: 'zone 1 has addresses that are not private, and nothing says they are yours: 172.68.3.0/24.',
        },
      ],
    },
    {
      name: 'several are one plan; what is free is not named',
      model: zones(['private', ['192.168.0.0/24', '11.0.0.0/24']], ['data', '12.0.0.0/24']),
      findings: [
        {
          at: ['zone 1', 'zone 2'],
          message:
            'zone 1 and zone 2 have addresses that are not private, and nothing says they are yours: 11.0.0.0/24 and 12.0.0.0/24.',
        },
      ],
    },
  ],
});

test('passes each zone whose addresses are all its own, and none that tells no address', () => {
  expect(passesOf(rule, zones(['private', '10.0.0.0/16'], ['data', ['172.16.0.0/24', '192.168.0.0/24']]))).toBe(2);
  expect(passesOf(rule, zones(['private', '172.68.3.0/24'], ['data', '10.0.0.0/24']))).toBe(1);
  expect(passesOf(rule, zones(['private', ['192.168.0.0/24', '11.0.0.0/24']]))).toBe(0);
  expect(passesOf(rule, zones(['private', undefined]))).toBe(0);
});
