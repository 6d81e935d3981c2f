import type { Architecture, Element, Flow, Listener } from '../../graph/architecture.js';
import { lazily } from '../../graph/lazily.js';
import { traits } from '../../vocabulary/kinds.js';
import { isOutside } from './borders.js';
import { endpointsOf, type Leg, legsOf, listenerAt } from './endpoints.js';
import { passageOfLeg } from './flow-passage.js';
import type { Exposure, PassageReason, Reach } from './result.js';

/** Running elements: what listens, or may. */
export function listeningElements(model: Architecture): readonly Element[] {
  return model.elements.filter(({ kind }) => traits(kind).running === true);
}

/** What the internet reaches: its own packets first, then what is handed on. */
export function internetReach(
  model: Architecture,
  exposureOf: (element: Element) => Exposure,
  handedOn: HandedOn,
): readonly Reach[] {
  const packets = listeningElements(model).flatMap((element) =>
    exposureOf(element).listeners.map((known): Reach => ({ element, reach: 'packet', ...known })),
  );
  return [...packets, ...handedOn(packets)];
}

/** What is reached from listeners by requests handed on, over any number of declared flows; in the order of the model. */
export type HandedOn = (packets: readonly Reach[]) => readonly Reach[];

/**
 * `open` along a way that is open throughout, else `unknown`; what is blocked hands nothing on. A flow that is led through a
 * bastion or a gateway goes on from there too, leg by leg. What flows there are is looked up once for all sources.
 */
export function relays(model: Architecture): HandedOn {
  const hops = new Map<Element, readonly Hop[]>();
  const legs = lazily(() => legsBySource(model));
  const hopsFrom = (element: Element) => {
    const before = hops.get(element);
    if (before) return before;
    const found = (legs().get(element) ?? []).flatMap(({ flow, leg }): Hop[] => {
      const reason = passageOfLeg(model, flow, leg);
      return reason.passage === 'blocked' ? [] : [{ flow, reason, ends: endsOf(model, flow, leg) }];
    });
    hops.set(element, found);
    return found;
  };
  const places = new Map(model.elements.map((element, index) => [element, index]));
  const inOrder = (elements: Iterable<Element>) =>
    [...elements].sort((left, right) => places.get(left)! - places.get(right)!);

  return (packets) => {
    const starts = (passages: readonly Reach['passage'][]) =>
      packets.filter(({ passage }) => passages.includes(passage)).map(({ element }) => element);
    const openly = closure(hopsFrom, starts(['open']), true);
    const somehow = closure(hopsFrom, starts(['open', 'unknown']), false);
    const found = new Map<Element, Map<string | undefined, Reach>>();
    for (const from of inOrder(somehow)) {
      for (const hop of hopsFrom(from)) addReaches(found, hop, openly.has(from));
    }
    return inOrder(found.keys()).flatMap((element) => [...found.get(element)!.values()]);
  };
}

/** A leg of a flow that is not blocked, with where it arrives. */
interface Hop {
  readonly flow: Flow;
  readonly reason: PassageReason;
  readonly ends: readonly { readonly element: Element; readonly listener?: Listener }[];
}

/** Of each listener the best that is known: the first way that is open, else the first. */
function addReaches(
  found: Map<Element, Map<string | undefined, Reach>>,
  { flow, reason, ends }: Hop,
  isOpenSoFar: boolean,
): void {
  const passage = reason.passage === 'open' && isOpenSoFar ? 'open' : 'unknown';
  for (const { element, listener } of ends) {
    const own = found.get(element) ?? new Map<string | undefined, Reach>();
    found.set(element, own);
    const before = own.get(listener?.name);
    if (before && (before.passage === 'open' || passage === 'unknown')) continue;
    own.set(listener?.name, {
      element,
      ...(listener && { listener }),
      reach: 'relay',
      ...reason,
      passage,
      by: flow,
    });
  }
}

function closure(
  hopsFrom: (element: Element) => readonly Hop[],
  starts: readonly Element[],
  onlyOpen: boolean,
): Set<Element> {
  const reached = new Set(starts);
  const waiting = [...reached];
  for (let from = waiting.pop(); from; from = waiting.pop()) {
    for (const { reason, ends } of hopsFrom(from)) {
      if (onlyOpen && reason.passage !== 'open') continue;
      for (const { element } of ends) {
        if (reached.has(element)) continue;
        reached.add(element);
        waiting.push(element);
      }
    }
  }
  return reached;
}

interface FlowLeg {
  readonly flow: Flow;
  readonly leg: Leg;
}

/** From each element its own, those of the groups that it is a member of, and those that are led through it. */
function legsBySource(model: Architecture): ReadonlyMap<Element, readonly FlowLeg[]> {
  const found = new Map<Element, FlowLeg[]>();
  for (const flow of model.flows) {
    for (const leg of legsOf(model, flow)) {
      for (const source of new Set([leg.from, ...endpointsOf(model, leg.from)])) {
        const own = found.get(source);
        if (own) own.push({ flow, leg });
        else found.set(source, [{ flow, leg }]);
      }
    }
  }
  return found;
}

/** Where a flow arrives inside: at what it is led through, and at what answers behind its target. */
export function arrivalsOf(model: Architecture, flow: Flow): Hop['ends'] {
  return legsOf(model, flow).flatMap((leg) => endsOf(model, flow, leg));
}

/** Where a leg arrives inside: at what the flow is led through, or at what answers behind its target. */
function endsOf(model: Architecture, flow: Flow, { to }: Leg): Hop['ends'] {
  return endpointsOf(model, to)
    .filter((element) => !isOutside(element) && traits(element.kind).running)
    .map((element) => {
      const listener = to.id === flow.to ? (model.listenerOf(flow) ?? listenerAt(model, flow, element)) : undefined;
      return { element, ...(listener && { listener }) };
    });
}
