import type { Architecture, ElementId, FlowId } from '../graph/architecture.js';
import type { MissingFact } from './finding.js';
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
  const flowPlace = new Map(model.flows.map(({ id }, index) => [id, index]));
  return [...byFact].map(([fact, waiting]) => {
    const { elements, flows } = subjectsOf(waiting);
    return {
      fact,
      wanted: waiting[0]?.wanted ?? '',
      rules: [...new Set(waiting.map(({ rule }) => rule))],
      elements: inOrder(elements, model.numberById),
      flows: inOrder(flows, flowPlace),
    };
  });
}

/** What the model as a whole does not say has no place in it. */
function subjectsOf(waiting: readonly Unanswered[]) {
  const [elements, flows] = [new Set<ElementId>(), new Set<FlowId>()];
  for (const { subject } of waiting) {
    if (subject === 'model') continue;
    if (isFlow(subject)) flows.add(subject.id);
    else elements.add(subject.id);
  }
  return { elements, flows };
}

function inOrder(ids: ReadonlySet<string>, place: ReadonlyMap<string, number>): readonly string[] {
  return [...ids].sort((left, right) => (place.get(left) ?? 0) - (place.get(right) ?? 0));
}
