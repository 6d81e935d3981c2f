import { serviceOf } from '../../../src/analyses/network/ports.js';
import {
  everyService,
  protocolAt,
  replyPorts,
  serviceInterval,
  serviceIntervals,
} from '../../../src/analyses/network/service-axis.js';
import { standingOf } from '../../../src/analyses/network/standing.js';
import type { Listener } from '../../../src/graph/architecture.js';

const udp = 65_536;
const portless = { from: 2 * udp, to: 2 * udp + 1 };

describe('services on one axis', () => {
  test('are the ports of tcp, then those of udp, then what has none', () => {
    expect(everyService).toEqual([{ from: 1, to: udp }, { from: udp + 1, to: 2 * udp }, portless]);
    expect([1, 80, 65_535].map(protocolAt)).toEqual(['tcp', 'tcp', 'tcp']);
    expect([udp, udp + 1, 2 * udp - 1].map(protocolAt)).toEqual(['udp', 'udp', 'udp']);
    expect(protocolAt(2 * udp)).toBe('other');
  });

  test('are one number each, and replies come to the ports from 1024 on', () => {
    expect(serviceInterval({ protocol: 'tcp', port: 80 })).toEqual({ from: 80, to: 81 });
    expect(serviceInterval({ protocol: 'udp', port: 53 })).toEqual({ from: udp + 53, to: udp + 54 });
    expect(replyPorts('tcp')).toEqual({ from: 1_024, to: udp });
    expect(replyPorts('udp')).toEqual({ from: udp + 1_024, to: 2 * udp });
  });

  test.each([
    ['tcp', 80, 90, [{ from: 80, to: 91 }]],
    ['udp', 80, 80, [{ from: udp + 80, to: udp + 81 }]],
    [
      'any',
      80,
      80,
      [
        { from: 80, to: 81 },
        { from: udp + 80, to: udp + 81 },
      ],
    ],
    ['any', 0, 70_000, [{ from: 1, to: udp }, { from: udp + 1, to: 2 * udp }, portless]],
    ['any', 1, 65_535, [{ from: 1, to: udp }, { from: udp + 1, to: 2 * udp }, portless]],
    [
      'any',
      2,
      65_535,
      [
        { from: 2, to: udp },
        { from: udp + 2, to: 2 * udp },
      ],
    ],
    [
      'any',
      1,
      65_534,
      [
        { from: 1, to: udp - 1 },
        { from: udp + 1, to: 2 * udp - 1 },
      ],
    ],
    ['tcp', 0, 65_535, [{ from: 1, to: udp }]],
    ['udp', 0, 65_535, [{ from: udp + 1, to: 2 * udp }]],
    ['tcp', 0, 0, []],
    ['tcp', 90, 80, []],
    ['any', 65_536, 70_000, []],
  ] as const)('of a rule for %s %i to %i', (protocol, from, to, expected) => {
    expect(serviceIntervals({ protocol, from, to })).toEqual(expected);
  });
});

describe('the port of a listener', () => {
  const listener = (protocol: Listener['protocol'], more: Partial<Listener> = {}): Listener => ({
    name: '',
    protocol,
    ...more,
  });

  test.each<[Listener, ReturnType<typeof serviceOf>]>([
    [listener('http'), { protocol: 'tcp', port: 80 }],
    [listener('https'), { protocol: 'tcp', port: 443 }],
    [listener('tls'), { protocol: 'tcp', port: 443 }],
    [listener('mysql'), { protocol: 'tcp', port: 3_306 }],
    [listener('postgresql'), { protocol: 'tcp', port: 5_432 }],
    [listener('redis'), { protocol: 'tcp', port: 6_379 }],
    [listener('redis', { tls: {} }), { protocol: 'tcp', port: 6_379 }],
    [listener('amqp'), { protocol: 'tcp', port: 5_672 }],
    [listener('amqp', { tls: false }), { protocol: 'tcp', port: 5_672 }],
    [listener('amqp', { tls: {} }), { protocol: 'tcp', port: 5_671 }],
    [listener('ssh'), { protocol: 'tcp', port: 22 }],
    [listener('tcp'), undefined],
    [listener('udp'), undefined],
    [listener('udp', { port: 53 }), { protocol: 'udp', port: 53 }],
    [listener('tcp', { port: 53 }), { protocol: 'tcp', port: 53 }],
    [listener('http', { port: 8_080 }), { protocol: 'tcp', port: 8_080 }],
  ])('%j is %j', (one, expected) => {
    expect(serviceOf(one)).toEqual(expected);
  });
});

describe('how a listener is reached', () => {
  test.each([
    [{ passage: 'open', reach: 'packet' }, 'direct'],
    [{ passage: 'open', reach: 'relay' }, 'relayed'],
    [{ passage: 'unknown', reach: 'packet' }, 'unknown'],
    [{ passage: 'blocked', reach: 'packet' }, 'blocked'],
    [{ passage: 'blocked', reach: 'packet', limitedTo: ['10.0.0.0/8'] }, 'limited'],
  ] as const)('%j is %s', (reach, expected) => {
    expect(standingOf(reach)).toBe(expected);
  });
});
