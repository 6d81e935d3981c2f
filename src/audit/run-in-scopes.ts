import type { Finding, Subject } from './finding.js';
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
 * a scope it runs once more, and of each run is kept what is about elements for which those options are meant.
 */
export function runInScopes(run: Run, rule: Rule, waivers: readonly JudgedWaiver[]): RuleRun {
  const everywhere = run.settings.options?.[rule.id];
  const scopes = scopesOf(run, rule);
  if (scopes.length === 0) return runRule(run, rule, waivers, everywhere);
  const withOptions = scopes.filter(({ options }) => options !== undefined);
  const deciding = (elements: readonly string[]) => withOptions.find(({ holds }) => holds(elements));
  const runs = [undefined, ...withOptions].map((scope) => {
    const whole = runRule(run, rule, waivers, scope ? { ...everywhere, ...scope.options } : everywhere);
    return keepOnly(whole, (elements) => deciding(elements) === scope);
  });
  return withSeverities(joined(rule, runs), scopes, run.settings.severities?.[rule.id]);
}

/** The last one first: it decides. */
function scopesOf({ model, settings }: Run, { id }: Rule): readonly RuleScope[] {
  return [...(settings.scopes ?? [])].reverse().flatMap((scope) => {
    const [severity, options] = [scope.severities?.[id], scope.options?.[id]];
    if (severity === undefined && options === undefined) return [];
    return { holds: scopeTest(scope, model, settings.folder), severity, options };
  });
}

function keepOnly(run: RuleRun, isMeant: ScopeTest): RuleRun {
  return {
    ...run,
    passed: run.passed.filter((subject) => isMeant(elementsOf(subject))),
    findings: run.findings.filter((finding) => isMeant(finding.subjects ?? [])),
    unanswered: run.unanswered.filter(({ subject }) => isMeant(elementsOf(subject))),
  };
}

function joined(rule: Rule, runs: readonly RuleRun[]): RuleRun {
  const crash = runs.find((run) => run.crash)?.crash;
  return {
    rule,
    passed: runs.flatMap(({ passed }) => passed),
    findings: runs.flatMap(({ findings }) => findings),
    unanswered: runs.flatMap(({ unanswered }) => unanswered),
    switchedOff: [],
    ...(crash && { crash }),
  };
}

function withSeverities(run: RuleRun, scopes: readonly RuleScope[], everywhere: RuleSeverity | undefined): RuleRun {
  const deciding = scopes.filter(({ severity }) => severity !== undefined);
  const inScope = (elements: readonly string[]) => deciding.find(({ holds }) => holds(elements))?.severity;
  const isOff = (elements: readonly string[]) => (inScope(elements) ?? everywhere) === 'off';
  const isWanted = (subject: Subject | 'model') => !isOff(elementsOf(subject));
  return {
    ...run,
    passed: run.passed.filter(isWanted),
    findings: run.findings.flatMap((finding) => {
      const severity = inScope(finding.subjects ?? []) ?? everywhere;
      return severity === 'off' ? [] : severity === undefined ? finding : { ...finding, severity };
    }),
    unanswered: run.unanswered.filter(({ subject }) => isWanted(subject)),
    switchedOff: run.findings.filter(({ subjects = [] }: Finding) => isOff(subjects)),
  };
}

/** A flow is what its source does; the model as a whole is no element. */
function elementsOf(subject: Subject | 'model'): readonly string[] {
  if (subject === 'model') return [];
  return [isFlow(subject) ? subject.from : subject.id];
}
