import { analyseFaults } from '../../analyses/faults/analyse-faults.js';
import type { Faults } from '../../analyses/faults/result.js';
import type { Architecture } from '../../graph/architecture.js';
import { createGraph } from '../../graph/create-graph.js';

const known = new WeakMap<Architecture, Faults>();

/**
 * The failure analysis of the same model if every balancer checked its targets: what is a single point there too is one for
 * another reason. Its elements are the model's own. Where no check is declared absent, it is the analysis given.
 */
export function faultsIfChecked(model: Architecture, faults: Faults): Faults {
  if (!model.flows.some(({ facts }) => facts.healthCheck === false)) return faults;
  const before = known.get(model);
  if (before) return before;
  const analysed = analyseFaults(withChecks(model), { waysAsIn: model });
  known.set(model, analysed);
  return analysed;
}

function withChecks(model: Architecture): Architecture {
  const { format, version, name, facts, elements, pools, clusters, journeys, waivers } = model;
  const flows = model.flows.map((flow) => {
    return flow.facts.healthCheck === false ? { ...flow, facts: { ...flow.facts, healthCheck: true } } : flow;
  });
  return createGraph({ format, version, name, facts, elements, flows, pools, clusters, journeys, waivers });
}
