import type { Audit, Finding } from '../finding.js';
import type { Rule } from '../rule.js';
import { auditCase } from './audit-case.js';
import type { ExpectedFinding, InvalidCase, OpenCase, ValidCase } from './cases.js';
import { differencesOfFix } from './differences-of-fix.js';

/** @throws Error that says what was expected and what was found */
export function checkValid(rule: Rule, tested: ValidCase): void {
  const result = auditCase(rule, tested);
  expectFindings(ownFindings(rule, result), []);
  expectMissing(rule, result, []);
  const passes = result.outcomes.find((outcome) => outcome.rule === rule.id)?.passes ?? 0;
  if (tested.passes !== undefined && passes !== tested.passes)
    throw new Error(`expected to pass ${tested.passes} times, passes ${passes} times`);
}

export function checkInvalid(rule: Rule, tested: InvalidCase): void {
  if (tested.findings.length === 0) throw new Error('an invalid model needs a finding that is expected');
  expectFindings(ownFindings(rule, auditCase(rule, tested)), tested.findings);
}

export function checkOpen(rule: Rule, tested: OpenCase): void {
  if (tested.missing.length === 0) throw new Error('a model on which it cannot tell needs a fact that is missing');
  const result = auditCase(rule, tested);
  expectFindings(ownFindings(rule, result), []);
  expectMissing(rule, result, tested.missing);
}

function ownFindings(rule: Rule, { findings, accepted }: Audit): readonly Finding[] {
  return [...findings, ...accepted].filter((finding) => finding.rule === rule.id);
}

function expectFindings(found: readonly Finding[], expected: readonly ExpectedFinding[]): void {
  const differences = expected.flatMap((one, index) => differencesOf(found[index], one));
  if (found.length === expected.length && differences.length === 0) return;
  const shown = found.map((finding) => `  ${subjectOf(finding)}: [${finding.severity}] ${finding.message}`);
  const counts = `expected ${expected.length} findings, found ${found.length}${shown.length > 0 ? ':' : ''}`;
  throw new Error([counts, ...shown, ...differences].join('\n'));
}

function differencesOf(finding: Finding | undefined, expected: ExpectedFinding): readonly string[] {
  if (!finding) return [];
  const shown = [...finding.evidence.elements, ...finding.evidence.flows];
  const unshown = (expected.evidence ?? []).filter((id) => !shown.includes(id));
  return [
    ...(isAt(finding, expected.at) ? [] : [`expected at ${expected.at}, found at ${subjectOf(finding)}`]),
    ...(matches(finding.message, expected.message) ? [] : [`expected the message ${expected.message}`]),
    ...(expected.severity === undefined || expected.severity === finding.severity
      ? []
      : [`expected severity ${expected.severity}, found ${finding.severity}`]),
    ...(matches(finding.impact, expected.impact)
      ? []
      : [`expected the impact ${expected.impact}, found: ${finding.impact}`]),
    ...(matches(finding.remedy, expected.remedy)
      ? []
      : [`expected the remedy ${expected.remedy}, found: ${finding.remedy}`]),
    ...(unshown.length > 0 ? [`expected in the evidence: ${unshown.join(', ')}; it has: ${shown.join(', ')}`] : []),
    ...differencesOfFix(finding.fix ?? [], expected.fix),
  ];
}

function isAt({ flow, element, subjects = [] }: Finding, at: ExpectedFinding['at']): boolean {
  if (at === undefined) return true;
  if (at === null) return element === undefined && flow === undefined;
  if (typeof at === 'string') return flow === at || element === at;
  return at.length === subjects.length && at.every((id, index) => id === subjects[index]);
}

function subjectOf({ flow, element, subjects = [] }: Finding): string {
  return flow ?? (subjects.length > 1 ? subjects.join(', ') : (element ?? 'the model'));
}

function matches(text: string, expected: string | RegExp | undefined): boolean {
  if (expected === undefined) return true;
  return typeof expected === 'string' ? text === expected : expected.test(text);
}

function expectMissing(rule: Rule, { missing }: Audit, expected: readonly string[]): void {
  const facts = missing.filter(({ rules }) => rules.includes(rule.id)).map(({ fact }) => fact);
  const same = facts.length === expected.length && expected.every((fact) => facts.includes(fact));
  if (!same) throw new Error(`expected to wait for ${list(expected)}, waits for ${list(facts)}`);
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
