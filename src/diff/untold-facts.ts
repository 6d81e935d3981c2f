import type { Audit, Finding, Severity } from '../audit/finding.js';
import { type KnownFact, wantedFacts } from '../audit/wanted-facts.js';
import type { ElementId, FlowId } from '../graph/architecture.js';
import type { AskedAgain } from './asked-again.js';
import { canonical } from './canonical.js';
import type { FactChange, ModelDiff } from './model-diff.js';
import { freshWaits, waitsOf } from './questions-waiting.js';

/** What a model no longer says, and a rule that was content with it has to know: nobody can say that it is still so. */
export interface UntoldFact {
  readonly rule: string;
  readonly severity: Severity;
  /** What would have to be said, in words. */
  readonly wanted: string;
  /** Of which elements or flows, as the head calls them. */
  readonly about: readonly (ElementId | FlowId)[];
}

/** Of what lost a fact in the change; what a rule newly asks since more is told is no loss. Findings of the base are told as such. */
export function untoldFacts(
  base: Audit,
  head: Audit,
  diff: ModelDiff,
  untold: readonly Finding[],
  again?: AskedAgain,
): readonly UntoldFact[] {
  const silenced = silencedBy(diff);
  const waitsAgain = again && new Set(waitsOf(again.audit).map(canonical));
  const told = new Set(untold.map(({ rule }) => rule));
  const could = new Set(base.outcomes.filter(({ passes }) => passes > 0).map(({ rule }) => rule));
  const severity = new Map(head.outcomes.map((outcome) => [outcome.rule, outcome.severity]));
  const wanted = new Map(head.missing.map((missing) => [missing.fact, missing.wanted]));
  const facts = new Map<string, { rule: string; severity: Severity; wanted: string; about: string[] }>();
  for (const { rule, id, fact } of freshWaits(base, head, diff)) {
    const [level, words] = [severity.get(rule), wanted.get(fact)];
    const isLost =
      waitsAgain?.has(canonical({ rule, id, fact })) === false || silenced.get(id)?.some((path) => tells(path, fact));
    if (!isLost || told.has(rule) || !could.has(rule) || !level || words === undefined) continue;
    const key = JSON.stringify([rule, fact]);
    const known = facts.get(key) ?? { rule, severity: level, wanted: words, about: [] };
    facts.set(key, { ...known, about: [...known.about, id] });
  }
  for (const { rule, fact, about } of again?.silenced ?? []) {
    const [level, words] = [severity.get(rule), wantedFacts[fact as KnownFact]];
    const key = JSON.stringify([rule, fact]);
    if (told.has(rule) || !could.has(rule) || !level || facts.has(key)) continue;
    facts.set(key, { rule, severity: level, wanted: words, about: [...about] });
  }
  return [...facts.values()];
}

/** By element and flow the paths of facts that are not stated any more; those of a connection count for both of its ends, too. */
function silencedBy({ elements, flows, pools }: ModelDiff): ReadonlyMap<string, readonly string[]> {
  const silenced = new Map<string, string[]>();
  const add = ({ facts }: { readonly facts: readonly FactChange[] }, ids: readonly string[]) => {
    const lost = facts.filter(({ before, after }) => before !== undefined && after === undefined);
    for (const id of ids) silenced.set(id, [...(silenced.get(id) ?? []), ...lost.map(({ path }) => path)]);
  };
  for (const change of elements.changed) add(change, [change.after.id]);
  for (const change of flows.changed) add(change, [change.after.id, change.after.from, change.after.to]);
  for (const change of pools.changed) add(change, [change.after.from, ...change.after.flows]);
  return silenced;
}

/** `expires` is told by `expires`, `listeners.https.minimumVersion` by `minimumVersion`. */
function tells(path: string, fact: string): boolean {
  return path.split('.').includes(fact);
}
