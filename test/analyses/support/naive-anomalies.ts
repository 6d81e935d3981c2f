import type { Architecture, Element, Flow } from '../../../src/graph/architecture.js';
import { addressesOf, covers, coversPort, type Side, sidesOf } from './naive-network.js';

/** Addresses that the rules of the random networks tell apart, and how many each stands for. */
const world: ReadonlyMap<string, bigint> = new Map([
  ...[0, 1].flatMap((net) => Array.from({ length: 8 }, (_, host) => [`10.0.${net}.${host}`, 1n] as const)),
  ['10.0.0.9', 496n],
  ...[4, 5, 6].map((host) => [`10.0.2.${host}`, 1n] as const),
  ['8.8.8.8', 2n ** 32n - 512n - 3n - 256n],
  ['198.51.100.7', 256n],
  ['2600::1', 2n ** 128n],
]);

const cuts = [1, 53, 54, 80, 81, 443, 444, 1_024, 1_500, 1_501, 1_601, 60_001, 65_536];

export interface Service {
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  readonly port: number;
  readonly size: number;
}

const services: readonly Service[] = [
  ...cuts.slice(1).flatMap((end, index) => {
    const port = cuts[index]!;
    return (['tcp', 'udp'] as const).map((protocol) => ({ protocol, port, size: end - port }));
  }),
  { protocol: 'icmp', port: 0, size: 1 },
];

/** An element, the rest of a zone (then the zone), or nobody that the model knows, at one address. */
interface Party {
  readonly element: Element | undefined;
  readonly address: string;
}

export interface NaiveAnomaly {
  readonly index: number;
  readonly anomaly: string;
  readonly by?: readonly number[];
  readonly beyond?: { readonly packets: bigint; readonly sources: bigint; readonly ports: number };
}

/** Tries every packet on both sides of a guard against every rule; `counts`: what is too wide as well, where all addresses are told. */
export function naiveAnomalies(model: Architecture, guard: Element, counts: boolean): readonly NaiveAnomaly[] {
  const benches = (['incoming', 'outgoing'] as const).map((side) => benchOf(model, guard, side));
  const dead = deadRules(guard, benches);
  const gone = new Set(dead.map(({ index }) => index));
  const used = new Set(benches.flatMap((bench) => [...usedRules(bench)]));
  const told = [...new Set(benches.flatMap(({ rules }) => rules))].sort((left, right) => left - right);
  const allowances = told.filter((index) => guard.rules![index]!.action === 'allow' && !gone.has(index));
  return [
    ...dead,
    ...redundantRules(guard, benches, gone).map((index) => ({ index, anomaly: 'redundant' })),
    ...allowances.filter((index) => !used.has(index)).map((index) => ({ index, anomaly: 'unneeded' })),
    ...benches.flatMap((bench) =>
      allowances.filter((index) => counts && used.has(index)).flatMap((index) => tooWide(bench, index)),
    ),
  ];
}

interface Bench {
  readonly model: Architecture;
  readonly guard: Element;
  readonly side: Side;
  /** Those with a source on this side. */
  readonly rules: readonly number[];
  readonly parties: readonly Party[];
  /** The rules that match: as a source; as a target asked for a service. */
  readonly from: (party: Party) => number;
  readonly to: (party: Party, service: Service) => number;
  /** Every set of rules that some packet matches, in order. */
  readonly matched: readonly (readonly number[])[];
}

function benchOf(model: Architecture, guard: Element, side: Side): Bench {
  const told = guard.rules ?? [];
  const rules = told.flatMap((rule, index) =>
    rule.from.some((end) => sidesOf(model, guard, end).includes(side)) ? [index] : [],
  );
  const parties = partiesOf(model);
  const from = remember(({ element, address }: Party) =>
    maskOf(rules, (index) =>
      told[index]!.from.some(
        (end) => sidesOf(model, guard, end).includes(side) && covers(model, end, element, address),
      ),
    ),
  );
  const asTarget = remember(({ element, address }: Party) => {
    const covering = told.map(({ to: ends }) => ends.filter((end) => covers(model, end, element, address)));
    return services.map(({ protocol, port }) => {
      const packet = { from: undefined, source: address, to: element, target: address, protocol, port };
      return maskOf(rules, (index) => covering[index]!.some((end) => coversPort(model, told[index]!, end, packet)));
    });
  });
  const to = (party: Party, service: Service) => asTarget(party)[services.indexOf(service)]!;
  const sources = new Set(parties.map(from));
  const requests = new Set(parties.flatMap((party) => services.map((service) => to(party, service))));
  const masks = new Set([...sources].flatMap((source) => [...requests].map((request) => source & request)));
  return { model, guard, side, rules, parties, from, to, matched: [...masks].map((mask) => listOf(rules, mask)) };
}

function remember<V>(answer: (party: Party) => V): (party: Party) => V {
  const known = new Map<string, V>();
  return (party) => {
    const key = `${party.element?.id} ${party.address}`;
    const value = known.get(key) ?? answer(party);
    known.set(key, value);
    return value;
  };
}

function maskOf(rules: readonly number[], matches: (index: number) => boolean): number {
  return rules.reduce((mask, index) => (matches(index) ? mask | (1 << index) : mask), 0);
}

function listOf(rules: readonly number[], mask: number): number[] {
  return rules.filter((index) => mask & (1 << index));
}

/** Everybody whom a packet can be from or for. */
function partiesOf(model: Architecture): readonly Party[] {
  const machines = [...model.byKind.component, ...model.byKind.server];
  const held = new Set(machines.flatMap(({ facts }) => facts.address ?? []));
  const inZones = new Set(model.byKind.zone.flatMap(blockOf));
  const free = [...world.keys()].filter((address) => !held.has(address));
  const nowhere = free.filter((address) => !inZones.has(address));
  const at = (element: Element, addresses: readonly string[]) => addresses.map((address) => ({ element, address }));
  const placed = (element: Element) => {
    const block = [element, ...model.ancestors(element)].filter(({ kind }) => kind === 'zone').map(blockOf);
    return block.find((addresses) => addresses.length > 0)?.filter((address) => free.includes(address)) ?? nowhere;
  };
  return [
    ...machines.flatMap((element) => {
      const address = element.facts.address ?? model.hostOf(element)?.facts.address;
      return at(element, address === undefined ? placed(element) : [address]);
    }),
    ...model.byKind.user.flatMap((element) => at(element, nowhere)),
    ...model.byKind.zone.flatMap((zone) => at(zone, placed(zone))),
    ...nowhere.map((address) => ({ element: undefined, address })),
  ];
}

function blockOf({ facts }: Element): readonly string[] {
  if (facts.cidr === undefined) return [];
  const net = String(facts.cidr).startsWith('10.0.0.') ? 0 : 1;
  return Array.from({ length: 8 }, (_, host) => `10.0.${net}.${host}`);
}

function deadRules(guard: Element, benches: readonly Bench[]): NaiveAnomaly[] {
  const action = (index: number) => guard.rules![index]!.action;
  return (guard.rules ?? []).flatMap((_, index) => {
    const mine = benches.flatMap(({ matched }) => matched).filter((list) => list.includes(index));
    if (mine.length === 0 || mine.some(([first]) => first === index)) return [];
    const by = [...new Set(mine.map(([first]) => first!))].sort((left, right) => left - right);
    const anomaly = by.some((other) => action(other) !== action(index)) ? 'shadowed' : 'covered';
    return [{ index, anomaly, by }];
  });
}

/** Takes rules away one after the other, as long as every decision stays, with the dead ones and without them. */
function redundantRules(guard: Element, benches: readonly Bench[], dead: ReadonlySet<number>): readonly number[] {
  const decisionsOn = ({ side, matched }: Bench, without: ReadonlySet<number>) => {
    const otherwise = guard.facts[side] ?? 'unknown';
    return matched
      .map((list) => list.find((index) => !without.has(index)))
      .map((index) => (index === undefined ? otherwise : guard.rules![index]!.action));
  };
  const decisions = (without: Iterable<number>) =>
    JSON.stringify(benches.map((bench) => decisionsOn(bench, new Set(without))));
  const before = decisions([]);
  const isSame = (without: readonly number[]) =>
    decisions(without) === before && decisions([...without, ...dead]) === before;
  const closing = benches.map(closingRule);
  const decides = (index: number) => benches.some(({ matched }) => matched.some(([first]) => first === index));
  const gone: number[] = [];
  for (const index of (guard.rules ?? []).keys()) {
    if (dead.has(index) || closing.includes(index) || !decides(index)) continue;
    if (isSame([index]) && isSame([...gone, index])) gone.push(index);
  }
  return gone;
}

function closingRule({ model, guard, side, rules }: Bench): number | undefined {
  const index = rules.at(-1);
  const rule = index === undefined ? undefined : guard.rules![index]!;
  if (!rule || rule.action === 'allow') return undefined;
  const isAll = (end: object) =>
    'anyone' in end ||
    ('cidr' in end && (end.cidr === '0.0.0.0/0' || end.cidr === '::/0')) ||
    ('element' in end && end.element === guard.parent);
  // The last target is the last line.
  const last = rule.to.at(-1)!;
  const everyPort = rule.ports
    ? rule.ports.some(({ protocol, from, to }) => protocol === 'any' && from <= 1 && to === 65_535)
    : !('listener' in last);
  return rule.from.some((end) => isAll(end) && sidesOf(model, guard, end).includes(side)) && isAll(last) && everyPort
    ? index
    : undefined;
}

interface Need {
  /** Undefined: anybody. */
  readonly from: Element | undefined;
  readonly to: Element | undefined;
  readonly isFor: (service: Service) => boolean;
}

function needsAt({ model, guard, side }: Bench): readonly Need[] {
  const place = guard.parent === undefined ? undefined : model.byId.get(guard.parent);
  const crossing = (wanted: Side): Need[] => [
    ...model.flows.filter((flow) => crosses(model, flow, place, wanted)).map((flow) => needOf(model, flow)),
    { from: undefined, to: undefined, isFor: ({ port }) => port === 53 },
  ];
  if (guard.facts.stateful !== false) return crossing(side);
  const replies = crossing(side === 'incoming' ? 'outgoing' : 'incoming').map(({ from, to, isFor }): Need => {
    const asked = services.filter(isFor).map(({ protocol }) => protocol);
    const both = asked.includes('icmp') || (asked.includes('tcp') && asked.includes('udp'));
    const isFor2 = ({ protocol, port }: Service) =>
      port >= 1_024 && protocol !== 'icmp' && (both || asked.includes(protocol));
    return { from: to, to: from, isFor: isFor2 };
  });
  return [...crossing(side), ...replies];
}

function needOf(model: Architecture, flow: Flow): Need {
  const listener = model.listenerOf(flow);
  const port = listener?.port ?? (listener?.protocol === 'https' ? 443 : 80);
  const protocol = listener?.protocol === 'udp' ? 'udp' : 'tcp';
  return {
    from: model.byId.get(flow.from)!,
    to: model.byId.get(flow.to)!,
    isFor: (service) => !listener || (service.port === port && service.protocol === protocol),
  };
}

function crosses(model: Architecture, flow: Flow, place: Element | undefined, side: Side): boolean {
  const from = model.byId.get(flow.from)!;
  const to = model.byId.get(flow.to)!;
  if (model.hostOf(from) && model.hostOf(from) === model.hostOf(to)) return false;
  const chain = (element: Element) =>
    element.kind === 'user' ? [element] : [element, ...model.ancestors(element), undefined];
  const [leaves, enters] = [chain(from).includes(place), chain(to).includes(place)];
  return side === 'outgoing' ? leaves && !enters : enters && !leaves;
}

/** The rules that decide some packet of a declared flow, wherever its ends may be. */
function usedRules(bench: Bench): ReadonlySet<number> {
  const { model, parties, rules } = bench;
  const used = new Set<number>();
  for (const { from, to, isFor } of needsAt(bench)) {
    const asked = services.filter(isFor);
    const sources = new Set(possible(model, parties, from).map(bench.from));
    const targets = new Set(
      possible(model, parties, to).flatMap((party) => asked.map((service) => bench.to(party, service))),
    );
    for (const source of sources) {
      for (const target of targets) for (const rule of listOf(rules, source & target).slice(0, 1)) used.add(rule);
    }
  }
  return used;
}

function possible(model: Architecture, parties: readonly Party[], element: Element | undefined): readonly Party[] {
  return element ? reach(model, element).map((address) => ({ element, address })) : parties;
}

interface Hit {
  readonly rule: number;
  readonly from: Party;
  readonly to: Party;
  readonly service: Service;
  readonly need: Need;
}

function hits(bench: Bench): readonly Hit[] {
  const { model, parties, rules } = bench;
  return needsAt(bench).flatMap((need) =>
    possible(model, parties, need.from).flatMap((from) => {
      const source = bench.from(from);
      return possible(model, parties, need.to).flatMap((to) =>
        services.filter(need.isFor).flatMap((service) => {
          const mask = source & bench.to(to, service);
          return mask === 0 ? [] : [{ rule: listOf(rules, mask)[0]!, from, to, service, need }];
        }),
      );
    }),
  );
}

/** Where an element may be, in the whole of this world. */
function reach(model: Architecture, element: Element): readonly string[] {
  const own = element.facts.address ?? model.hostOf(element)?.facts.address;
  if (own !== undefined) return [own];
  const found = addressesOf(model, element);
  return found.length > 8 ? [...world.keys()] : found;
}

/** Counts packet by packet; only where every element tells its address but the user, who counts where all ends treat every address alike. */
function tooWide(bench: Bench, index: number): NaiveAnomaly[] {
  const { model, guard, side, parties, rules } = bench;
  const place = guard.parent === undefined ? undefined : model.byId.get(guard.parent);
  const isInside = ({ element }: Party) =>
    element !== undefined &&
    (place ? element === place || model.ancestors(element).includes(place) : element.kind !== 'user');
  const size = (party: Party, role: 'from' | 'to') => {
    if (party.element?.kind !== 'user') return party.element?.facts.address ? 1n : world.get(party.address)!;
    const named = rules.some((rule) =>
      guard.rules![rule]![role].some(
        (end) =>
          'element' in end && end.element === 'user' && (role === 'to' || sidesOf(model, guard, end).includes(side)),
      ),
    );
    const alike = parties.filter(({ element }) => element === party.element);
    const ends = rules.flatMap((rule) => guard.rules![rule]!.to);
    const maskAt = (one: Party) =>
      role === 'from'
        ? String(bench.from(one))
        : ends.map((end) => covers(model, end, one.element, one.address)).join();
    const masks = new Set(alike.map(maskAt));
    return named && masks.size === 1 && alike[0] === party ? 1n : 0n;
  };
  const sources = parties.filter((party) => isInside(party) === (side === 'outgoing'));
  const targets = parties.filter((party) => isInside(party) === (side === 'incoming'));
  const needs = needsAt(bench);
  const isAny = (element: Element | undefined) => element === undefined || element.kind === 'user';
  const isFor = (wanted: Element | undefined, party: Party) => isAny(wanted) || wanted === party.element;
  const mine = hits(bench).filter(({ rule }) => rule === index);
  let packets = 0n;
  const from = new Set<Party>();
  const ports = new Set<Service>();
  const asked = targets.flatMap((to) =>
    services.map((service) => ({
      to,
      service,
      mask: bench.to(to, service),
      weight: size(to, 'to') * BigInt(service.size),
    })),
  );
  for (const source of sources) {
    const mask = bench.from(source);
    const weight = size(source, 'from');
    if (weight === 0n || !(mask & (1 << index))) continue;
    for (const request of asked) {
      if (request.weight === 0n || listOf(rules, mask & request.mask)[0] !== index) continue;
      from.add(source);
      ports.add(request.service);
      const isNeeded = needs.some(
        (need) => need.isFor(request.service) && isFor(need.from, source) && isFor(need.to, request.to),
      );
      if (!isNeeded) packets += weight * request.weight;
    }
  }
  if (packets === 0n) return [];
  const needless = [...from].filter((party) => !mine.some((hit) => isFor(hit.need.from, party)));
  const unasked = [...ports].filter((service) => !mine.some((hit) => hit.service === service));
  return [
    {
      index,
      anomaly: 'too wide',
      beyond: {
        packets,
        sources: needless.reduce((sum, party) => sum + size(party, 'from'), 0n),
        ports: unasked.reduce((sum, service) => sum + service.size, 0),
      },
    },
  ];
}
