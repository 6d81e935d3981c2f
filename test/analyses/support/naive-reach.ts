import type { Architecture, Element, Flow, Listener } from '../../../src/graph/architecture.js';
import {
  addressesOf,
  everyAddress,
  judge,
  meetsBorder,
  naivePassage,
  type Packet,
  type Passage,
  servicesOf,
  sidesOf,
} from './naive-network.js';

export interface NaiveReach {
  readonly element: string;
  readonly listener: string | undefined;
  readonly passage: Passage;
  /** Ids of elements of the zone that get through where the zone at large does not. */
  readonly limitedTo: readonly string[];
  readonly hasBlocks: boolean;
}

/** From everything that may stand in a zone to each listener outside of it. */
export function naiveZoneReach(model: Architecture, zone: Element): readonly NaiveReach[] {
  const targets = model.byKind.component.filter((element) => !model.ancestors(element).includes(zone));
  return targets.flatMap((element) =>
    listenersOf(element).map((listener) => {
      const from = (source: Element) =>
        addressesIn(model, source).map((address) => easiest(model, source, address, element, listener));
      const rest = from(zone);
      const whole = agreed(rest);
      const isSplit = whole === 'unknown' && !rest.includes('unknown') && zone.facts.cidr !== undefined;
      const base = { element: element.id, listener: listener?.name };
      if (whole !== 'blocked' && !isSplit) return { ...base, passage: whole, limitedTo: [], hasBlocks: false };
      const single = namedIn(model, zone, element).map((one) => ({ id: one.id, passage: agreed(from(one)) }));
      const limitedTo = single.filter(({ passage }) => passage === 'open').map(({ id }) => id);
      const isDoubtful = !isSplit && limitedTo.length === 0 && single.some(({ passage }) => passage === 'unknown');
      return { ...base, passage: isDoubtful ? 'unknown' : 'blocked', limitedTo, hasBlocks: isSplit };
    }),
  );
}

/** Goes on along flows until nothing new is reached. */
export function naiveRelays(
  model: Architecture,
  packets: readonly { readonly element: Element; readonly passage: Passage }[],
): readonly string[] {
  const passages = new Map<Flow, Passage>(model.flows.map((flow) => [flow, naivePassage(model, flow)]));
  const spread = (starts: readonly Passage[], ways: readonly Passage[]) => {
    const reached = new Set(packets.filter(({ passage }) => starts.includes(passage)).map(({ element }) => element.id));
    for (let size = -1; size !== reached.size; ) {
      size = reached.size;
      for (const [{ from, to }, passage] of passages) if (reached.has(from) && ways.includes(passage)) reached.add(to);
    }
    return reached;
  };
  const openly = spread(['open'], ['open']);
  const somehow = spread(['open', 'unknown'], ['open', 'unknown']);
  const best = new Map<string, Passage>();
  for (const [flow, passage] of passages) {
    if (!somehow.has(flow.from) || passage === 'blocked') continue;
    const key = `${flow.to} ${model.listenerOf(flow)?.name}`;
    if (passage === 'open' && openly.has(flow.from)) best.set(key, 'open');
    else if (!best.has(key)) best.set(key, 'unknown');
  }
  return [...best].map(([key, passage]) => `${key} ${passage}`).sort();
}

/** Tries every source there is. */
export function naiveBlocked(model: Architecture, element: Element, listener: Listener): boolean {
  const hasNoBorder = !meetsBorder(model, element) && !model.facts.complete;
  const inside = [...model.byKind.component, ...model.byKind.server, ...model.byKind.zone];
  const passages = [
    ...['8.8.8.8', '198.51.100.7', '2600::1'].map((address) =>
      hasNoBorder ? 'unknown' : easiest(model, undefined, address, element, listener),
    ),
    ...inside
      .filter((source) => source !== element)
      .flatMap((source) => addressesIn(model, source).map((from) => easiest(model, source, from, element, listener))),
    ...model.byKind.user.flatMap((user) =>
      everyAddress.map((from) => (hasNoBorder ? 'unknown' : easiest(model, user, from, element, listener))),
    ),
  ];
  return passages.every((passage) => passage === 'blocked');
}

export function naiveUnused(model: Architecture, element: Element, listener: Listener): boolean {
  return !model.flows.some((flow) => {
    if (flow.to !== element.id) return false;
    const used = model.listenerOf(flow);
    return used === undefined || used === listener;
  });
}

function listenersOf({ listeners }: Element): readonly (Listener | undefined)[] {
  return listeners?.length ? listeners : [undefined];
}

function addressesIn(model: Architecture, source: Element): readonly string[] {
  const cidr = source.kind === 'zone' ? source.facts.cidr : undefined;
  if (cidr === undefined) return addressesOf(model, source);
  const net = String(cidr).startsWith('10.0.0.') ? 0 : 1;
  return everyAddress.filter((address) => address.startsWith(`10.0.${net}.`));
}

/** One service is enough, of which it is known wherever the element stands. */
function easiest(
  model: Architecture,
  from: Element | undefined,
  source: string,
  to: Element,
  listener: Listener | undefined,
): Passage {
  const found = servicesOf(listener).map((service) =>
    agreed(addressesOf(model, to).map((target) => judge(model, { from, source, to, target, ...service } as Packet))),
  );
  if (found.includes('open')) return 'open';
  return found.includes('unknown') ? 'unknown' : 'blocked';
}

function agreed(passages: readonly Passage[]): Passage {
  return new Set(passages).size === 1 ? passages[0]! : 'unknown';
}

/** What stands in the zone and is named as a source by a rule of a guard on the way. */
function namedIn(model: Architecture, zone: Element, to: Element): readonly Element[] {
  const outwards = [zone, ...model.ancestors(zone), undefined];
  const inwards = [to, ...model.ancestors(to), undefined];
  const named = new Set<string>();
  for (const guard of model.byKind.firewall) {
    const place = guard.parent === undefined ? undefined : model.byId.get(guard.parent);
    const [leaves, enters] = [outwards.includes(place), inwards.includes(place)];
    if (leaves === enters) continue;
    for (const end of (guard.rules ?? []).flatMap(({ from }) => from)) {
      if (sidesOf(model, guard, end).includes(leaves ? 'outgoing' : 'incoming') && 'element' in end)
        named.add(end.element);
    }
  }
  return [...named].flatMap((id) => model.byId.get(id) ?? []).filter((one) => model.ancestors(one).includes(zone));
}
