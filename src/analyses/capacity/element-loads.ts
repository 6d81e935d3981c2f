import type { Element, Flow } from '../../graph/architecture.js';
import { connectionsIn } from './connections.js';
import { limitOf } from './limits.js';
import type { ElementLoad, FlowLoad, Stress } from './result.js';
import { isKnown, type SolvedLoad } from './solve-load.js';
import type { Access } from './statements.js';
import type { Hit } from './stress.js';

/** What is known of every element that requests lead to, in the order of the model. */
export function elementLoads(solved: SolvedLoad): readonly ElementLoad[] {
  const { model, statements, isAsked } = solved;
  const connections = connectionsIn(model, statements);
  return model.elements.flatMap((element, index) => (isAsked(element) ? [loadOf(element, index)] : []));

  function loadOf(element: Element, index: number): ElementLoad {
    const known = solved.solver.before[index]!;
    const capacity = limitOf(model, element, 'requestsPerSecond');
    const arriving = arrivingAt(solved, index);
    return {
      element,
      demand: { known, isComplete: solved.incomplete[index] === 0 },
      reads: arriving.read,
      writes: arriving.write,
      capacity,
      utilisation: capacity && utilisation(known, capacity.guaranteed),
      connections: connections(element),
      worst: stressOf(solved, index, solved.failures.worst.of(index)),
      zoneLoss: stressOf(solved, index, solved.failures.places.of(index)),
    };
  }
}

/** Nothing asked of what takes nothing is no load. */
function utilisation(demand: number, capacity: number): number {
  return demand === 0 ? 0 : demand / capacity;
}

function arrivingAt({ network, solver }: SolvedLoad, variable: number): Readonly<Record<Access, number>> {
  const { received, armGroup, groups } = network;
  const arriving = { read: 0, write: 0, any: 0 };
  for (let index = received.start[variable]!; index < received.start[variable + 1]!; index += 1) {
    const arm = received.items[index]!;
    arriving[groups[armGroup[arm]!]!.access] += solver.carriedBefore[arm]!;
  }
  return arriving;
}

function stressOf({ working, incompleteThen }: SolvedLoad, element: number, hit: Hit | undefined): Stress | undefined {
  if (!hit) return undefined;
  const { failed, isOneInstance, demand } = hit;
  const capacity = Number.isNaN(hit.capacity) ? undefined : hit.capacity;
  return {
    failed: working.universe.elements[failed]!,
    isOneInstance,
    demand: { known: demand, isComplete: incompleteThen[element] === 0 },
    capacity,
    utilisation: capacity === undefined ? undefined : utilisation(demand, capacity),
  };
}

/** What every flow carries that carries requests, in the order of the model. */
export function flowLoads({ model, network, solver, incomplete }: SolvedLoad): readonly FlowLoad[] {
  const known = new Float64Array(model.flows.length);
  const isCarrying = new Uint8Array(model.flows.length);
  const isOpen = new Uint8Array(model.flows.length);
  for (const [arm, flow] of network.armFlow.entries()) {
    if (flow < 0) continue;
    isCarrying[flow] = 1;
    known[flow]! += solver.carriedBefore[arm]!;
    if (!isKnown(network.groups[network.armGroup[arm]!]!, incomplete)) isOpen[flow] = 1;
  }
  return model.flows.flatMap((flow: Flow, index) =>
    isCarrying[index] === 1 ? [{ flow, demand: { known: known[index]!, isComplete: isOpen[index] === 0 } }] : [],
  );
}
