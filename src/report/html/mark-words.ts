import { type Severity, severities } from '../../audit/finding.js';
import { severityLetters } from '../../audit/severity-letters.js';

/** ` class="mark high"` for the number of a finding, `H2`, so that it looks as on the pictures; nothing for other words. */
export function markWords(text: string): string {
  const severity = severities.find((one) => isMark(text, one));
  return severity === undefined ? '' : ` class="mark ${severity}"`;
}

function isMark(text: string, severity: Severity): boolean {
  return text.startsWith(severityLetters[severity]) && /^[A-Z]\d+$/.test(text);
}
