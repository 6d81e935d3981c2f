import type { Architecture, Element } from '../../graph/architecture.js';
import { groupBy } from './group-by.js';

/**
 * Elements that do the same work together, in the order given: made as one tier, members of one cluster, targets of one
 * call. Every other one alone.
 */
export function sideBySide(model: Architecture, elements: readonly Element[]): readonly (readonly Element[])[] {
  return [...groupBy(elements, (element) => workOf(model, element)).values()];
}

function workOf(model: Architecture, element: Element): string {
  const { kind, tier, id } = element;
  if (tier !== undefined) return `tier ${kind} ${tier}`;
  const [cluster] = model.clustersOf(element);
  if (cluster) return `cluster ${cluster.id}`;
  const pool = model.incoming(element).find((flow) => flow.pool !== undefined)?.pool;
  return pool === undefined ? `element ${id}` : `pool ${pool}`;
}
