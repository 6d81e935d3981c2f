import type { Load } from '../../analyses/capacity/result.js';
import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import type { KnownFact } from '../wanted-facts.js';
import { requestsTo } from './requests-to.js';

/** A figure without which the demand of some elements is only known to be at least so much. */
export interface DemandGap {
  readonly subject: Element | Flow;
  readonly fact: KnownFact;
}

/** The figures that are not told on the ways to some elements; those elsewhere could not matter to them. */
export function demandGaps(model: Architecture, load: Load, elements: readonly Element[]): readonly DemandGap[] {
  const { flows, sources } = waysTo(model, elements);
  return load.missing.flatMap(({ fact, flows: untold, elements: reticent }): readonly DemandGap[] => {
    if (fact === 'capacity') return [];
    const subjects = [...untold.filter((flow) => flows.has(flow)), ...reticent.filter((one) => sources.has(one))];
    return subjects.map((subject) => ({ subject, fact }));
  });
}

function waysTo(model: Architecture, elements: readonly Element[]) {
  const sources = new Set(elements);
  const flows = new Set<Flow>();
  // A set grows while it is gone through.
  for (const element of sources) {
    for (const flow of [...requestsTo(model, element), ...taken(model, element)]) {
      flows.add(flow);
      // What tells its own figure needs nothing of what lies before it.
      const end = model.byId.get(flow.verb === 'consumes' ? flow.to : flow.from);
      if (end && flow.facts.requestsPerSecond === undefined) sources.add(end);
    }
  }
  return { flows, sources };
}

/** Messages go from a queue to whoever takes them. */
function taken(model: Architecture, element: Element): readonly Flow[] {
  return model.outgoing(element).filter(({ verb }) => verb === 'consumes');
}
