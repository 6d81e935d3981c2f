import type { Audit, Finding, Severity } from '../audit/finding.js';
import type { Architecture, ElementId, FlowId } from '../graph/architecture.js';
import type { AskedAgain } from './asked-again.js';
import { canonical } from './canonical.js';
import { howToState } from './missed-facts.js';
import type { FactChange, ModelDiff } from './model-diff.js';
import { freshWaits, waitsOf, wholeModel } from './questions-waiting.js';

/** What a model no longer says, and a rule that was content with it has to know: nobody can say that it is still so. */
export interface UntoldFact {
  readonly rule: string;
  readonly severity: Severity;
  /** What would have to be said, in words. */
  readonly wanted: string;
  /** Of which elements or flows, as the head calls them, or of the `wholeModel`. */
  readonly about: readonly (ElementId | FlowId)[];
}

/**
 * Of what lost a fact in the change, itself or with what tells of it; what a rule newly asks since more is told is no loss. Findings of the
 * base are told as such.
 */
export function untoldFacts(
  base: Audit,
  head: Audit,
  diff: ModelDiff,
  untold: readonly Finding[],
  again?: AskedAgain,
): readonly UntoldFact[] {
  const silenced = silencedBy(diff);
  const waitsAgain = again && new Set(waitsOf(again.audit).map(canonical));
  const toldOf = new Set(
    untold.flatMap(({ rule, identity }) =>
      (identity?.ids ?? []).map((id) => canonical([rule, diff.toHead.get(id) ?? diff.flowsToHead.get(id) ?? id])),
    ),
  );
  const isTold = (rule: string, id: string) => toldOf.has(canonical([rule, id]));
  const could = new Set(base.outcomes.filter(({ passes }) => passes > 0).map(({ rule }) => rule));
  const severity = new Map(head.outcomes.map((outcome) => [outcome.rule, outcome.severity]));
  const wanted = new Map(head.missing.map((missing) => [missing.fact, missing.wanted]));
  const facts = new Map<string, { rule: string; severity: Severity; wanted: string; about: string[] }>();
  for (const { rule, id, fact } of freshWaits(base, head, diff)) {
    const [level, words] = [severity.get(rule), wanted.get(fact)];
    const lost = tellersOf(id, head.model).flatMap((teller) => [...(silenced.get(teller) ?? [])]);
    const isLost = waitsAgain?.has(canonical({ rule, id, fact })) === false || lost.some((path) => tells(path, fact));
    if (!isLost || isTold(rule, id) || !could.has(rule) || !level || words === undefined) continue;
    const key = JSON.stringify([rule, fact]);
    const known = facts.get(key) ?? { rule, severity: level, wanted: words, about: [] };
    known.about.push(id);
    facts.set(key, known);
  }
  for (const { rule, fact, about: lost } of again?.silenced ?? []) {
    const about = lost.filter((id) => !isTold(rule, id));
    const [level, words] = [severity.get(rule), howToState(fact)];
    const key = JSON.stringify([rule, fact]);
    if (about.length === 0 || !could.has(rule) || !level || words === undefined || facts.has(key)) continue;
    facts.set(key, { rule, severity: level, wanted: words, about });
  }
  return [...facts.values()];
}

/**
 * By element and flow, and for the whole model, the paths of facts that are not stated any more; those of a connection count for both of
 * its ends, too.
 */
function silencedBy({ facts: ofModel, elements, flows }: ModelDiff): ReadonlyMap<string, ReadonlySet<string>> {
  const silenced = new Map<string, Set<string>>();
  const add = (facts: readonly FactChange[], ids: readonly string[]) => {
    const lost = facts.flatMap(({ path, before, after }) => (before !== undefined && after === undefined ? path : []));
    if (lost.length === 0) return;
    for (const id of ids) {
      const known = silenced.get(id) ?? new Set();
      for (const path of lost) known.add(path);
      silenced.set(id, known);
    }
  };
  add(ofModel, [wholeModel]);
  for (const { facts, moves, after } of elements.changed) add([...facts, ...moves], [after.id]);
  for (const { facts, after } of flows.changed) add(facts, [after.id, after.from, after.to]);
  return silenced;
}

/**
 * What tells of an element beside itself: the places round it, its clusters or members, and the model as a whole. Of a connection: what
 * tells of its ends.
 */
function tellersOf(id: string, model: Architecture): readonly string[] {
  const flow = model.flowById.get(id);
  if (flow) return [id, ...tellersOf(flow.from, model), ...tellersOf(flow.to, model)];
  const element = model.byId.get(id);
  if (!element) return [wholeModel];
  const places = [...model.ancestors(element), ...model.domainsOf(element)].map((place) => place.id);
  const clusters = model.clustersOf(element).map((cluster) => cluster.id);
  return [id, wholeModel, ...places, ...clusters, ...(model.clusterById.get(id)?.members ?? [])];
}

/** Facts that are told by others, too. */
const toldBy: Readonly<Record<string, readonly string[]>> = {
  listens: ['listeners'],
  country: ['standsIn', 'parent'],
  zone: ['standsIn', 'parent'],
};

/** `expires` is told by `expires`, `listeners.https.minimumVersion` by `minimumVersion`. */
function tells(path: string, fact: string): boolean {
  const names = path.split('.');
  return [fact, ...(toldBy[fact] ?? [])].some((name) => names.includes(name));
}
