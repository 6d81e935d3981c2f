import type { Reference } from './finding.js';

/** How an id of one framework begins, which edition is meant, and where it can be read. */
interface Framework {
  readonly begins: RegExp;
  readonly name: string;
  url?(code: string): string;
}

const wellArchitected = 'https://docs.aws.amazon.com/wellarchitected/latest/framework';

const frameworks: readonly Framework[] = [
  {
    begins: /^CWE-(\d+)$/,
    name: 'Common Weakness Enumeration 4.18',
    url: (code) => `https://cwe.mitre.org/data/definitions/${code}.html`,
  },
  {
    begins: /^NIST ([A-Z]{2}-\d+(?:\(\d+\))?)$/,
    name: 'NIST SP 800-53 r5',
    url: () => 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final',
  },
  { begins: /^STRIDE:([STRIDE])$/, name: 'STRIDE' },
  {
    begins: /^AWS ([A-Z]+\d\d-BP\d\d)$/,
    name: 'AWS Well-Architected Framework, May 2026',
    url: (code) => `${wellArchitected}/${pageOf(code)}.html`,
  },
  {
    begins: /^CIS (\d+\.\d+)$/,
    name: 'CIS Controls v8.1',
    url: () => 'https://www.cisecurity.org/controls/v8-1',
  },
  {
    begins: /^ASVS (\d+\.\d+\.\d+)$/,
    name: 'OWASP ASVS 5.0',
    url: () => 'https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en',
  },
  { begins: /^ISO (A\.\d+\.\d+)$/, name: 'ISO/IEC 27001:2022, Annex A' },
];

/** The pillars have a page of their own for each; a practice stands in the appendix of its pillar. */
function pageOf(code: string): string {
  return code.startsWith('REL') ? 'a-reliability' : code.startsWith('SEC') ? 'a-security' : 'a-operational-excellence';
}

/** The reference that an id names: framework with edition, and where to read it. What is not known stands for itself. */
export function referenceFor(id: string): Reference {
  for (const { begins, name, url } of frameworks) {
    const code = begins.exec(id)?.[1];
    if (code !== undefined) return url ? { id, framework: name, url: url(code) } : { id, framework: name };
  }
  return { id, framework: 'other' };
}
