import type { Audit, Finding } from '../audit/finding.js';
import { severityLetters } from '../audit/severity-letters.js';

/** `H2`, as pictures number it: by severity and place in the audit's order, accepted ones behind the others. */
export function findingMarks(audit: Audit): ReadonlyMap<Finding, string> {
  const all = [...audit.findings, ...audit.accepted];
  return new Map(all.map((finding, index) => [finding, `${severityLetters[finding.severity]}${index + 1}`]));
}
