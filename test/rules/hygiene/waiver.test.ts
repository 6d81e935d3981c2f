import type { ArchitectureDocument, Waiver } from '../../../src/graph/architecture.js';
import { architecture, http } from '../../../src/index.js';
import rule from '../../../src/rules/hygiene/waiver.js';
import plaintextExternal from '../../../src/rules/transport/plaintext-external.js';
import { testRule } from '../../../src/testing.js';
import { collect } from '../../../src/vocabulary/collect.js';

const today = '2026-11-21';
const beside = [plaintextExternal];

/** As JSON, for the builder refuses some of these. */
function accepting(...waivers: readonly Waiver[]): ArchitectureDocument {
  const site = architecture('shop');
  const lb = site.loadBalancer('balancer', { listens: http() });
  site.user('visitor').visits(lb);
  return { ...collect(site).documents[0]!, waivers };
}

const good = { rule: 'transport/plaintext-external', element: 'balancer', because: 'It shows public timetables only.' };

const unused = { ...good, element: 'user/visitor' };
const at = (line: number) => ({ file: 'shop.ts', line, column: 4 });

testRule(rule, {
  valid: [
    { name: 'a finding is accepted until its last day', model: accepting({ ...good, until: today }), today, beside },
    { name: 'nothing is accepted', model: accepting(), today, beside },
  ],
  invalid: [
    {
      name: 'run out',
      model: accepting({ ...good, until: '2026-11-20' }),
      today,
      beside,
      findings: [
        {
          at: 'balancer',
          severity: 'medium',
          message: "The acceptance of 'transport/plaintext-external' on balancer ran out on 2026-11-20.",
        },
      ],
    },
    {
      name: 'a rule that is none',
      model: accepting({ ...good, rule: 'transport/plaintext-externel' }),
      today,
      beside,
      findings: [{ severity: 'medium', message: /names no rule: 'transport\/plaintext-external' is the nearest\.$/ }],
    },
    {
      name: 'no reason',
      model: accepting({ ...good, because: '' }),
      today,
      beside,
      findings: [{ message: /gives no reason/ }],
    },
    {
      name: 'of no use, for the whole and for one element',
      model: accepting({ ...good, element: 'user/visitor' }, { rule: 'hygiene/waiver', because: 'Enough.' }),
      today,
      beside,
      findings: [
        { at: null, severity: 'low', message: /cannot be accepted/ },
        { at: 'user/visitor', severity: 'low', message: /there is no such finding/ },
      ],
    },
    {
      name: 'one that ran out or is of no use can go',
      model: accepting({ ...good, until: '2026-11-20', at: at(7) }, { ...unused, at: at(8) }),
      today,
      beside,
      findings: [
        { message: /ran out/, fix: [{ remove: at(7) }] },
        { message: /accepts nothing/, fix: [{ remove: at(8) }] },
      ],
    },
    {
      name: 'unless the same statement accepts something elsewhere',
      model: accepting({ ...good, at: at(7) }, { ...unused, at: at(7) }),
      today,
      beside,
      findings: [{ message: /accepts nothing/, fix: [] }],
    },
    {
      name: 'nor where it is not known what was written',
      model: accepting(unused, { ...good, because: '', at: at(7) }),
      today,
      beside,
      findings: [
        { message: /gives no reason/, fix: [] },
        { message: /accepts nothing/, fix: [] },
      ],
    },
    {
      name: 'the same mistake twice is one',
      model: accepting({ ...good, because: '' }, { ...good, because: ' ' }),
      today,
      beside,
      findings: [{}],
    },
  ],
});
