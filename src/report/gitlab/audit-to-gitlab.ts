import type { Audit, Finding, Severity } from '../../audit/finding.js';
import type { Problem } from '../../graph/problem.js';
import { plainLine } from '../markdown/escape-markdown.js';
import { placeOf } from '../place-of.js';
import type { ReportOptions } from '../report-options.js';

/** An entry of GitLab's code quality report. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  /** No two of a file are alike. */
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const severities: Readonly<Record<Severity, Issue['severity']>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
};

/**
 * The audits as GitLab's code quality report, which has no place for what is accepted, in the baseline or not known: that is left out.
 * GitLab compares the reports of two branches by the fingerprints.
 */
export function auditToGitlab(audits: readonly Audit[], options: ReportOptions): string {
  const issues = [
    ...options.problems.map(problemIssue),
    ...audits.flatMap((audit) => audit.findings.map((finding) => findingIssue(finding, audit, options))),
  ];
  return `${JSON.stringify(apart(issues), undefined, 2)}\n`;
}

function findingIssue(finding: Finding, audit: Audit, options: ReportOptions): Issue {
  const { rule, severity, message, remedy, fingerprint } = finding;
  const place = placeOf(finding, audit, options);
  return {
    description: plainLine(`${message} ${remedy}`).trim(),
    check_name: rule,
    fingerprint,
    severity: severities[severity],
    location: location(place?.file, place?.line),
  };
}

/** A model that does not load is not to look like one in which nothing is found. */
function problemIssue({ file, line, message }: Problem): Issue {
  return {
    description: plainLine(`Not audited: ${message}`).trim(),
    check_name: 'not-audited',
    fingerprint: `not-audited ${file ?? ''} ${plainLine(message)}`,
    severity: 'blocker',
    location: location(file, line),
  };
}

function location(file = 'unknown', line = 1): Issue['location'] {
  return { path: file.replace(/^(?:\.\/)+/, ''), lines: { begin: line } };
}

/** One model may be read from two files. */
function apart(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Map<string, number>();
  return issues.map((issue) => {
    const count = (seen.get(issue.fingerprint) ?? 0) + 1;
    seen.set(issue.fingerprint, count);
    return count === 1 ? issue : { ...issue, fingerprint: `${issue.fingerprint}-${count}` };
  });
}
