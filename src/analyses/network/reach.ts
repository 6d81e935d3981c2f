import type { Architecture, Element, Flow, Listener } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { isOutside } from './borders.js';
import { endpointsOf, listenerAt } from './endpoints.js';
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
 * `open` along a way that is open throughout, else `unknown`; blocked flows hand nothing on. What flows there are is looked
 * up once for all sources.
 */
export function relays(model: Architecture, passageOf: (flow: Flow) => PassageReason): HandedOn {
  const hops = new Map<Element, readonly Hop[]>();
  const hopsFrom = (element: Element) => {
    const before = hops.get(element);
    if (before) return before;
    const found = flowsOf(model, element).flatMap((flow): Hop[] => {
      const reason = passageOf(flow);
      return reason.passage === 'blocked' ? [] : [{ flow, reason, ends: endsOf(model, flow) }];
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

/** A flow that is not blocked, with where it arrives. */
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

/** Its own, and those of the groups that it is a member of. */
function flowsOf(model: Architecture, element: Element): readonly Flow[] {
  const groups = model.clustersOf(element).flatMap(({ id }) => model.byId.get(id) ?? []);
  return [element, ...groups].flatMap((sender) => model.outgoing(sender)).filter(({ verb }) => verb !== 'resolvesTo');
}

/** Where a flow arrives inside: at what it is led through, and at what answers behind its target. */
export function endsOf(
  model: Architecture,
  flow: Flow,
): readonly { readonly element: Element; readonly listener?: Listener }[] {
  const stops = (flow.facts.through ?? []).flatMap((id) => model.byId.get(id) ?? []);
  const target = model.byId.get(flow.to);
  const behind = target ? endpointsOf(model, target) : [];
  return [
    ...stops.flatMap((stop) => endpointsOf(model, stop)).map((element) => ({ element })),
    ...behind.map((element) => {
      const listener = model.listenerOf(flow) ?? listenerAt(model, flow, element);
      return { element, ...(listener && { listener }) };
    }),
  ].filter(({ element }) => !isOutside(element) && traits(element.kind).running);
}
