import { architecture, type CertificateFacts, https } from '../../../src/index.js';
import rule from '../../../src/rules/transport/cert-expiry.js';
import { testRule } from '../../../src/testing.js';

const today = '2026-11-21';

function certified(facts: CertificateFacts) {
  const site = architecture('shop');
  const certificate = site.certificate('shop', facts);
  site.loadBalancer('balancer', { listens: https(certificate) });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'a month and a day to go', model: certified({ expires: '2026-12-22' }), today },
    {
      name: 'ninety days, half of them gone',
      model: certified({ issued: '2026-10-15', expires: '2027-01-13' }),
      today,
    },
    {
      name: 'long, but one’s own',
      model: certified({ issued: '2026-01-01', expires: '2036-01-01', selfSigned: true }),
      today,
    },
    {
      name: 'soon, but late enough for a robot',
      model: certified({ expires: '2026-12-01' }),
      today,
      options: { days: 7 },
    },
  ],
  invalid: [
    {
      name: 'run out yesterday',
      model: certified({ expires: '2026-11-20' }),
      today,
      findings: [
        {
          at: 'certificate/shop',
          severity: 'critical',
          message: 'The certificate shop ran out on 2026-11-20.',
          evidence: ['balancer'],
        },
      ],
    },
    {
      name: 'runs out today',
      model: certified({ expires: '2026-11-21' }),
      today,
      findings: [{ severity: 'high', message: 'The certificate shop runs out on 2026-11-21, in 0 days.' }],
    },
    {
      name: 'runs out in thirty days',
      model: certified({ expires: '2026-12-21' }),
      today,
      findings: [{ severity: 'high', message: /in 30 days\.$/ }],
    },
    {
      name: 'valid for three years',
      model: certified({ issued: '2026-01-01', expires: '2029-01-01' }),
      today,
      findings: [
        { severity: 'low', message: 'The certificate shop is valid for 1096 days, from 2026-01-01 to 2029-01-01.' },
      ],
    },
  ],
  cannotTell: [{ name: 'no last day', model: certified({}), today, missing: ['expires'] }],
});
