import { addBits, type Bits, emptyBits, firstCommon, hasBit, keyOfBits, setBit } from '../bits.js';
import type { Interval } from '../interval-index.js';
import type { Excess } from '../result.js';
import type { NeededPackets, Place } from './needed-packets.js';
import { type SideCells, sizeBefore, sizeBehind } from './side-cells.js';

/**
 * What each of these allowances lets through that no declared flow needs: of all that it decides, counted by classes of
 * addresses and stretches of ports, the combinations that some flow may use are taken off. Those that are not in excess are left out.
 */
export function excessOf(
  cells: SideCells,
  rules: ReadonlySet<number>,
  needed: readonly NeededPackets[],
): ReadonlyMap<number, Excess> {
  const sums = sumsOf(cells, rules);
  for (const group of byService(needed)) {
    const width = BigInt(group.services.to - group.services.from);
    for (const [rule, count] of countNeeded(cells, rules, group)) {
      const sum = sums.get(rule);
      if (sum) sum.packets -= count * width;
    }
  }
  const found = new Map<number, Excess>();
  for (const [rule, sum] of sums) {
    if (sum.packets <= 0n) continue;
    const own = needed.filter((one) => one.rule === rule);
    found.set(rule, {
      packets: sum.packets,
      sources: sourcesBeyond(sum.sources, own),
      ports: portsBeyond(cells, sum.services, own),
    });
  }
  return found;
}

interface Sum {
  packets: bigint;
  sources: bigint;
  /** Stretches of services, by number. */
  readonly services: Bits;
}

/** All that is decided by each rule. */
function sumsOf(cells: SideCells, rules: ReadonlySet<number>): Map<number, Sum> {
  const { table, sources, requests, services, deciding } = cells;
  const wanted = emptyBits(table.lines.length);
  for (const [line, { rule }] of table.lines.entries()) if (rules.has(rule)) setBit(wanted, line);
  const sums = new Map<number, Sum>();
  for (const [place, source] of sources.entries()) {
    const size = sizeBefore(table, source);
    if (size === 0n || firstCommon(source.bits, source.bits, wanted) < 0) continue;
    const counted = new Set<number>();
    for (const [number, request] of requests.entries()) {
      const line = deciding[place * requests.length + number]!;
      if (line < 0 || request.size === 0n || !hasBit(wanted, line)) continue;
      const { rule } = table.lines[line]!;
      const sum = sums.get(rule) ?? { packets: 0n, sources: 0n, services: emptyBits(services.length) };
      sums.set(rule, sum);
      sum.packets += size * request.size;
      addBits(sum.services, request.services);
      if (!counted.has(rule)) sum.sources += size;
      counted.add(rule);
    }
  }
  return sums;
}

interface ServiceGroup {
  readonly services: Interval;
  readonly needed: NeededPackets[];
}

function byService(needed: readonly NeededPackets[]): Iterable<ServiceGroup> {
  const groups = new Map<number, ServiceGroup>();
  for (const one of needed) {
    const group = groups.get(one.services.from);
    if (group) group.needed.push(one);
    else groups.set(one.services.from, { services: one.services, needed: [one] });
  }
  return groups.values();
}

/** How many pairs of addresses are needed at one service, by the rule that decides them: the union of all needs. */
function countNeeded(
  cells: SideCells,
  rules: ReadonlySet<number>,
  { services, needed }: ServiceGroup,
): Map<number, bigint> {
  const counts = new Map<number, bigint>();
  const add = (rule: number, more: bigint) => counts.set(rule, (counts.get(rule) ?? 0n) + more);
  const anybody = ({ machine }: Place) => machine === undefined;
  const isFull = needed.some(({ from, to }) => anybody(from) && anybody(to));
  const toSome = placesIn(needed.filter(({ from, to }) => anybody(from) && !anybody(to)).map(({ to }) => to));
  const fromSome = placesIn(needed.filter(({ from, to }) => !anybody(from) && anybody(to)).map(({ from }) => from));
  if (isFull || toSome.machines.size > 0 || fromSome.machines.size > 0) {
    const lines = cells.table.services.at(services.from);
    for (const source of cells.sources) {
      for (const target of cells.targets) {
        const line = cells.table.lines[firstCommon(source.bits, target.bits, lines)];
        if (!line || !rules.has(line.rule)) continue;
        const before = sizeBefore(cells.table, source);
        const behind = sizeBehind(cells.table, target);
        const rest = isFull ? 0n : less(before, fromSome.at(source.bits)) * less(behind, toSome.at(target.bits));
        add(line.rule, before * behind - rest);
      }
    }
  }
  if (isFull) return counts;
  const points = new Set<string>();
  for (const { rule, from, to } of needed) {
    if (rule === undefined || anybody(from) || anybody(to)) continue;
    if (fromSome.machines.has(from.machine) || toSome.machines.has(to.machine)) continue;
    const key = JSON.stringify([from.machine?.id, keyOfBits(from.bits), to.machine?.id, keyOfBits(to.bits)]);
    if (!points.has(key)) add(rule, BigInt(from.count * to.count));
    points.add(key);
  }
  return counts;
}

interface Places {
  readonly machines: ReadonlySet<Place['machine']>;
  /** How many of their addresses match these lines. */
  at(bits: Bits): bigint;
}

function placesIn(places: readonly Place[]): Places {
  const counts = new Map<string, Map<Place['machine'], number>>();
  for (const { machine, bits, count } of places) {
    const key = keyOfBits(bits);
    counts.set(key, (counts.get(key) ?? new Map()).set(machine, count));
  }
  const sum = (key: string) => [...(counts.get(key)?.values() ?? [])].reduce((total, count) => total + count, 0);
  return { machines: new Set(places.map(({ machine }) => machine)), at: (bits) => BigInt(sum(keyOfBits(bits))) };
}

function less(size: bigint, taken: bigint): bigint {
  return size > taken ? size - taken : 0n;
}

function sourcesBeyond(all: bigint, needed: readonly NeededPackets[]): bigint {
  const counts = new Map<string, number>();
  for (const { from } of needed) {
    if (from.machine === undefined) return 0n;
    counts.set(JSON.stringify([from.machine.id, keyOfBits(from.bits)]), from.count);
  }
  const taken = [...counts.values()].reduce((total, count) => total + count, 0);
  return less(all, BigInt(taken));
}

function portsBeyond({ services }: SideCells, decided: Bits, needed: readonly NeededPackets[]): number {
  const widths = new Map(needed.map((one) => [one.services.from, one.services.to - one.services.from]));
  let beyond = 0;
  for (const [number, { from, to }] of services.entries()) {
    if (!hasBit(decided, number)) continue;
    beyond += to - from;
    for (const [start, width] of widths) if (from <= start && start < to) beyond -= width;
  }
  return beyond;
}
