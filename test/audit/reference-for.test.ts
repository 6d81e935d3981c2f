import { referenceFor } from '../../src/audit/reference-for.js';

const wellArchitected = 'https://docs.aws.amazon.com/wellarchitected/latest/framework';

test.each<[string, string, string | undefined]>([
  ['CWE-319', 'Common Weakness Enumeration 4.18', 'https://cwe.mitre.org/data/definitions/319.html'],
  ['NIST SC-8(1)', 'NIST SP 800-53 r5', 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final'],
  ['STRIDE:I', 'STRIDE', undefined],
  ['AWS REL11-BP02', 'AWS Well-Architected Framework, May 2026', `${wellArchitected}/a-reliability.html`],
  ['AWS SEC09-BP01', 'AWS Well-Architected Framework, May 2026', `${wellArchitected}/a-security.html`],
  ['AWS OPS04-BP01', 'AWS Well-Architected Framework, May 2026', `${wellArchitected}/a-operational-excellence.html`],
  ['CIS 3.10', 'CIS Controls v8.1', 'https://www.cisecurity.org/controls/v8-1'],
  ['ASVS 12.3.3', 'OWASP ASVS 5.0', 'https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en'],
  ['ISO A.8.24', 'ISO/IEC 27001:2022, Annex A', undefined],
  ['Our own 7', 'other', undefined],
  ['CWE-319 and more', 'other', undefined],
])('%s', (id, framework, url) => {
  expect(referenceFor(id)).toStrictEqual(url === undefined ? { id, framework } : { id, framework, url });
});
