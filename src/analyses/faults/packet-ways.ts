import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { containersOf, crossingBetween, guardsByContainer, isOutside } from '../network/borders.js';
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
  /** Nothing is ever asked of the way: there are no appliances, no guard that denies, and no certificate to show. */
  readonly clear: boolean;
  /** There is no guard that could be in the way. */
  readonly unguarded: boolean;
  /** Nothing guards one of the two and not the other: no guard stands between them. */
  areTogether(from: Element, to: Element): boolean;
  between(flow: Flow, from: Element, to: Element): PacketWay;
}

const nothing: PacketWay = { boxes: [] };

const knownWays = new WeakMap<Architecture, PacketWays>();

/** Found once for a model, however often its failures are analysed. */
export function packetWays(model: Architecture): PacketWays {
  const before = knownWays.get(model);
  if (before) return before;
  const ways = waysIn(model);
  knownWays.set(model, ways);
  return ways;
}

function waysIn(model: Architecture): PacketWays {
  const guardsIn = guardsByContainer(model);
  const telling = new Set(model.byKind.firewall.filter((guard) => denies(guard) || isInLine(guard)));
  const known = new Map<Flow, Map<Element, PacketWay>>();
  const surroundings = surroundingsIn(model, telling);

  function between(flow: Flow, from: Element, to: Element): PacketWay {
    if (telling.size === 0) return nothing;
    if (!flow.facts.through && surroundings(from) === surroundings(to)) return nothing;
    if (endpointsOf(model, from)[0] !== from || flow.from !== from.id) return wayBetween(flow, from, to);
    const ofFlow = known.get(flow) ?? new Map<Element, PacketWay>();
    const way = ofFlow.get(to) ?? wayBetween(flow, from, to);
    ofFlow.set(to, way);
    known.set(flow, ofFlow);
    return way;
  }

  function wayBetween(flow: Flow, from: Element, to: Element): PacketWay {
    const legs = legsBetween(model, flow, from, to).map((leg) => ({
      ...leg,
      guards: guardsAt(guardsIn, crossingBetween(model, leg.from, leg.to)).filter((guard) => telling.has(guard)),
    }));
    const met = legs.filter(({ guards }) => guards.length > 0);
    if (met.length === 0) return nothing;
    const boxes = boxesOf(
      model,
      met.flatMap(({ guards }) => guards),
    );
    const verdicts = met
      .filter(({ guards }) => guards.some(denies))
      .map((leg) => passageOfPair(model, flow, leg.from, leg.to, leg.stop));
    const block = verdicts.find(({ passage }) => passage === 'blocked');
    return block ? { boxes, blockedBy: block.guard } : { boxes };
  }

  return {
    clear: telling.size === 0 && model.byKind.certificate.length === 0,
    unguarded: telling.size === 0,
    areTogether: (from, to) => surroundings(from) === surroundings(to),
    between,
  };
}

/** Names the guarded places around an element: two with the same ones have no guard between them. */
function surroundingsIn(model: Architecture, telling: ReadonlySet<Element>): (element: Element) => string {
  const guarded = new Set([...telling].map(({ parent }) => parent));
  const known = new Map<Element, string>();
  return (element) => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const places = containersOf(model, element).filter((place) => guarded.has(place?.id));
    const name = places.map((place) => place?.id ?? '').join('\n');
    const answer = isOutside(element) ? name : `in ${places.length} ${name}`;
    known.set(element, answer);
    return answer;
  };
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
