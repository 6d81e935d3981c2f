import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { crossingBetween, guardsByContainer } from '../network/borders.js';
import { endpointsOf, legsOf } from '../network/endpoints.js';
import { passageOfPair } from '../network/flow-passage.js';
import { guardsAt } from '../network/passage.js';

/** What lies between two elements on the way of a flow. */
export interface PacketWay {
  /** Boxes in the way that must work: appliances, or the cluster that several are. */
  readonly boxes: readonly Element[];
  /** The guard that blocks the packets as modelled. */
  readonly blockedBy?: Element;
}

export interface PacketWays {
  /** Nothing is ever in the way: there are no appliances, and no guard that denies. */
  readonly clear: boolean;
  between(flow: Flow, from: Element, to: Element): PacketWay;
}

const nothing: PacketWay = { boxes: [] };

export function packetWays(model: Architecture): PacketWays {
  const guardsIn = guardsByContainer(model);
  const mayBlock = model.byKind.firewall.some(denies);
  const clear = !mayBlock && !model.byKind.firewall.some(isInLine);
  const boxesKnown = new Map<string, readonly Element[]>();

  function between(flow: Flow, from: Element, to: Element): PacketWay {
    if (clear) return nothing;
    const legs = legsBetween(model, flow, from, to);
    const boxes = [...new Set(legs.flatMap((leg) => boxesBetween(leg.from, leg.to)))];
    const blocked = mayBlock ? legs.map((leg) => passageOfPair(model, guardsIn, flow, leg.from, leg.to, leg.stop)) : [];
    const block = blocked.find(({ passage }) => passage === 'blocked');
    return block ? { boxes, blockedBy: block.guard } : { boxes };
  }

  function boxesBetween(from: Element, to: Element): readonly Element[] {
    const key = `${from.id}\n${to.id}`;
    const known = boxesKnown.get(key) ?? boxesOf(model, guardsAt(guardsIn, crossingBetween(model, from, to)));
    boxesKnown.set(key, known);
    return known;
  }

  return { clear, between };
}

function denies({ facts, rules = [] }: Element): boolean {
  return facts.incoming === 'deny' || facts.outgoing === 'deny' || rules.some(({ action }) => action === 'deny');
}

/** A box of its own that can fail and stops the packets when it does. */
function isInLine({ facts }: Element): boolean {
  return facts.appliance === true;
}

function boxesOf(model: Architecture, guards: readonly Element[]): readonly Element[] {
  const boxes = guards.filter(isInLine).flatMap((guard) => {
    const [cluster] = model.clustersOf(guard);
    if (!cluster) return guard.facts.failMode === 'open' ? [] : [guard];
    const members = cluster.members.flatMap((id) => model.byId.get(id) ?? []);
    return members.some(({ facts }) => facts.failMode === 'open') ? [] : (model.byId.get(cluster.id) ?? []);
  });
  return [...new Set(boxes)];
}

interface LegBetween {
  readonly from: Element;
  readonly to: Element;
  /** The element as the flow names it: a cluster where `to` is a member. */
  readonly stop: Element;
}

/** The legs of a flow where its ends stand for one of their members each. */
function legsBetween(model: Architecture, flow: Flow, from: Element, to: Element): readonly LegBetween[] {
  const stops = legsOf(model, flow);
  return stops.map((leg, index) => ({
    from: index === 0 ? from : (endpointsOf(model, leg.from)[0] ?? leg.from),
    to: index === stops.length - 1 ? to : (endpointsOf(model, leg.to)[0] ?? leg.to),
    stop: leg.to,
  }));
}
