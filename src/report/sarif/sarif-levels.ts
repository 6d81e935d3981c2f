import type { Severity } from '../../audit/finding.js';
import type { Level } from './sarif-log.js';

export const levels: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** On the scale of CVSS, in the middle of what its readers call critical (above 9), high (from 7), medium (from 4) and low. */
export const securitySeverities: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};
