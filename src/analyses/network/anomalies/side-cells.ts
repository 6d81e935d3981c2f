import { type Bits, emptyBits, firstCommon, isEmpty, keyOfBits, setBit } from '../bits.js';
import type { GuardTable } from '../guard-table.js';
import { cutIntervals, type Interval } from '../interval-index.js';
import { everyService } from '../service-axis.js';
import { type AddressClass, addressClasses, type Ground } from './address-classes.js';

/** The sources and the targets that one side of a guard tells apart. */
export interface SideClasses {
  readonly table: GuardTable;
  readonly sources: readonly AddressClass[];
  readonly targets: readonly AddressClass[];
}

/** The same with the services asked of the targets. Every packet is in one cell. */
export interface SideCells extends SideClasses {
  readonly requests: readonly Request[];
  /** The line that decides each cell, source by source; -1 where none does. */
  readonly deciding: Int32Array;
  /** Stretches of services that all rules treat alike. */
  readonly services: readonly Interval[];
  /** Every address, each family by itself. */
  readonly everything: readonly Interval[];
}

/** Targets and services that match the same lines. */
export interface Request {
  readonly bits: Bits;
  /** How many combinations of an address behind the guard and a port there are. */
  readonly size: bigint;
  /** The stretches of services that it is made of, by number. */
  readonly services: Bits;
}

export function classesOf(ground: Omit<Ground, 'index'>, table: GuardTable): SideClasses {
  const sources = addressClasses({ ...ground, index: table.sources });
  const targets = addressClasses({ ...ground, index: table.targets });
  return { table, sources, targets };
}

export function cellsOf(ground: Omit<Ground, 'index'>, table: GuardTable): SideCells {
  const { sources, targets } = classesOf(ground, table);
  const services = cutIntervals(everyService, table.services.cuts);
  const { everything } = ground.topology.space;
  const requests = requestsOf(table, targets, services);
  const deciding = decidingLines(sources, requests);
  return { table, sources, targets, services, everything, requests, deciding };
}

function decidingLines(sources: readonly AddressClass[], requests: readonly Request[]): Int32Array {
  const deciding = new Int32Array(sources.length * requests.length);
  let cell = 0;
  for (const source of sources) {
    for (const request of requests) {
      deciding[cell] = firstCommon(source.bits, request.bits, request.bits);
      cell += 1;
    }
  }
  return deciding;
}

function requestsOf(
  table: GuardTable,
  targets: readonly AddressClass[],
  services: readonly Interval[],
): readonly Request[] {
  const requests = new Map<string, { bits: Bits; size: bigint; services: Bits }>();
  for (const [number, service] of services.entries()) {
    const lines = table.services.at(service.from);
    if (isEmpty(lines)) continue;
    for (const target of targets) {
      if (firstCommon(lines, target.bits, target.bits) < 0) continue;
      const bits = lines.map((word, index) => word & target.bits[index]!);
      const key = keyOfBits(bits);
      const request = requests.get(key) ?? { bits, size: 0n, services: emptyBits(services.length) };
      requests.set(key, request);
      const size = sizeBehind(table, target);
      if (size === 0n) continue;
      request.size += size * BigInt(service.to - service.from);
      setBit(request.services, number);
    }
  }
  return [...requests.values()];
}

/** What comes in is for addresses inside, what goes out for those outside. */
export function sizeBehind({ side }: GuardTable, target: AddressClass): bigint {
  return side === 'incoming' ? target.inside : target.outside;
}

export function sizeBefore({ side }: GuardTable, source: AddressClass): bigint {
  return side === 'incoming' ? source.outside : source.inside;
}
