import { dayNumber, defineRule } from '../../rules-api.js';

export default defineRule({
  id: 'transport/cert-expiry',
  severity: 'high',
  summary: 'A certificate has run out, soon will, or is valid for longer than browsers accept.',
  impact: 'On the day it runs out every client refuses to connect: the service is down although every server works.',
  remedy: 'Renew it, and have it renewed by itself from now on, with somebody told when that fails.',
  references: ['CWE-298', 'STRIDE:D', 'AWS SEC09-BP01', 'NIST SC-17'],
  options: { days: 30, longestDays: 398 },
  messages: {
    expired: 'The certificate {{certificate}} ran out on {{day}}.',
    soon: 'The certificate {{certificate}} runs out on {{day}}, in {{days}}.',
    long: 'The certificate {{certificate}} is valid for {{days}}, from {{issued}} to {{day}}.',
  },

  check({ model, transport, options, today, pass, report, unknown }) {
    const now = dayNumber(today) ?? 0;
    for (const certificate of model.byKind.certificate) {
      const { expires: day, issued, selfSigned } = certificate.facts;
      const last = day === undefined ? undefined : dayNumber(day);
      if (day === undefined || last === undefined) {
        unknown(certificate, 'expires');
        continue;
      }
      const evidence = { elements: transport.holdersOf(certificate) };
      const left = last - now;
      const valid = issued === undefined ? 0 : last - (dayNumber(issued) ?? last);
      if (left < 0)
        report({ at: certificate, message: 'expired', data: { certificate, day }, evidence, severity: 'critical' });
      else if (left <= options.days) {
        report({ at: certificate, message: 'soon', data: { certificate, day, days: inDays(left) }, evidence });
      } else if (valid > options.longestDays && issued !== undefined && !selfSigned) {
        report({
          at: certificate,
          message: 'long',
          data: { certificate, days: inDays(valid), issued, day },
          evidence,
          severity: 'low',
          impact:
            'Browsers refuse a public certificate of such a length, and a key that leaks is of use to its finder until then.',
          remedy: 'Have it issued for a shorter time, and renewed by itself.',
        });
      } else pass(certificate);
    }
  },
});

function inDays(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
