import type { Architecture } from '../graph/architecture.js';
import type { MissingFact, Subject } from './finding.js';
import { isFlow } from './make-finding.js';
import type { Unanswered } from './run-rule.js';

/** What the model does not say, once a fact, in the order in which rules asked; subjects in the order of the model. */
export function missingFacts(model: Architecture, unanswered: readonly Unanswered[]): readonly MissingFact[] {
  const byFact = new Map<string, Unanswered[]>();
  for (const one of unanswered) {
    const same = byFact.get(one.fact);
    if (same) same.push(one);
    else byFact.set(one.fact, [one]);
  }
  const elementPlace = new Map(model.elements.map(({ id }, index) => [id, index]));
  const flowPlace = new Map(model.flows.map(({ id }, index) => [id, index]));
  return [...byFact].map(([fact, waiting]) => ({
    fact,
    wanted: waiting[0]?.wanted ?? '',
    rules: [...new Set(waiting.map(({ rule }) => rule))],
    elements: inOrder(
      subjectsOf(waiting).flatMap((subject) => (isFlow(subject) ? [] : [subject.id])),
      elementPlace,
    ),
    flows: inOrder(
      subjectsOf(waiting).flatMap((subject) => (isFlow(subject) ? [subject.id] : [])),
      flowPlace,
    ),
  }));
}

/** What the model as a whole does not say has no place in it. */
function subjectsOf(waiting: readonly Unanswered[]): readonly Subject[] {
  return waiting.flatMap(({ subject }) => (subject === 'model' ? [] : [subject]));
}

function inOrder(ids: readonly string[], place: ReadonlyMap<string, number>): readonly string[] {
  return [...new Set(ids)].sort((left, right) => (place.get(left) ?? 0) - (place.get(right) ?? 0));
}
