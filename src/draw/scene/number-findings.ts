import type { Audit, Finding } from '../../audit/finding.js';
import { severityLetters } from '../../audit/severity-letters.js';
import { cleanText } from '../text/clean-text.js';
import type { Mark } from './scene.js';

/** The part of an audit that is drawn. */
export interface Found extends Pick<Audit, 'findings' | 'accepted'> {
  /** Left out: all. */
  readonly drawn?: ReadonlySet<Finding>;
}

/** Every finding with its mark: numbered through in the audit's order, accepted ones behind the others. */
export function numberFindings(audit: Found): ReadonlyMap<Finding, Mark> {
  const all = [...audit.findings, ...audit.accepted];
  return new Map(all.map((finding, index) => [finding, markOf(finding, index + 1)]));
}

function markOf(finding: Finding, number: number): Mark {
  return {
    letter: severityLetters[finding.severity],
    number,
    severity: finding.severity,
    rule: finding.rule,
    text: cleanText(finding.message),
    accepted: finding.accepted !== undefined,
    ...(finding.accepted?.until !== undefined && { until: finding.accepted.until }),
  };
}
