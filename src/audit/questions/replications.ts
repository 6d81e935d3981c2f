import type { Architecture, Element, Flow, ReplicationFacts } from '../../graph/architecture.js';
import type { StoreGroup } from './store-groups.js';

/** How a group is copied, at one of the places where that is said. */
export interface ReplicationSaid {
  /** The flow or the cluster whose options say it. */
  readonly on: Flow | Element;
  /** Its own words, and where it has none those of the cluster that it copies within. */
  readonly facts: ReplicationFacts;
}

/** Every replication of a group: its flows, or its cluster where no flow shows how its members copy each other. */
export function replicationsOf(
  model: Architecture,
  { members, cluster, replication }: StoreGroup,
): readonly ReplicationSaid[] {
  if (replication.length === 0) return cluster && members.length > 1 ? [{ on: cluster, facts: cluster.facts }] : [];
  const inside = new Set(cluster ? model.clusterById.get(cluster.id)?.members : []);
  return replication.map((flow) => {
    const isInside = inside.has(flow.from) && inside.has(flow.to);
    return { on: flow, facts: cluster && isInside ? { ...cluster.facts, ...flow.facts } : flow.facts };
  });
}

/** Whether what was just written can be lost with the writer; undefined where it is not told. */
export function losesWrites({ replication, acknowledgements, degradesToAsynchronous }: ReplicationFacts) {
  if (replication === 'asynchronous' || acknowledgements === 0 || degradesToAsynchronous === true) return true;
  return replication === 'synchronous' || acknowledgements !== undefined ? false : undefined;
}
