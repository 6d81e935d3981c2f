import { isOverloaded } from '../../analyses/capacity/is-overloaded.js';
import type { ConnectionLoad, Demand, ElementLoad, SharedLoad, Stress } from '../../analyses/capacity/result.js';
import type { Explained } from '../explained.js';
import type { LoadDocument } from './load-schema.js';
import { oneOrList } from './one-or-list.js';

/** The load of one model, or of several as an array, as `loadJsonSchema` describes it. */
export function loadToJson(entries: readonly Explained[], someMissing?: boolean): string {
  return oneOrList(entries.map(toDocument), someMissing);
}

function toDocument({ model, analyses: { load } }: Explained): LoadDocument {
  return {
    format: 'stanchion-load',
    version: 1,
    model: { name: model.name, environment: model.facts.environment, file: model.at?.file },
    elements: load.elements.map(elementDocument),
    flows: load.flows.map(({ flow, demand }) => ({ flow: flow.id, ...demandDocument(demand) })),
    shared: load.shared.map(sharedDocument),
    runaway: load.runaway.map((members) => members.map(({ id }) => id)),
    failures: { ...load.failures },
    missing: load.missing.map(({ fact, elements, flows, wanted, unlocks }) => ({
      fact,
      elements: elements.map(({ id }) => id),
      flows: flows.map(({ id }) => id),
      wanted,
      unlocks,
    })),
    assumptions: [...load.assumptions],
  };
}

function demandDocument({ known, isComplete }: Demand): { requestsPerSecond: number; complete: boolean } {
  return { requestsPerSecond: known, complete: isComplete };
}

function elementDocument(load: ElementLoad): LoadDocument['elements'][number] {
  const { element, demand, reads, writes, capacity, utilisation, connections, worst, zoneLoss } = load;
  return {
    element: element.id,
    ...demandDocument(demand),
    reads,
    writes,
    capacity,
    utilisation: finite(utilisation),
    overloaded: overloaded(utilisation),
    connections: connections && connectionsDocument(connections),
    worst: worst && stressDocument(worst),
    zoneLoss: zoneLoss && stressDocument(zoneLoss),
  };
}

/** Left out where it is not known. */
function overloaded(utilisation: number | undefined): boolean | undefined {
  return utilisation === undefined ? undefined : isOverloaded(utilisation);
}

/** What takes nothing has no utilisation that JSON could say. */
function finite(utilisation: number | undefined): number | undefined {
  return utilisation !== undefined && Number.isFinite(utilisation) ? utilisation : undefined;
}

function connectionsDocument({ fewest, most, isComplete, capacity }: ConnectionLoad) {
  return { fewest, most, complete: isComplete, capacity };
}

function stressDocument({ failed, isOneInstance, demand, capacity, utilisation }: Stress) {
  return {
    failed: failed.id,
    oneInstance: isOneInstance,
    ...demandDocument(demand),
    capacity,
    utilisation: finite(utilisation),
    overloaded: overloaded(utilisation),
  };
}

function sharedDocument(shared: SharedLoad): LoadDocument['shared'][number] {
  const { subject, members, demand, capacity, zoneLoss } = shared;
  return {
    sort: subject.sort,
    id: subject.sort === 'pool' ? subject.pool.id : subject.element.id,
    members: members.map(({ id }) => id),
    ...demandDocument(demand),
    capacity,
    withoutLargest: shared.withoutLargest(1),
    zoneLoss: zoneLoss && { failed: zoneLoss.failed.id, capacity: zoneLoss.capacity },
  };
}
