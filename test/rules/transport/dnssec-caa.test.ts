import { architecture, type DnsFacts } from '../../../src/index.js';
import rule from '../../../src/rules/transport/dnssec-caa.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

function zoneThat(facts: DnsFacts, visitor: 'user' | 'partner' | 'service' = 'user') {
  const site = architecture('shop');
  const web = site.appServer('web');
  const record = site.dns('example.org', facts).record('A', 'www', web);
  if (visitor === 'user') site.user('visitor').visits(record);
  if (visitor === 'partner') site.externalService('partner').calls(record);
  if (visitor === 'service') site.worker('worker').calls(record);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'signed, and with a CAA record', model: zoneThat({ dnssec: true, caa: true }) },
    { name: 'looked up inside only', model: zoneThat({ dnssec: false }, 'service') },
    { name: 'no zone', model: architecture('shop') },
  ],
  invalid: [
    {
      name: 'neither',
      model: zoneThat({ dnssec: false, caa: false }),
      findings: [
        {
          at: 'dns/example.org',
          severity: 'low',
          message:
            'example.org is not signed with DNSSEC, and has no CAA record that says who may issue its certificates.',
        },
      ],
    },
    {
      name: 'not signed',
      model: zoneThat({ dnssec: false, caa: true }, 'partner'),
      findings: [{ message: 'example.org is not signed with DNSSEC.' }],
    },
    {
      name: 'no CAA record',
      model: zoneThat({ dnssec: true, caa: false }),
      findings: [{ message: 'example.org has no CAA record that says who may issue its certificates.' }],
    },
  ],
  cannotTell: [
    { name: 'untold', model: zoneThat({}), missing: ['caa', 'dnssec'] },
    { name: 'one is untold', model: zoneThat({ dnssec: true }), missing: ['caa'] },
  ],
});

test('passes a zone that is signed and has a CAA record, not one of which half is told', () => {
  expect(passesOf(rule, zoneThat({ dnssec: true, caa: true }))).toBe(1);
  for (const facts of [{ dnssec: true }, { caa: true }, {}, { dnssec: false, caa: true }])
    expect(passesOf(rule, zoneThat(facts))).toBe(0);
});
