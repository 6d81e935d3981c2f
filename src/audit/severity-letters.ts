import type { Severity } from './finding.js';

/** `H2` on a picture, in a report and in a terminal is the same finding: the letter, and its place in the audit's order. */
export const severityLetters = {
  critical: 'C',
  high: 'H',
  medium: 'M',
  low: 'L',
} as const satisfies Readonly<Record<Severity, string>>;
