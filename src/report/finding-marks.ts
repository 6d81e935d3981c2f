import type { Audit, Finding } from '../audit/finding.js';
import { severityLetters } from '../audit/severity-letters.js';

/**
 * `H2`, as pictures number it: by severity and place in the audit's order, accepted ones behind the others, those of the baseline
 * last. A part of an audit has the marks of the whole.
 */
export function findingMarks({ whole, ...part }: Audit): ReadonlyMap<Finding, string> {
  const { findings, accepted, baselined = [] } = whole ?? part;
  const all = [...findings, ...accepted, ...baselined];
  return new Map(all.map((finding, index) => [finding, `${severityLetters[finding.severity]}${index + 1}`]));
}
