import type { Architecture, Element, Flow } from '../../graph/architecture.js';

/** A replica, and what promotes it when the primary fails (none: nothing does). */
export interface Replica {
  readonly element: Element;
  readonly flow: Flow;
  readonly mechanism?: Element;
}

/** The copies of each store, by what `replicates` it. */
export interface ReplicasOf {
  (primary: Element): readonly Replica[];
  /** The stores that have any, in the order of the flows. */
  readonly primaries: readonly Element[];
}

const none: readonly Replica[] = [];

export function indexReplicas(model: Architecture): ReplicasOf {
  const index = new Map<Element, Replica[]>();
  for (const flow of model.flows) {
    if (flow.verb !== 'replicates') continue;
    const primary = model.byId.get(flow.to);
    const element = model.byId.get(flow.from);
    if (!primary || !element || element === primary) continue;
    const { failover } = flow.facts;
    const mechanism = typeof failover === 'object' ? model.byId.get(failover.by) : undefined;
    const replica = { element, flow, ...(mechanism && { mechanism }) };
    const replicas = index.get(primary);
    if (replicas) replicas.push(replica);
    else index.set(primary, [replica]);
  }
  return Object.assign((primary: Element) => index.get(primary) ?? none, { primaries: [...index.keys()] });
}
