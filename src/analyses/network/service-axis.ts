import type { FirewallRule } from '../../graph/architecture.js';
import type { Interval } from './interval-index.js';
import type { Service } from './ports.js';

/**
 * What packets ask for, on one axis: the ports 1 to 65535 of tcp, those of udp behind them, then ICMP and whatever else
 * has no ports as one service of its own.
 */
export type TransportProtocol = 'tcp' | 'udp' | 'other';

export type PortRange = NonNullable<FirewallRule['ports']>[number];

const lastPort = 65_535;
const udpBegins = 65_536;
const portless: Interval = { from: 2 * udpBegins, to: 2 * udpBegins + 1 };

export const tcpPorts: Interval = { from: 1, to: udpBegins };
export const udpPorts: Interval = { from: udpBegins + 1, to: 2 * udpBegins };
export const everyService: readonly Interval[] = [tcpPorts, udpPorts, portless];

export function protocolAt(position: number): TransportProtocol {
  if (position < udpBegins) return 'tcp';
  return position < portless.from ? 'udp' : 'other';
}

export function serviceInterval({ protocol, port }: Service): Interval {
  return portInterval(protocol, port, port);
}

/** The ports from which a reply comes back to, whoever asked. */
export function replyPorts(protocol: 'tcp' | 'udp'): Interval {
  return portInterval(protocol, 1_024, lastPort);
}

/** Protocols without ports are covered by every port of any protocol alone. */
export function serviceIntervals({ protocol, from, to }: PortRange): Interval[] {
  const first = Math.max(1, from);
  const last = Math.min(lastPort, to);
  if (first > last) return [];
  return [
    ...(protocol === 'udp' ? [] : [portInterval('tcp', first, last)]),
    ...(protocol === 'tcp' ? [] : [portInterval('udp', first, last)]),
    ...(protocol === 'any' && first === 1 && last === lastPort ? [portless] : []),
  ];
}

function portInterval(protocol: 'tcp' | 'udp', first: number, last: number): Interval {
  const begin = protocol === 'udp' ? udpBegins : 0;
  return { from: begin + first, to: begin + last + 1 };
}
