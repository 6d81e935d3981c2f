import { type Analyses, analysesOf } from '../analyses/analyses-of.js';
import type { Architecture } from '../graph/architecture.js';
import type { Day } from '../vocabulary/units.js';
import { assumptionsOf } from './assumptions.js';
import type { Audit, Finding, RuleOutcome } from './finding.js';
import { inFindingOrder } from './finding-order.js';
import { handles } from './fingerprint.js';
import { acceptedBy, type JudgedWaiver, judgeWaivers } from './judge-waivers.js';
import { missingFacts } from './missing-facts.js';
import type { Rule } from './rule.js';
import { RuleCrash } from './rule-crash.js';
import { runInScopes } from './run-in-scopes.js';
import type { RuleRun, Run } from './run-rule.js';
import { speaker } from './say.js';
import { checkSettings, isAsked, type Settings } from './settings.js';

export interface AuditOptions {
  /** The day against which certificates and waivers run out. */
  readonly today: Day;
  /** All rules that are known; which of them run is the settings' to say. */
  readonly rules: readonly Rule[];
  readonly settings?: Settings;
  /** Analyses of this very model that were computed before. */
  readonly analyses?: Partial<Analyses>;
}

/**
 * Puts every rule to a model.
 *
 * @throws RuleCrash where a rule broke, with what the others found
 * @throws RangeError where the settings name what does not exist
 */
export function audit(model: Architecture, options: AuditOptions): Audit {
  const { today, rules, settings = {} } = options;
  refuseWrongSettings(settings, rules);
  const run: Run = { model, analyses: analysesOf(model, options.analyses), say: speaker(model), today, settings };
  const asked = rules.filter((rule) => isAsked(settings, rule));
  const first = asked.filter(({ runsLast }) => !runsLast).map((rule) => runInScopes(run, rule, []));
  const waivers = judge(run, rules, asked, first);
  const last = asked.filter(({ runsLast }) => runsLast).map((rule) => runInScopes(run, rule, waivers));
  const runs = new Map([...first, ...last].map((ruleRun) => [ruleRun.rule, ruleRun]));
  return outcome(
    run,
    asked.flatMap((rule) => runs.get(rule) ?? []),
  );
}

function refuseWrongSettings(settings: Settings, rules: readonly Rule[]): void {
  const problems = checkSettings(settings, rules);
  if (problems.length === 0) return;
  throw new RangeError(problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(' ')).join('\n'));
}

function judge(
  { model, today }: Run,
  rules: readonly Rule[],
  asked: readonly Rule[],
  runs: readonly RuleRun[],
): readonly JudgedWaiver[] {
  return judgeWaivers({
    waivers: model.waivers,
    // A waiver of what a scope switched off is not to blame.
    findings: runs.flatMap(({ findings, switchedOff }) => [...findings, ...switchedOff]),
    today,
    known: rules.map(({ id }) => id),
    asked: new Set(asked.map(({ id }) => id)),
    aboutWaivers: new Set(rules.filter(({ runsLast }) => runsLast).map(({ id }) => id)),
    element: (id) => model.byId.get(id),
  });
}

function outcome(run: Run, runs: readonly RuleRun[]): Audit {
  const { model, today } = run;
  const aboutWaivers = new Set(runs.flatMap(({ rule }) => (rule.runsLast ? [rule.id] : [])));
  const judged = named(runs.flatMap(({ findings }) => findings)).map((finding) =>
    aboutWaivers.has(finding.rule) ? finding : withWaiver(finding, run),
  );
  const found = inFindingOrder(model, judged);
  const unanswered = runs.flatMap((ruleRun) => ruleRun.unanswered);
  const crashes = runs.flatMap(({ rule, crash }) => (crash ? [{ rule: rule.id, thrown: crash.thrown }] : []));
  const result: Audit = {
    model,
    findings: found.filter(({ accepted }) => !accepted),
    accepted: found.filter(({ accepted }) => accepted),
    missing: missingFacts(model, unanswered),
    outcomes: runs.map((ruleRun) => outcomeOf(ruleRun, found, run)),
    ...(crashes.length > 0 && { broken: crashes.map(({ rule }) => rule) }),
    completeness: completeness(runs),
    assumptions: assumptionsOf(model, run.analyses.faultsIfAsked),
    today,
  };
  if (crashes.length > 0) throw new RuleCrash(crashes, result);
  return result;
}

function named(findings: readonly Finding[]): readonly Finding[] {
  const handleOf = handles(findings.map(({ fingerprint }) => fingerprint));
  return findings.map((finding) => ({ ...finding, handle: handleOf.get(finding.fingerprint) ?? finding.fingerprint }));
}

function withWaiver(finding: Finding, { model, today }: Run): Finding {
  const accepted = acceptedBy(finding, model.waivers, today);
  return accepted ? { ...finding, accepted } : finding;
}

function outcomeOf(
  { rule, passed, unanswered, switchedOff, crash }: RuleRun,
  found: readonly Finding[],
  { settings }: Run,
): RuleOutcome {
  const own = found.filter((finding) => finding.rule === rule.id);
  const accepted = own.filter((finding) => finding.accepted).length;
  const severity = settings.severities?.[rule.id];
  return {
    rule: rule.id,
    severity: severity === undefined || severity === 'off' ? rule.severity : severity,
    outcome:
      own.length > 0
        ? 'finding'
        : unanswered.length > 0 || crash
          ? 'cannot tell'
          : passed.length > 0
            ? 'pass'
            : 'not applicable',
    passes: passed.length,
    findings: own.length - accepted,
    accepted,
    unknown: unanswered.length,
    ...(switchedOff.length > 0 && { switchedOff: switchedOff.length }),
  };
}

/** The share of the questions that could be answered. */
function completeness(runs: readonly RuleRun[]): number {
  const answered = runs.reduce((sum, { passed, findings }) => sum + passed.length + findings.length, 0);
  const open = runs.reduce((sum, { unanswered }) => sum + unanswered.length, 0);
  return answered + open === 0 ? 1 : answered / (answered + open);
}
