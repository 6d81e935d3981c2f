import type { Cluster, Element, ElementFacts, Flow } from '../../../graph/architecture.js';
import { seconds } from '../../../vocabulary/units.js';
import { placesAbove } from '../places-above.js';
import type { Universe } from '../universe.js';
import { figureOf } from './figure-of.js';

/** How a group or a replication goes on when the one that serves is down. */
export interface Takeover {
  readonly owner: Cluster | Flow;
  readonly active: Element;
  /** What fails over; undefined: somebody does, by hand. */
  readonly mechanism?: Element;
  /**
   * The share of the time in which the active is down that passes before another serves: min(1, takeover time / mean down
   * time). 0: at once, or no rate is known. Times q of the active it is failure frequency × takeover time.
   */
  readonly waiting: number;
  /** It is automatic, and was taken to be immediate: a time or a rate is missing. */
  readonly assumedImmediate: boolean;
}

/** Every takeover that the model declares; one by hand counts where `rto` and a rate say how long it takes. */
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
  universe: Universe,
  owner: Cluster | Flow,
  active: Element,
  { failover }: Pick<ElementFacts, 'failover'>,
  promotion: ElementFacts['rto'],
): Takeover | undefined {
  if (failover === undefined || failover === 'none') return undefined;
  const time = failover === 'manual' ? promotion : failover.within;
  const down = meanDownTime(universe, active);
  const waiting = time === undefined || down === undefined ? undefined : shareWaited(seconds(time), down);
  if (failover === 'manual') {
    return waiting === undefined ? undefined : { owner, active, waiting, assumedImmediate: false };
  }
  const mechanism = universe.model.byId.get(failover.by);
  return mechanism && { owner, active, mechanism, waiting: waiting ?? 0, assumedImmediate: waiting === undefined };
}

function shareWaited(time: number, down: number): number {
  return time >= down ? 1 : time / down;
}

/**
 * Mean seconds that an element is down once it is, by itself or by a place it stands in: Σq / Σf over those that declare
 * mtbf and mttr, the mean down time of a series structure in steady state when each q is small (Rausand and Høyland,
 * System Reliability Theory). Undefined where none declares both.
 */
function meanDownTime(universe: Universe, active: Element): number | undefined {
  const own = active.facts.availabilityIncludes === 'everything' ? [] : placesAbove(universe, active);
  let share = 0;
  let frequency = 0;
  for (const { facts } of [active, ...own]) {
    const figure = figureOf(facts);
    if (figure?.frequency === undefined) continue;
    share += figure.unavailability;
    frequency += figure.frequency;
  }
  return frequency > 0 ? share / frequency : undefined;
}
