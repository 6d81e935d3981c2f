import type { Audit, RuleOutcome } from '../audit/finding.js';
import type { Architecture } from '../graph/architecture.js';
import { auditOrNot } from './audit-or-not.js';
import type { ModelDiff } from './model-diff.js';
import { type LostFact, lostFacts, retell, withPlacesGone } from './retell.js';

/** Audits a model as both sides of a comparison were audited. */
export type AuditModel = (model: Architecture) => Audit;

/** What rules would say of the head if it went on stating what it states no more. */
export interface AskedAgain {
  readonly audit: Audit;
  /** What a rule does not even ask any more, since it is told so little, by rule and fact. */
  readonly silenced: readonly { readonly rule: string; readonly fact: string; readonly about: readonly string[] }[];
}

/** Beyond so many facts nobody tells apart which of them a rule needs: each costs an audit. */
const mostToldApart = 8;

/** Undefined where the head leaves out nothing of what the base said, and where rules cannot be put to such a model. */
export function askAgain(
  { model: base }: Audit,
  head: Audit,
  diff: ModelDiff,
  auditModel: AuditModel | undefined,
): AskedAgain | undefined {
  const lost = lostFacts(base, head.model, diff);
  if (auditModel === undefined || lost.length === 0) return undefined;
  const model = withPlacesGone(head.model, diff, lost);
  const ask = (facts: readonly LostFact[]) => auditOrNot(() => auditModel(retell(base, model, diff, facts)));
  // What is said of these places themselves is no loss: they went.
  const now = model === head.model ? head : ask([]);
  const audit = ask(lost);
  if (now === undefined || audit === undefined) return undefined;
  const rules = silencedRules(now, audit);
  const names = rules.length === 0 ? [] : [...new Set(lost.map(({ fact }) => fact))];
  const needing = names.map((fact) => {
    const without = names.length > mostToldApart ? now : ask(lost.filter((one) => one.fact !== fact));
    const rulesOf = rules.filter((rule) => answers(outcomeOf(without, rule)) < answers(outcomeOf(audit, rule)));
    return { fact, rules: new Set(rulesOf) };
  });
  // Where each of several would do to make a rule ask, none of them alone is what it needs: all are.
  const isNeedless = (rule: string) => !needing.some((one) => one.rules.has(rule));
  const silenced = needing.flatMap(({ fact, rules: needed }) => {
    const about = lost.filter((one) => one.fact === fact).map(({ id }) => id);
    const told = rules.filter((rule) => needed.has(rule) || isNeedless(rule));
    return told.map((rule) => ({ rule, fact, about }));
  });
  return { audit, silenced };
}

/** Where facts are missed a rule says so; of these it says nothing at all. */
function silencedRules(head: Audit, again: Audit): readonly string[] {
  return again.outcomes
    .map(({ rule }) => rule)
    .filter((rule) => {
      const [now, then] = [outcomeOf(head, rule), outcomeOf(again, rule)];
      return answers(now) < answers(then) && answers(now) + (now?.unknown ?? 0) < answers(then) + (then?.unknown ?? 0);
    });
}

function outcomeOf(audit: Audit | undefined, rule: string): RuleOutcome | undefined {
  return audit?.outcomes.find((outcome) => outcome.rule === rule);
}

function answers(outcome: RuleOutcome | undefined): number {
  if (outcome === undefined) return 0;
  const { passes, findings, accepted, baselined = 0, switchedOff = 0 } = outcome;
  return passes + findings + accepted + baselined + switchedOff;
}
