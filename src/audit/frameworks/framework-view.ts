import type { Audit, Finding, RuleOutcome } from '../finding.js';
import type { Rule } from '../rule.js';
import { controlTitles } from './control-titles.js';
import type { FrameworkName } from './framework-names.js';
import { frameworkOf } from './frameworks.js';
import { naturally } from './naturally.js';

/** The worst that a control's rules came to. `accepted`: something was found, and all of it may stay. */
export type ControlOutcome = 'finding' | 'accepted' | 'cannot tell' | 'pass' | 'not applicable';

/** What the audit says of one control. Rules by their ids. */
export interface Control {
  /** As the framework writes it: `SC-8(1)`, `CWE-319`, `REL11-BP02`, `12.3.3`. */
  readonly id: string;
  readonly title?: string;
  readonly outcome: ControlOutcome;
  readonly findings: readonly Finding[];
  readonly accepted: readonly Finding[];
  readonly passed: readonly string[];
  readonly cannotTell: readonly string[];
  readonly notApplicable: readonly string[];
}

/** An audit by the controls of a framework, in the framework's order. */
export interface FrameworkView {
  readonly name: FrameworkName;
  /** With its edition. */
  readonly title: string;
  readonly controls: readonly Control[];
  /** Rules that were asked and belong to none of its controls. */
  readonly unmapped: readonly string[];
}

/** What an audit found, passed and could not tell, by the controls that its rules refer to. */
export function frameworkView(audit: Audit, rules: readonly Rule[], name: FrameworkName): FrameworkView {
  const { prefix, title, order } = frameworkOf(name);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const outcomes = new Map<string, RuleOutcome[]>();
  const unmapped: string[] = [];
  let edition = title;
  for (const outcome of audit.outcomes) {
    const references = byId.get(outcome.rule)?.references.filter(({ id }) => id.startsWith(prefix)) ?? [];
    if (references.length === 0) unmapped.push(outcome.rule);
    for (const { id, framework } of references) {
      edition = framework;
      outcomes.set(id, [...(outcomes.get(id) ?? []), outcome]);
    }
  }
  const ids = [...outcomes.keys()].sort(naturally(order));
  const told = findingsByRule(audit);
  return { name, title: edition, controls: ids.map((id) => control(id, name, outcomes.get(id) ?? [], told)), unmapped };
}

interface Told {
  readonly findings: readonly Finding[];
  readonly accepted: readonly Finding[];
}

function findingsByRule(audit: Audit): (rule: string) => Told {
  const byRule = new Map<string, { readonly findings: Finding[]; readonly accepted: Finding[] }>();
  for (const finding of [...audit.findings, ...audit.accepted]) {
    const told = byRule.get(finding.rule) ?? { findings: [], accepted: [] };
    byRule.set(finding.rule, told);
    (finding.accepted ? told.accepted : told.findings).push(finding);
  }
  return (rule) => byRule.get(rule) ?? { findings: [], accepted: [] };
}

function control(
  id: string,
  name: FrameworkName,
  outcomes: readonly RuleOutcome[],
  told: (rule: string) => Told,
): Control {
  const found = outcomes.map(({ rule }) => told(rule));
  const having = (outcome: RuleOutcome['outcome']) =>
    outcomes.filter((one) => one.outcome === outcome).map(({ rule }) => rule);
  const parts = {
    findings: found.flatMap(({ findings }) => findings),
    accepted: found.flatMap(({ accepted }) => accepted),
    cannotTell: having('cannot tell'),
    passed: having('pass'),
    notApplicable: having('not applicable'),
  };
  const title = titleOf(id, name);
  return { id: ownId(id, name), ...(title !== undefined && { title }), outcome: outcomeOf(parts), ...parts };
}

function outcomeOf({ findings, accepted, cannotTell, passed }: Omit<Control, 'id' | 'outcome'>): ControlOutcome {
  if (findings.length > 0) return 'finding';
  if (cannotTell.length > 0) return 'cannot tell';
  if (accepted.length > 0) return 'accepted';
  return passed.length > 0 ? 'pass' : 'not applicable';
}

/** CWE writes its own name before the number. */
function ownId(id: string, name: FrameworkName): string {
  return name === 'cwe' ? id : id.slice(frameworkOf(name).prefix.length);
}

function titleOf(id: string, name: FrameworkName): string | undefined {
  const own = ownId(id, name);
  if (frameworkOf(name).isByChapter) return controlTitles[id.slice(0, id.indexOf('.'))];
  return controlTitles[own] ?? controlTitles[own.replace(/\(.*$/, '')];
}
