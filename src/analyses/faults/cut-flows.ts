import type { Architecture, Flow } from '../../graph/architecture.js';
import type { Scenarios } from './scenarios.js';
import type { Structure } from './structure.js';
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
  const asked = new Set<Flow>();
  const open = new Set<Flow>();
  for (const { mode, structure, state } of scenarios) {
    if (!telling.has(mode)) continue;
    for (const { flow, node } of gatesOfFlows(structure)) {
      asked.add(flow);
      if (state.works[node] === 1) open.add(flow);
    }
  }
  return model.flows.filter((flow) => asked.has(flow) && !open.has(flow));
}

interface FlowGate {
  readonly flow: Flow;
  readonly node: number;
}

function* gatesOfFlows({ needs, spares }: Structure): Iterable<FlowGate> {
  for (const list of needs) {
    for (const need of list) {
      if (need.sort === 'flow') yield need;
      else if (need.sort === 'pool') yield* gatesOfPool(need);
    }
  }
  for (const list of spares) for (const spare of list) if (spare.sort === 'optional') yield spare;
}

function gatesOfPool({ flows, nodes }: { readonly flows: readonly Flow[]; readonly nodes: readonly number[] }) {
  return flows.map((flow, index): FlowGate => ({ flow, node: nodes[index]! }));
}
