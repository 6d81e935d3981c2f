import type { Audit, Finding, MissingFact, RuleOutcome } from '../../audit/finding.js';

/** How one rule fared in one model. */
export interface RuleInModel {
  readonly audit: Audit;
  /** Undefined: it was not asked. */
  readonly outcome: RuleOutcome | undefined;
  readonly findings: readonly Finding[];
  readonly accepted: readonly Finding[];
  readonly baselined: readonly Finding[];
  /** What it waits for. */
  readonly missing: readonly MissingFact[];
}

export function ruleInModel(rule: string, audit: Audit): RuleInModel {
  const own = (findings: readonly Finding[] = []) => findings.filter((finding) => finding.rule === rule);
  return {
    audit,
    outcome: audit.outcomes.find((outcome) => outcome.rule === rule),
    findings: own(audit.findings),
    accepted: own(audit.accepted),
    baselined: own(audit.baselined),
    missing: audit.missing.filter(({ rules }) => rules.includes(rule)),
  };
}
