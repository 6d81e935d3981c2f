import type { Architecture, Element } from '../../graph/architecture.js';
import { contains } from './addresses.js';
import { isOutside } from './borders.js';
import { type CompiledEnd, type CompiledRule, compiledGuard, type PortRange, type Side } from './compiled-guard.js';
import type { Party } from './party.js';

/** A packet of one sort, narrow enough that every rule on its way either matches it or does not. */
export interface Packet {
  readonly from: Party;
  readonly to: Party;
  /** `other`: ICMP and whatever else has no ports. */
  readonly protocol: 'tcp' | 'udp' | 'other';
  readonly port: number;
}

export function matches(model: Architecture, rule: CompiledRule, side: Side, packet: Packet): boolean {
  return (
    rule.from[side].some((end) => matchesEnd(model, end, packet.from)) &&
    rule.to.some((end) => matchesEnd(model, end, packet.to) && matchesPort(end.ports, packet))
  );
}

function matchesEnd(model: Architecture, end: CompiledEnd, { element, address }: Party): boolean {
  if (end.anyone) return true;
  if (end.block) return contains(end.block, address);
  if (end.internet && (element === undefined || isOutside(element))) return true;
  return element !== undefined && end.elements !== undefined && standsInAny(model, element, end.elements);
}

function standsInAny(model: Architecture, element: Element, places: ReadonlySet<Element>): boolean {
  for (
    let at: Element | undefined = element;
    at;
    at = at.parent === undefined ? undefined : model.byId.get(at.parent)
  ) {
    if (places.has(at)) return true;
  }
  return false;
}

function matchesPort(ranges: readonly PortRange[] | undefined, { protocol, port }: Packet): boolean {
  return ranges === undefined || ranges.some((range) => coversPort(range, protocol, port));
}

/** Portless protocols are covered only by every port of any protocol. */
function coversPort(range: PortRange, protocol: Packet['protocol'], port: number): boolean {
  if (range.protocol !== 'any' && range.protocol !== protocol) return false;
  if (protocol === 'other') return range.from <= 1 && range.to >= 65_535;
  return range.from <= port && port <= range.to;
}

/** The ports at which what the rules of these guards say can change: enough to try them all. */
export function portBoundaries(model: Architecture, guards: readonly Element[]): readonly number[] {
  const ports = new Set<number>([1]);
  for (const guard of guards) for (const port of compiledGuard(model, guard).boundaries) ports.add(port);
  return [...ports].sort((left, right) => left - right);
}
