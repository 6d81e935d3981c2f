import type { Audit, Finding, RuleOutcome } from '../../audit/finding.js';
import { findingMarks } from '../finding-marks.js';
import { counted } from '../words.js';

/** How one rule fared in one model. */
export interface TestCase {
  readonly name: string;
  readonly outcome: 'pass' | 'failure' | 'error' | 'skipped';
  /** The worst severity of a failure. */
  readonly type: string;
  readonly message: string;
  readonly text: readonly string[];
}

/**
 * A case for each rule that was asked, in the order of the rules.
 *
 * @param setApart where findings are that stand with those of the baseline
 */
export function testCases(audit: Audit, setApart: string): readonly TestCase[] {
  const marks = findingMarks(audit);
  return audit.outcomes.map((outcome) => {
    const findings = audit.findings.filter(({ rule }) => rule === outcome.rule);
    return findings.length > 0 ? failure(outcome.rule, findings, marks) : withoutFinding(outcome, audit, setApart);
  });
}

/** JUnit knows one failure a case: it tells all findings of the rule. */
function failure(rule: string, findings: readonly Finding[], marks: ReadonlyMap<Finding, string>): TestCase {
  const [first] = findings;
  return {
    name: rule,
    outcome: 'failure',
    type: first?.severity ?? '',
    message: findings.length === 1 ? (first?.message ?? '') : counted(findings.length, 'finding'),
    text: findings.flatMap((finding) => findingLines(finding, marks.get(finding) ?? '')),
  };
}

function findingLines({ message, severity, impact, remedy, handle, at }: Finding, mark: string): readonly string[] {
  return [
    `${mark} (${severity}, ${handle}): ${message}`,
    ...(at ? [`At: ${at.file}:${at.line}:${at.column}`] : []),
    `Impact: ${impact}`,
    `Remedy: ${remedy}`,
  ];
}

/** It passed only where nothing is left open, set aside or not asked. */
function withoutFinding(
  { rule, outcome, unknown, switchedOff = 0 }: RuleOutcome,
  audit: Audit,
  setApart: string,
): TestCase {
  const { accepted, baselined = [], missing } = audit;
  const count = (findings: readonly Finding[]) => findings.filter((finding) => finding.rule === rule).length;
  const reasons = [
    ...(unknown > 0 ? ['Cannot tell: the model does not say enough.'] : []),
    ...set(count(accepted), 'accepted'),
    ...set(count(baselined), setApart),
    ...set(switchedOff, 'switched off by the configuration'),
    ...(outcome === 'not applicable' && switchedOff === 0
      ? ['Not applicable: the model has nothing that the rule asks about.']
      : []),
  ];
  const wanted = unknown > 0 ? missing.filter(({ rules }) => rules.includes(rule)).map((fact) => fact.wanted) : [];
  if (reasons.length > 0) return { name: rule, outcome: 'skipped', type: '', message: reasons.join(' '), text: wanted };
  return { name: rule, outcome: 'pass', type: '', message: '', text: [] };
}

function set(count: number, where: string): readonly string[] {
  return count === 0 ? [] : [`${counted(count, 'finding is', 'findings are')} ${where}.`];
}
