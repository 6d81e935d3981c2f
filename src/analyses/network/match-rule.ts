import type { Architecture, Element, FirewallRule, RuleEnd } from '../../graph/architecture.js';
import { contains, parseBlock } from './addresses.js';
import { isOutside } from './borders.js';
import { endpointsOf } from './endpoints.js';
import { blocksOf, type Party } from './party.js';
import { serviceOf } from './ports.js';

/** A packet of one sort, narrow enough that every rule on its way either matches it or does not. */
export interface Packet {
  readonly from: Party;
  readonly to: Party;
  /** `other`: ICMP and whatever else has no ports. */
  readonly protocol: 'tcp' | 'udp' | 'other';
  readonly port: number;
}

export type Side = 'incoming' | 'outgoing';

export interface PortRange {
  readonly protocol: 'tcp' | 'udp' | 'any';
  readonly from: number;
  readonly to: number;
}

export function matches(model: Architecture, guard: Element, rule: FirewallRule, side: Side, packet: Packet): boolean {
  return (
    rule.from.some((end) => sideOf(model, guard, end) === side && matchesEnd(model, end, packet.from)) &&
    rule.to.some((end) => matchesEnd(model, end, packet.to) && matchesPort(portsOf(model, rule, end), packet))
  );
}

/** A rule whose source stands inside what the guard protects is an outgoing one. */
export function sideOf(model: Architecture, guard: Element, end: RuleEnd): Side {
  const container = guard.parent === undefined ? undefined : model.byId.get(guard.parent);
  if ('anyone' in end) return 'incoming';
  if ('cidr' in end) return container && isWithinBlocks(container, end.cidr) ? 'outgoing' : 'incoming';
  const element = model.byId.get(end.element);
  const stands = element && endpointsOf(model, element).every((endpoint) => isInside(model, endpoint, container));
  return stands ? 'outgoing' : 'incoming';
}

function isWithinBlocks(container: Element, cidr: string): boolean {
  const block = parseBlock(cidr);
  return block !== undefined && blocksOf(container).some((own) => contains(own, block));
}

/** In it, or the thing itself; the site holds all but what stands outside. */
export function isInside(model: Architecture, element: Element, container: Element | undefined): boolean {
  if (container === undefined) return !isOutside(element);
  return element === container || model.ancestors(element).includes(container);
}

function matchesEnd(model: Architecture, end: RuleEnd, party: Party): boolean {
  if ('anyone' in end) return true;
  if ('cidr' in end) {
    const block = parseBlock(end.cidr);
    return block !== undefined && contains(block, party.address);
  }
  const named = model.byId.get(end.element);
  if (!named) return false;
  if (named.kind === 'zone' && named.facts.trust === 'internet' && isFromOutside(party)) return true;
  const { element } = party;
  return element !== undefined && endpointsOf(model, named).some((endpoint) => isInside(model, element, endpoint));
}

function isFromOutside({ element }: Party): boolean {
  return element === undefined || isOutside(element);
}

/** The ports a rule names, or those of the listener that its end names; undefined: any. */
function portsOf(model: Architecture, rule: FirewallRule, end: RuleEnd): readonly PortRange[] | undefined {
  if (rule.ports) return rule.ports;
  if (!('element' in end) || end.listener === undefined) return undefined;
  const named = model.byId.get(end.element);
  if (!named) return undefined;
  const ranges = endpointsOf(model, named).flatMap((endpoint) => {
    const listener = endpoint.listeners?.find(({ name }) => name === end.listener);
    const service = listener && serviceOf(listener);
    return service ? [{ protocol: service.protocol, from: service.port, to: service.port }] : [];
  });
  return ranges.length > 0 ? ranges : undefined;
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
  for (const guard of guards) {
    for (const rule of guard.rules ?? []) {
      for (const range of rule.to.flatMap((end) => portsOf(model, rule, end) ?? [])) {
        if (range.from >= 1) ports.add(range.from);
        if (range.to < 65_535) ports.add(range.to + 1);
      }
    }
  }
  return [...ports].sort((left, right) => left - right);
}
