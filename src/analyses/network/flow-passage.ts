import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { crossingBetween, type GuardsIn } from './borders.js';
import { endpointsOf, type Leg, legsOf, listenerAt } from './endpoints.js';
import { guardsAt, passageBetween } from './passage.js';
import { type Service, serviceOf } from './ports.js';
import type { PassageReason } from './result.js';
import { worst } from './verdict.js';

const open: PassageReason = { passage: 'open' };

/**
 * What is known of the packets of a flow, over all its legs. Behind a name or a shared address the members may be
 * guarded differently: then what they have in common is known, and nothing else.
 */
export function passageOfFlow(model: Architecture, flow: Flow): PassageReason {
  return worst(legsOf(model, flow).map((leg) => passageOfLeg(model, flow, leg)));
}

export function passageOfLeg(model: Architecture, flow: Flow, leg: Leg): PassageReason {
  const verdicts = pairsOf(model, leg).map(({ from, to }) => passageOfPair(model, flow, from, to, leg.to));
  const [first = open] = verdicts;
  return verdicts.every(({ passage }) => passage === first.passage) ? first : { passage: 'unknown' };
}

/** The packets of a flow between two of the elements that its ends may stand for. */
export function passageOfPair(
  model: Architecture,
  flow: Flow,
  from: Element,
  to: Element,
  stop: Element,
): PassageReason {
  return passageBetween(model, from, to, serviceOfPair(model, flow, to, stop), stop);
}

/** The port of a flow at one of the elements behind the end of a leg; undefined where it is not known. */
export function serviceOfPair(model: Architecture, flow: Flow, to: Element, stop: Element): Service | undefined {
  const listener = stop.id === flow.to ? (model.listenerOf(flow) ?? listenerAt(model, flow, to)) : onlyListener(to);
  return listener && serviceOf(listener);
}

function onlyListener({ listeners = [] }: Element) {
  return listeners.length === 1 ? listeners[0] : undefined;
}

export function pairsOf(model: Architecture, { from, to }: Leg): readonly Leg[] {
  const sources = endpointsOf(model, from);
  const targets = endpointsOf(model, to);
  return sources.flatMap((source) => targets.map((target) => ({ from: source, to: target })));
}

/** The guards on the legs of a flow, each once. */
export function guardsOnFlow(model: Architecture, guardsIn: GuardsIn, flow: Flow): readonly Element[] {
  const pairs = legsOf(model, flow).flatMap((leg) => pairsOf(model, leg));
  return [...new Set(pairs.flatMap(({ from, to }) => guardsAt(guardsIn, crossingBetween(model, from, to))))];
}
