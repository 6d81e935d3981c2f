import { type Finding, type Severity, type Subject, severities } from './finding.js';
import type { JudgedWaiver } from './judge-waivers.js';
import { isFlow } from './make-finding.js';
import type { Options, Rule } from './rule.js';
import { type RuleRun, type Run, runRule } from './run-rule.js';
import { type ScopeTest, scopeTest } from './scope.js';
import type { RuleSeverity } from './settings.js';

/** What a scope says of one rule. */
interface RuleScope {
  readonly holds: ScopeTest;
  readonly severity: RuleSeverity | undefined;
  readonly options: Options | undefined;
}

/**
 * Puts one rule to a model as the settings have it. A rule looks at the whole model, whatever the scopes say: with options of
 * a scope it runs once more, and of each run is kept what is about an element for which those options are meant, be it beside others.
 */
export function runInScopes(run: Run, rule: Rule, waivers: readonly JudgedWaiver[]): RuleRun {
  const everywhere = run.settings.options?.[rule.id];
  const scopes = scopesOf(run, rule);
  if (scopes.length === 0) return runRule(run, rule, waivers, everywhere);
  const withOptions = scopes.filter(({ options }) => options !== undefined);
  const deciding = (element: string | undefined) => withOptions.find(({ holds }) => holds(element));
  const runs = [undefined, ...withOptions].map((scope) => {
    const whole = runRule(run, rule, waivers, scope ? { ...everywhere, ...scope.options } : everywhere);
    return keepOnly(whole, (element) => deciding(element) === scope);
  });
  return withSeverities(joined(rule, runs), scopes, run.settings.severities?.[rule.id]);
}

/** The last one first: it decides. */
function scopesOf({ model, settings }: Run, { id }: Rule): readonly RuleScope[] {
  return [...(settings.scopes ?? [])].reverse().flatMap((scope) => {
    const [severity, options] = [scope.severities?.[id], scope.options?.[id]];
    if (severity === undefined && options === undefined) return [];
    return { holds: scopeTest(scope, model, settings.folder, settings.scopedAs), severity, options };
  });
}

function keepOnly(run: RuleRun, isMeant: ScopeTest): RuleRun {
  return {
    ...run,
    passed: run.passed.filter((subject) => isMeant(elementOf(subject))),
    findings: run.findings.filter((finding) => elementsOf(finding).some(isMeant)),
    unanswered: run.unanswered.filter(({ subject }) => isMeant(elementOf(subject))),
  };
}

function joined(rule: Rule, runs: readonly RuleRun[]): RuleRun {
  const crash = runs.find((run) => run.crash)?.crash;
  return {
    rule,
    passed: runs.flatMap(({ passed }) => passed),
    findings: eachOnce(runs.flatMap(({ findings }) => findings)),
    unanswered: runs.flatMap(({ unanswered }) => unanswered),
    switchedOff: [],
    ...(crash && { crash }),
  };
}

/** What several runs find is one finding: the worst of them. */
function eachOnce(findings: readonly Finding[]): readonly Finding[] {
  const known = new Map<string, Finding>();
  for (const finding of findings) {
    const before = known.get(finding.fingerprint);
    if (!before || isWorse(finding.severity, before.severity)) known.set(finding.fingerprint, finding);
  }
  return [...known.values()];
}

/** A finding is as bad as for the element it is worst for, and off only where it is for all. */
function withSeverities(run: RuleRun, scopes: readonly RuleScope[], everywhere: RuleSeverity | undefined): RuleRun {
  const deciding = scopes.filter(({ severity }) => severity !== undefined);
  const severityFor = (element: string | undefined) =>
    deciding.find(({ holds }) => holds(element))?.severity ?? everywhere;
  const isWanted = (subject: Subject | 'model') => severityFor(elementOf(subject)) !== 'off';
  const judged = run.findings.map((finding) => {
    const wanted = elementsOf(finding).map((element) => severityFor(element) ?? finding.severity);
    const severity = severities.find((one) => wanted.includes(one));
    return { finding, severity };
  });
  return {
    ...run,
    passed: run.passed.filter(isWanted),
    findings: judged.flatMap(({ finding, severity }) => (severity ? { ...finding, severity } : [])),
    unanswered: run.unanswered.filter(({ subject }) => isWanted(subject)),
    switchedOff: judged.flatMap(({ finding, severity }) => (severity ? [] : finding)),
  };
}

function isWorse(one: Severity, other: Severity): boolean {
  return severities.indexOf(one) < severities.indexOf(other);
}

/** What is about the model as a whole is about no element. */
function elementsOf({ subjects = [] }: Finding): readonly (string | undefined)[] {
  return subjects.length > 0 ? subjects : [undefined];
}

/** A flow is what its source does; the model as a whole is no element. */
function elementOf(subject: Subject | 'model'): string | undefined {
  if (subject === 'model') return undefined;
  return isFlow(subject) ? subject.from : subject.id;
}
