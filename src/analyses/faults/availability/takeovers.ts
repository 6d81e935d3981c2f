import type { Cluster, Element, ElementFacts, Flow } from '../../../graph/architecture.js';
import { seconds } from '../../../vocabulary/units.js';
import type { Universe } from '../universe.js';

/** How a group or a replication goes on when the one that serves is down. */
export interface Takeover {
  readonly owner: Cluster | Flow;
  readonly active: Element;
  /** What fails over; undefined: somebody does, by hand. */
  readonly mechanism?: Element;
  /** Seconds until another serves; undefined: no time is told, and an automatic takeover is taken to be immediate. */
  readonly time?: number;
}

/** Every takeover that the model declares; one by hand counts where `rto` says how long it takes. */
export function takeoversIn(universe: Universe): readonly Takeover[] {
  const { model } = universe;
  const groups = model.clusters.flatMap((cluster) => {
    const facts = model.byId.get(cluster.id)?.facts ?? {};
    const active = model.byId.get(facts.writer ?? '') ?? model.byId.get(cluster.members[0] ?? '');
    return active ? (takeoverOf(universe, cluster, active, facts, facts.rto ?? active.facts.rto) ?? []) : [];
  });
  const replications = model.flows.flatMap((flow) => {
    const active = flow.verb === 'replicates' ? model.byId.get(flow.to) : undefined;
    return active ? (takeoverOf(universe, flow, active, flow.facts, active.facts.rto) ?? []) : [];
  });
  return [...groups, ...replications];
}

function takeoverOf(
  { model }: Universe,
  owner: Cluster | Flow,
  active: Element,
  { failover }: Pick<ElementFacts, 'failover'>,
  promotion: ElementFacts['rto'],
): Takeover | undefined {
  if (failover === undefined || failover === 'none') return undefined;
  if (failover === 'manual') return promotion && { owner, active, time: seconds(promotion) };
  const mechanism = model.byId.get(failover.by);
  return mechanism && { owner, active, mechanism, ...(failover.within && { time: seconds(failover.within) }) };
}
