import type { Architecture, Element } from '../../graph/architecture.js';
import { type Crossing, crossingBetween, type GuardsIn, isOutside } from './borders.js';
import { addressesAsked, addressesOf } from './party.js';
import { classesOf } from './party-class.js';
import type { Service } from './ports.js';
import { everyService, serviceInterval } from './service-axis.js';
import { serviceClasses } from './service-class.js';
import { type Topology, topologyOf } from './topology.js';
import { agreed, open, type Verdict, verdictOn } from './verdict.js';
import { wayAcross } from './way.js';

/**
 * What is known of packets between two elements to one port; without a port, to every port alike.
 *
 * @param stop what the packets are sent to, where `to` answers behind it
 */
export function passageBetween(
  model: Architecture,
  from: Element,
  to: Element,
  service?: Service,
  stop: Element = to,
): Verdict {
  const topology = topologyOf(model);
  const way = wayAcross(topology, crossingBetween(model, from, to));
  if (isOutside(from) && from !== to && meetsNothing(topology, way)) {
    return isOutside(to) ? open : { passage: 'unknown' };
  }
  if (way.stages.length === 0) return open;
  const sources = classesOf(topology, way, 'source', from, addressesOf(topology, from));
  const targets = classesOf(topology, way, 'target', to, addressesAsked(topology, to, stop));
  const services = serviceClasses(way.stages, service ? [serviceInterval(service)] : everyService);
  const verdicts: Verdict[] = [];
  for (const source of sources) {
    for (const target of targets) {
      for (const one of services) verdicts.push(verdictOn(way.stages, source, target, one));
    }
  }
  return agreed(verdicts);
}

/**
 * A packet from outside meets no border at all: nothing is known of the way. Zones' borders count and those with a guard:
 * a server without a firewall of its own is no border.
 */
export function meetsNothing({ tellsAll, guardsIn }: Topology, { leaving, entering }: Crossing): boolean {
  const counts = (container: Element | undefined) => container?.kind === 'zone' || guardsIn(container).length > 0;
  return !tellsAll && ![...leaving, ...entering].some(counts);
}

export function guardsAt(guardsIn: GuardsIn, { leaving, entering }: Crossing): readonly Element[] {
  const guards: Element[] = [];
  for (const container of leaving) guards.push(...guardsIn(container));
  for (const container of entering) guards.push(...guardsIn(container));
  return guards;
}
