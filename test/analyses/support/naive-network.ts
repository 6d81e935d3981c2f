import type { Architecture, Element, FirewallRule, Flow, Listener, RuleEnd } from '../../../src/graph/architecture.js';

export type Passage = 'open' | 'blocked' | 'unknown';

/** One single packet, with addresses as text. */
export interface Packet {
  readonly from: Element | undefined;
  readonly source: string;
  readonly to: Element;
  readonly target: string;
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  readonly port: number;
}

/** One of each stretch that the rules of the random networks treat alike. */
const ports = [1, 53, 80, 443, 1_024, 1_500, 1_601, 60_001];
const elsewhere = ['8.8.8.8', '198.51.100.7', '2600::1'];
export const everyAddress = [
  ...elsewhere,
  ...[0, 1].flatMap((net) => Array.from({ length: 8 }, (_, host) => `10.0.${net}.${host}`)),
  '10.0.2.1',
];

/** Tries every packet that the flow may be: all alike, or nobody knows. */
export function naivePassage(model: Architecture, flow: Flow): Passage {
  const from = model.byId.get(flow.from)!;
  const to = model.byId.get(flow.to)!;
  if (from.kind === 'user' && !meetsBorder(model, to)) return model.facts.complete ? 'open' : 'unknown';
  const services = servicesOf(model.listenerOf(flow));
  const passages = new Set<Passage>();
  for (const source of addressesOf(model, from)) {
    for (const target of addressesOf(model, to)) {
      for (const service of services) passages.add(judge(model, { from, source, to, target, ...service }));
    }
  }
  return passages.size === 1 ? [...passages][0]! : 'unknown';
}

/** Tries packets from addresses of the internet to every port where something may listen. */
export function naiveExposure(model: Architecture, to: Element): Passage {
  if (!meetsBorder(model, to) && !model.facts.complete) return 'unknown';
  const listeners: readonly (Listener | undefined)[] = to.listeners?.length ? to.listeners : [undefined];
  const found = new Set<Passage>();
  for (const source of ['8.8.8.8', '2600::1']) {
    for (const service of listeners.flatMap(servicesOf)) {
      const passages = new Set(
        addressesOf(model, to).map((target) => judge(model, { from: undefined, source, to, target, ...service })),
      );
      found.add(passages.size === 1 ? [...passages][0]! : 'unknown');
    }
  }
  if (found.has('open')) return 'open';
  return found.has('unknown') ? 'unknown' : 'blocked';
}

export function servicesOf(listener: Listener | undefined): Pick<Packet, 'protocol' | 'port'>[] {
  if (listener) return [{ protocol: listener.protocol === 'udp' ? 'udp' : 'tcp', port: portOf(listener) }];
  return [
    { protocol: 'icmp' as const, port: 0 },
    ...ports.flatMap((port) => [
      { protocol: 'tcp' as const, port },
      { protocol: 'udp' as const, port },
    ]),
  ];
}

function portOf({ port, protocol }: Listener): number {
  return port ?? (protocol === 'https' ? 443 : 80);
}

export function addressesOf(model: Architecture, element: Element): readonly string[] {
  if (element.facts.address !== undefined) return [element.facts.address];
  const zone = model.ancestors(element).find(({ kind, facts }) => kind === 'zone' && facts.cidr !== undefined);
  if (element.kind === 'user' || !zone) return everyAddress;
  const net = String(zone.facts.cidr).startsWith('10.0.0.') ? 0 : 1;
  return everyAddress.filter((address) => address.startsWith(`10.0.${net}.`));
}

export function meetsBorder(model: Architecture, to: Element): boolean {
  return [to, ...model.ancestors(to), undefined].some(
    (place) => place?.kind === 'zone' || guardsIn(model, place).length > 0,
  );
}

function guardsIn(model: Architecture, place: Element | undefined): readonly Element[] {
  return model.children(place).filter(({ kind }) => kind === 'firewall');
}

export function judge(model: Architecture, packet: Packet): Passage {
  const { from, to } = packet;
  const machine = from?.kind === 'server' ? from : from && model.hostOf(from);
  if (machine && machine === model.hostOf(to)) return 'open';
  const outwards = from && from.kind !== 'user' ? [from, ...model.ancestors(from), undefined] : [];
  const inwards = [to, ...model.ancestors(to), undefined];
  const leaving = outwards.filter((place) => !inwards.includes(place));
  const entering = inwards.filter((place) => !outwards.includes(place));
  const seen = (sourceLeft: number, targetLeft: number): Packet => ({
    ...packet,
    source: translated(leaving.slice(0, sourceLeft), packet.source),
    target: translated(entering.slice(0, targetLeft), packet.target),
  });
  const verdicts = [
    ...leaving.map((place, left) => atBorder(model, place, 'outgoing', seen(left, entering.length))),
    ...entering.map((place, left) => atBorder(model, place, 'incoming', seen(leaving.length, left))),
  ];
  if (verdicts.includes('blocked')) return 'blocked';
  return verdicts.includes('unknown') ? 'unknown' : 'open';
}

/** An address behind the borders of these places, from the inside out. */
function translated(places: readonly (Element | undefined)[], address: string): string {
  const isOurs = /^10\.0\.0\.[0-7]$/.test(address);
  return isOurs && places.some((place) => place?.facts.translates) ? `198.51.100.${address.slice(-1)}` : address;
}

export type Side = 'incoming' | 'outgoing';

function atBorder(model: Architecture, place: Element | undefined, side: Side, packet: Packet): Passage {
  const guards = guardsIn(model, place);
  if (guards.length === 0) {
    return place?.kind === 'zone' && !place.facts.open && !model.facts.complete ? 'unknown' : 'open';
  }
  const verdicts = guards.map((guard) => atGuard(model, guard, side, packet));
  if (verdicts.includes('blocked')) return 'blocked';
  return verdicts.includes('unknown') ? 'unknown' : 'open';
}

function atGuard(model: Architecture, guard: Element, side: Side, packet: Packet): Passage {
  const there = oneWay(model, guard, side, packet);
  if (there !== 'open' || guard.facts.stateful !== false || packet.protocol === 'icmp') return there;
  const back = ports
    .filter((port) => port >= 1_024)
    .map((port) => oneWay(model, guard, side === 'incoming' ? 'outgoing' : 'incoming', reply(packet, port)));
  if (back.includes('blocked')) return 'blocked';
  return back.includes('unknown') ? 'unknown' : 'open';
}

type AnyPacket = Omit<Packet, 'to'> & { readonly to: Element | undefined };

function reply({ from, source, to, target, protocol }: Packet, port: number): AnyPacket {
  return { from: to, source: target, to: from, target: source, protocol, port };
}

function oneWay(model: Architecture, guard: Element, side: Side, packet: AnyPacket): Passage {
  const rules = guard.rules ?? [];
  const first = rules.find((rule) => matches(model, guard, rule, side, packet));
  if (first) return first.action === 'allow' ? 'open' : 'blocked';
  const policy = guard.facts[side];
  if (policy === 'deny') return 'blocked';
  return policy === 'allow' ? 'open' : 'unknown';
}

/** Of which sides a rule with this source is: a block with addresses inside and others is of both. */
export function sidesOf(model: Architecture, guard: Element, end: RuleEnd): readonly Side[] {
  const known = sidesKnown.get(end) ?? new Map<Element, readonly Side[]>();
  sidesKnown.set(end, known);
  const sides = known.get(guard) ?? findSides(model, guard, end);
  known.set(guard, sides);
  return sides;
}

const sidesKnown = new WeakMap<RuleEnd, Map<Element, readonly Side[]>>();

function findSides(model: Architecture, guard: Element, end: RuleEnd): readonly Side[] {
  const place = guard.parent === undefined ? undefined : model.byId.get(guard.parent);
  if ('anyone' in end) return ['incoming'];
  if ('cidr' in end) {
    const told = model.elements.flatMap(({ facts }) => facts.address ?? []);
    const all = [...new Set([...everyAddress, ...told])];
    const inside = all.filter((address) => standsInside(model, place, address));
    const held = all.filter((address) => holds(end.cidr, address));
    const touched = held.filter((address) => inside.includes(address));
    if (touched.length === 0) return ['incoming'];
    return touched.length === held.length && !isEndless(end.cidr) ? ['outgoing'] : ['incoming', 'outgoing'];
  }
  const element = model.byId.get(end.element)!;
  const inside =
    place === undefined ? element.kind !== 'user' : element === place || model.ancestors(element).includes(place);
  return [inside ? 'outgoing' : 'incoming'];
}

/** An address that is told of something in a place, that its border shows, or that lies in the block of a zone there. */
function standsInside(model: Architecture, place: Element | undefined, address: string): boolean {
  return model.elements.some((element) => {
    const isIn = place === undefined || element === place || model.ancestors(element).includes(place);
    if (!isIn || element.kind === 'user') return false;
    if (element.facts.address === address) return true;
    if (element !== place && element.facts.translates && /^198\.51\.100\.[0-7]$/.test(address)) return true;
    const cidr = element.facts.cidr;
    return typeof cidr === 'string' && holds(cidr, address);
  });
}

/** More addresses than those that are tried. */
function isEndless(cidr: string): boolean {
  return cidr === '0.0.0.0/0' || cidr === '::/0' || cidr.startsWith('198.51.100.') || cidr === '10.0.0.0/23';
}

function matches(model: Architecture, guard: Element, rule: FirewallRule, side: Side, packet: AnyPacket): boolean {
  const from = rule.from.some(
    (end) => sidesOf(model, guard, end).includes(side) && covers(model, end, packet.from, packet.source),
  );
  const to = rule.to.some(
    (end) => covers(model, end, packet.to, packet.target) && coversPort(model, rule, end, packet),
  );
  return from && to;
}

export function covers(model: Architecture, end: RuleEnd, element: Element | undefined, address: string): boolean {
  if ('anyone' in end) return true;
  if ('cidr' in end) return holds(end.cidr, address);
  const named = model.byId.get(end.element)!;
  return element !== undefined && (element === named || model.ancestors(element).includes(named));
}

/** The blocks of the random networks, each by its own words. */
function holds(block: string, address: string): boolean {
  const [, , net, host] = address.split('.').map(Number);
  const isOurs = address.startsWith('10.0.');
  switch (block) {
    case '0.0.0.0/0':
      return !address.includes(':');
    case '::/0':
      return address.includes(':');
    case '10.0.0.0/29':
      return isOurs && net === 0 && host! < 8;
    case '10.0.0.0/30':
      return isOurs && net === 0 && host! < 4;
    case '10.0.0.4/32':
      return isOurs && net === 0 && host === 4;
    case '10.0.1.0/29':
      return isOurs && net === 1 && host! < 8;
    case '10.0.1.0/30':
      return isOurs && net === 1 && host! < 4;
    case '10.0.0.0/23':
      return isOurs && net! < 2;
    case '::ffff:10.0.0.2/127':
      return isOurs && net === 0 && (host === 2 || host === 3);
    default:
      return address.startsWith('198.51.100.');
  }
}

export function coversPort(
  model: Architecture,
  rule: FirewallRule,
  end: RuleEnd,
  { protocol, port }: AnyPacket,
): boolean {
  const named = 'element' in end ? model.byId.get(end.element)?.listeners : undefined;
  const listener = 'element' in end ? named?.find(({ name }) => name === end.listener) : undefined;
  const own = listener && {
    protocol: listener.protocol === 'udp' ? ('udp' as const) : ('tcp' as const),
    from: portOf(listener),
    to: portOf(listener),
  };
  const ranges = rule.ports ?? (own ? [own] : undefined);
  if (!ranges) return true;
  return ranges.some((range) => {
    if (protocol === 'icmp') return range.protocol === 'any' && range.from === 0 && range.to === 65_535;
    return (range.protocol === 'any' || range.protocol === protocol) && range.from <= port && port <= range.to;
  });
}
