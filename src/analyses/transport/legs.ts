import type { Architecture, Element } from '../../graph/architecture.js';
import type { Kind } from '../../vocabulary/kinds.js';
import { isOutside } from '../network/borders.js';
import { legsOf } from '../network/endpoints.js';
import type { Numbering } from './numbering.js';
import { codeOf, codes, isTls, receptionOf } from './protection.js';
import type { Receptions } from './receptions.js';
import type { Standing } from './standing.js';

/**
 * A flow `through` something has a leg to each stop and one more, and every leg its own protection. Leg `i` below the number
 * of flows is the first of flow `i`; further ones come behind them.
 */
export interface Legs {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** One of `codes`. */
  readonly code: Uint8Array;
  readonly flow: Int32Array;
  /** The next leg of the same flow, or -1. */
  readonly next: Int32Array;
  /** By flow, for a request that was redirected where its target asks for that. */
  readonly reception: Uint8Array;
}

/** A leg as it is found, before it has a number. */
export interface LegFound {
  readonly from: number;
  readonly to: number;
  readonly code: number;
}

export function listLegs(numbering: Numbering, standing: Standing, receptions: Receptions): Legs {
  const { flows, from, to, led } = numbering;
  const reception = new Uint8Array(flows.length);
  const code = new Uint8Array(flows.length);
  for (let flow = 0; flow < flows.length; flow += 1) {
    if (from[flow]! < 0 || to[flow]! < 0) continue;
    const taken = receptions.ofRequest(flow);
    reception[flow] = taken;
    code[flow] = codeBetween(standing, from[flow]!, to[flow]!, codeOf(taken));
  }
  const stopped = led.map((flow) => ({ flow, legs: legsOfFlow(numbering, standing, flow, codeOf(reception[flow]!)) }));
  const further = stopped.flatMap(({ flow, legs }) => legs.slice(1).map((leg) => ({ ...leg, flow })));
  const legs = room(numbering, reception, code, further);
  let free = flows.length;
  for (const { flow, legs: found } of stopped) {
    legs.to[flow] = found[0]!.to;
    legs.code[flow] = found[0]!.code;
    for (let index = 1, before = flow; index < found.length; index += 1, before = free++) legs.next[before] = free;
  }
  return legs;
}

function room(
  { flows, from, to }: Numbering,
  reception: Uint8Array,
  code: Uint8Array,
  further: readonly (LegFound & { readonly flow: number })[],
): Legs {
  const size = flows.length + further.length;
  const legs: Legs = {
    from: new Int32Array(size),
    to: new Int32Array(size),
    code: new Uint8Array(size),
    flow: new Int32Array(size),
    next: new Int32Array(size).fill(-1),
    reception,
  };
  legs.from.set(from);
  legs.to.set(to);
  legs.code.set(code);
  for (let flow = 0; flow < flows.length; flow += 1) legs.flow[flow] = flow;
  further.forEach((leg, index) => {
    const at = flows.length + index;
    legs.from[at] = leg.from;
    legs.to[at] = leg.to;
    legs.code[at] = leg.code;
    legs.flow[at] = leg.flow;
  });
  return legs;
}

/** Between two elements on one machine nothing is on a wire; TLS is TLS there too. */
export function codeBetween(standing: Standing, from: number, to: number, code: number): number {
  return !isTls(code) && onOneMachine(standing, from, to) ? codes.local : code;
}

function onOneMachine(standing: Standing, from: number, to: number): boolean {
  if (from === to && !standing.isGroup(from)) return true;
  const machine = standing.machineOf(from);
  if (machine >= 0) return machine === standing.machineOf(to);
  if (!standing.isGroup(from) && !standing.isGroup(to)) return false;
  const [source, another] = standing.endpointsOf(from);
  const targets = standing.endpointsOf(to);
  return source !== undefined && another === undefined && targets.length === 1 && targets[0] === source;
}

/**
 * The legs of a flow through something. A connection that is encrypted by itself (TLS, ssh) is so on every leg. Else each
 * leg is as well protected as the tunnel it lies in, or as the stop that it ends at says; the last one as the target says.
 */
export function legsOfFlow(
  { model, elements, flows, numberOf }: Numbering,
  standing: Standing,
  flow: number,
  own: number,
): readonly LegFound[] {
  const legs = legsOf(model, flows[flow]!);
  const way = [legs[0]!.from, ...legs.map(({ to }) => to)];
  const tunnels = isTls(own) || own === codes.tunnel ? new Set<number>() : legsInTunnel(way, isGateway);
  return legs.map(({ from, to }, index) => {
    const ends = { from: numberOf(from.id)!, to: numberOf(to.id)! };
    return { ...ends, code: codeBetween(standing, ends.from, ends.to, codeOn(index, to)) };
  });

  function codeOn(index: number, to: Element): number {
    if (isTls(own) || own === codes.tunnel) return own;
    if (tunnels.has(index)) return codes.tunnel;
    if (index === legs.length - 1 || routes(to)) return own;
    const [stop] = standing.endpointsOf(numberOf(to.id)!);
    if (stop === undefined) return codes.unknown;
    const { kind, listeners = [] } = elements[stop]!;
    return listeners.length === 1 ? codeOf(receptionOf(listeners[0], kind)) : codes.unknown;
  }

  /** It hands packets on as they are. */
  function routes(stop: Element): boolean {
    return kindIn(model, stop) === 'natGateway' || isGateway(stop);
  }

  function isGateway(element: Element): boolean {
    return isVpnGateway(model, element);
  }
}

export function isVpnGateway(model: Architecture, element: Element | undefined): boolean {
  return element !== undefined && kindIn(model, element) === 'vpnGateway';
}

/** A cluster counts as its members' kind. */
function kindIn(model: Architecture, { id, kind }: Element): Kind | undefined {
  return kind === 'cluster' ? model.clusterById.get(id)?.memberKind : kind;
}

/**
 * Which legs lie in a VPN: the one that ends at a gateway. Whoever stands inside and goes on to another gateway, or to the
 * outside, enters the tunnel at the gateway: then it is the leg behind it.
 */
function legsInTunnel(way: readonly Element[], isGateway: (element: Element) => boolean): ReadonlySet<number> {
  const tunnels = new Set<number>();
  for (let stop = 1; stop < way.length; stop += 1) {
    if (!isGateway(way[stop]!)) continue;
    const before = way[stop - 1]!;
    const after = way[stop + 1];
    const leaves = after !== undefined && (isGateway(after) || isOutside(after));
    tunnels.add(leaves && !isOutside(before) && !isGateway(before) ? stop : stop - 1);
  }
  return tunnels;
}
