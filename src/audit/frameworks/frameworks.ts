import type { FrameworkName } from './framework-names.js';

/** The frameworks by which an audit can be told, and how ids of rules' references name their controls. */
interface Framework {
  /** As people call it, where no reference of a rule tells the edition. */
  readonly title: string;
  /** What stands before a control's own number in a reference. */
  readonly prefix: string;
  /** Where the parts of a framework do not follow the alphabet. */
  readonly order?: readonly string[];
  /** Controls are called after the chapter that they stand in. */
  readonly isByChapter?: true;
}

export const frameworks: Readonly<Record<FrameworkName, Framework>> = {
  stride: { title: 'STRIDE', prefix: 'STRIDE:', order: ['S', 'T', 'R', 'I', 'D', 'E'] },
  'nist-800-53': { title: 'NIST SP 800-53 r5', prefix: 'NIST ' },
  'aws-well-architected': {
    title: 'AWS Well-Architected Framework',
    prefix: 'AWS ',
    order: ['OPS', 'SEC', 'REL', 'PERF', 'COST', 'SUS'],
  },
  cwe: { title: 'Common Weakness Enumeration', prefix: 'CWE-' },
  asvs: { title: 'OWASP ASVS 5.0', prefix: 'ASVS ', isByChapter: true },
  cis: { title: 'CIS Controls v8.1', prefix: 'CIS ', isByChapter: true },
};

export function frameworkOf(name: FrameworkName): Framework {
  return frameworks[name];
}
