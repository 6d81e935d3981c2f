import type { Architecture, Flow } from '../../graph/architecture.js';
import type { Scenarios } from './scenarios.js';
import type { Mode } from './structure-draft.js';

/**
 * The flows that cannot be taken in the scenarios as they stand: what such a flow needs (its target, what it goes through,
 * its certificate, the boxes on its way) works in no mode that it counts in. A flow of which no working depends, such as a
 * backup, is never among them. In the order of the model.
 */
export function cutFlows(
  model: Architecture,
  scenarios: readonly Scenarios[],
  telling: ReadonlySet<Mode>,
): readonly Flow[] {
  const asked = new Set<number>();
  const open = new Set<number>();
  for (const { mode, structure, state } of scenarios) {
    if (!telling.has(mode)) continue;
    for (const [index, node] of structure.flowNodes.entries()) {
      if (node < 0) continue;
      asked.add(index);
      if (state.works[node] === 1) open.add(index);
    }
  }
  return model.flows.filter((_, index) => asked.has(index) && !open.has(index));
}
