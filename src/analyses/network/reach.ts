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
  passageOf: (flow: Flow) => PassageReason,
): readonly Reach[] {
  const packets = listeningElements(model).flatMap((element) =>
    exposureOf(element).listeners.map((known): Reach => ({ element, reach: 'packet', ...known })),
  );
  return [...packets, ...relayReach(model, packets, passageOf)];
}

/**
 * What is reached from listeners by requests handed on, over any number of declared flows: `open` along a way that is open
 * throughout, else `unknown`; blocked flows hand nothing on. In the order of the model.
 */
export function relayReach(
  model: Architecture,
  packets: readonly Reach[],
  passageOf: (flow: Flow) => PassageReason,
): readonly Reach[] {
  const starts = (passages: readonly Reach['passage'][]) =>
    packets.filter(({ passage }) => passages.includes(passage)).map(({ element }) => element);
  const openly = closure(model, starts(['open']), (flow) => passageOf(flow).passage === 'open');
  const somehow = closure(model, starts(['open', 'unknown']), (flow) => passageOf(flow).passage !== 'blocked');
  const found = new Map<string, Reach>();
  for (const from of model.elements) {
    if (!somehow.has(from)) continue;
    for (const flow of flowsOf(model, from)) {
      const reason = passageOf(flow);
      if (reason.passage === 'blocked') continue;
      const passage = reason.passage === 'open' && openly.has(from) ? 'open' : 'unknown';
      for (const { element, listener } of endsOf(model, flow)) {
        const key = JSON.stringify([element.id, listener?.name ?? null]);
        if (found.get(key)?.passage === 'open' || (found.has(key) && passage === 'unknown')) continue;
        found.set(key, { element, ...(listener && { listener }), reach: 'relay', ...reason, passage, by: flow });
      }
    }
  }
  const place = new Map(model.elements.map((element, index) => [element, index]));
  return [...found.values()].sort((left, right) => place.get(left.element)! - place.get(right.element)!);
}

function closure(model: Architecture, starts: readonly Element[], passes: (flow: Flow) => boolean): Set<Element> {
  const reached = new Set(starts);
  const waiting = [...reached];
  for (let from = waiting.pop(); from; from = waiting.pop()) {
    for (const flow of flowsOf(model, from)) {
      if (!passes(flow)) continue;
      for (const { element } of endsOf(model, flow)) {
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
