import { formatRange } from '../../../src/analyses/network/addresses.js';
import { analyseNetwork } from '../../../src/analyses/network/analyse-network.js';
import { addressesSeenAt } from '../../../src/analyses/network/seen-addresses.js';
import { topologyOf } from '../../../src/analyses/network/topology.js';
import {
  cutForTranslation,
  keepsOrder,
  seenFromOutside,
  type Translation,
} from '../../../src/analyses/network/translations.js';
import type { FirewallRule } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';

const pair = (from: string, to: string) => ({ translates: [{ from, to }] });

describe('what is seen from outside', () => {
  const exact: Translation = { inside: { from: 100, to: 110 }, outside: { from: 500, to: 510 } };
  const shared: Translation = { inside: { from: 120, to: 130 }, outside: { from: 600, to: 601 } };
  const both = [exact, shared];

  test.each([
    [{ from: 100, to: 110 }, { from: 500, to: 510 }, true],
    [{ from: 102, to: 104 }, { from: 502, to: 504 }, true],
    [{ from: 120, to: 130 }, { from: 600, to: 601 }, false],
    [{ from: 125, to: 126 }, { from: 600, to: 601 }, false],
    [{ from: 110, to: 120 }, { from: 110, to: 120 }, true],
    [{ from: 99, to: 110 }, { from: 99, to: 110 }, true],
    [{ from: 100, to: 111 }, { from: 100, to: 111 }, true],
  ])('of %j is %j, address by address: %s', (own, seen, isExact) => {
    expect(seenFromOutside(own, both)).toEqual(seen);
    expect(keepsOrder(own, both)).toBe(isExact);
  });

  test('of IPv6 is no address for address, for only some have numbers', () => {
    const begin = 2 ** 32;
    const ipv6 = { inside: { from: begin + 4, to: begin + 5 }, outside: { from: begin + 8, to: begin + 9 } };
    const mixed = { inside: { from: begin - 1, to: begin }, outside: { from: begin + 8, to: begin + 9 } };
    const last = { inside: { from: begin - 2, to: begin }, outside: { from: begin - 4, to: begin - 2 } };
    expect(keepsOrder(ipv6.inside, [ipv6])).toBe(false);
    expect(keepsOrder(mixed.inside, [mixed])).toBe(false);
    expect(keepsOrder(last.inside, [last])).toBe(true);
    expect(keepsOrder(last.outside, [{ inside: last.outside, outside: ipv6.outside }])).toBe(false);
    expect(keepsOrder(ipv6.inside, [{ inside: ipv6.inside, outside: { from: 7, to: 8 } }])).toBe(false);
    expect(keepsOrder({ from: 7, to: 9 }, [{ inside: { from: 7, to: 9 }, outside: last.inside }])).toBe(true);
    expect(seenFromOutside(ipv6.inside, [ipv6])).toEqual(ipv6.outside);
  });

  test('is by the first that holds the whole', () => {
    const wide = { inside: { from: 0, to: 1_000 }, outside: { from: 2_000, to: 3_000 } };
    expect(seenFromOutside({ from: 100, to: 110 }, [wide, exact])).toEqual({ from: 2_100, to: 2_110 });
    expect(seenFromOutside({ from: 99, to: 110 }, [exact, wide])).toEqual({ from: 2_099, to: 2_110 });
    expect(keepsOrder({ from: 120, to: 130 }, [shared, wide])).toBe(false);
  });

  test('is cut where a translation begins or ends', () => {
    expect(cutForTranslation({ from: 90, to: 125 }, both)).toEqual([
      { from: 90, to: 100 },
      { from: 100, to: 110 },
      { from: 110, to: 120 },
      { from: 120, to: 125 },
    ]);
  });
});

describe('addresses as guards see them', () => {
  /** An application in a zone in a zone, with a NAT of every sort on its way out. */
  function nested() {
    const d = draft();
    d.element('user', 'u', { facts: { address: '10.0.0.5' } });
    d.element('zone', 'outer', { facts: pair('172.16.0.0/24', '192.0.2.0/24') });
    d.element('zone', 'inner', { in: 'outer' });
    d.element('natGateway', 'nat', { in: 'inner', facts: pair('10.0.0.0/24', '172.16.0.0/24') });
    d.element('server', 's', { in: 'inner', facts: { address: '10.0.0.5' } });
    d.element('appServer', 'app', { in: 's' });
    d.element('appServer', 'bare', { in: 'inner', facts: { address: '10.0.1.5' } });
    d.element('zone', 'beside', { in: 'outer' });
    d.element('zone', 'other');
    const model = d.graph();
    const topology = topologyOf(model);
    return (id: string, at?: string) =>
      addressesSeenAt(topology, model.byId.get(id)!, at === undefined ? undefined : model.byId.get(at)).map((one) =>
        formatRange(topology.space.range(one)),
      );
  }

  test.each([
    ['app', 's', '10.0.0.5/32'],
    ['app', 'inner', '10.0.0.5/32'],
    ['app', 'beside', '172.16.0.5/32'],
    ['app', 'outer', '172.16.0.5/32'],
    ['app', 'other', '192.0.2.5/32'],
    ['app', undefined, '192.0.2.5/32'],
    ['s', 'outer', '172.16.0.5/32'],
    ['bare', undefined, '10.0.1.5/32'],
    ['u', 'other', '10.0.0.5/32'],
  ])('those of %s at %s are %s', (id, at, expected) => {
    expect(nested()(id, at)).toEqual([expected]);
  });

  test('at the border of the site are those that its own gateway has not changed', () => {
    const d = draft();
    d.element('natGateway', 'nat', { facts: pair('10.0.0.0/24', '192.0.2.0/24') });
    d.element('appServer', 'app', { facts: { address: '10.0.0.5' } });
    d.element('externalService', 'x');
    const model = d.graph();
    const topology = topologyOf(model);
    const at = (container?: string) =>
      addressesSeenAt(
        topology,
        model.byId.get('app')!,
        container === undefined ? undefined : model.byId.get(container),
      ).map((one) => formatRange(topology.space.range(one)));
    expect([at(), at('x')]).toEqual([['10.0.0.5/32'], ['192.0.2.5/32']]);
  });

  test('of a zone come in pieces', () => {
    const d = draft();
    d.element('zone', 'z', { facts: { cidr: '10.0.0.0/24', ...pair('10.0.0.128/25', '192.0.2.0/25') } });
    const model = d.graph();
    const topology = topologyOf(model);
    const seen = addressesSeenAt(topology, model.byId.get('z')!, undefined);
    expect(seen.map((one) => formatRange(topology.space.range(one)))).toEqual(['10.0.0.0/25', '192.0.2.0/25']);
  });
});

describe('a translation', () => {
  /** A request from app in zone `z` to db in zone `t`, whose guard admits one block alone. */
  function through(d: Drafting, admitted: string): string {
    const rules: readonly FirewallRule[] = [{ action: 'allow', from: [{ cidr: admitted }], to: [{ element: 'db' }] }];
    d.element('zone', 't');
    d.element('database', 'db', { in: 't' });
    d.element('firewall', 'fw', { in: 't', facts: { incoming: 'deny' }, rules });
    const flow = d.flow('app', 'reads', 'db');
    return analyseNetwork(d.graph()).passage(flow);
  }

  const nat = pair('10.0.0.0/24', '192.0.2.1/32');
  const app = (d: Drafting) => {
    d.element('appServer', 'app', { in: 'z', facts: { address: '10.0.0.7' } });
  };
  const zone = { open: true };

  test.each<[string, (d: Drafting) => void, string]>([
    [
      'of the zone',
      (d) => {
        d.element('zone', 'z', { facts: { ...zone, ...nat } });
        app(d);
      },
      'open',
    ],
    [
      'of a firewall is that of its zone',
      (d) => {
        d.element('zone', 'z', { facts: zone });
        d.element('firewall', 'own', { in: 'z', facts: { outgoing: 'allow', ...nat } });
        app(d);
      },
      'open',
    ],
    [
      'of a VPN gateway on a server is that of the server',
      (d) => {
        d.element('zone', 'z', { facts: zone });
        d.element('server', 'host', { in: 'z' });
        d.element('vpnGateway', 'own', { in: 'host', facts: nat });
        app(d);
      },
      'blocked',
    ],
    [
      'of a gateway that stands nowhere is that of the site, which the packet does not leave',
      (d) => {
        d.element('zone', 'z', { facts: zone });
        d.element('natGateway', 'own', { facts: nat });
        app(d);
      },
      'blocked',
    ],
    [
      'of another thing in the zone is its own',
      (d) => {
        d.element('zone', 'z', { facts: zone });
        d.element('appServer', 'own', { in: 'z', facts: nat });
        app(d);
      },
      'blocked',
    ],
    [
      'of texts that are no blocks is none',
      (d) => {
        d.element('zone', 'z', { facts: { ...zone, ...pair('10.0.0.0/24', 'there') } });
        app(d);
      },
      'blocked',
    ],
    [
      'of two gateways counts one after the other',
      (d) => {
        d.element('zone', 'z', { facts: zone });
        d.element('natGateway', 'first', { in: 'z', facts: pair('10.0.9.0/24', '192.0.2.9/32') });
        d.element('natGateway', 'own', { in: 'z', facts: nat });
        app(d);
      },
      'open',
    ],
  ])('%s', (_, write, expected) => {
    const d = draft();
    write(d);
    expect(through(d, '192.0.2.1/32')).toBe(expected);
  });

  test('of the site is seen outside of it', () => {
    const asked = (block: string) => {
      const d = draft();
      d.element('natGateway', 'own', { facts: nat });
      d.element('appServer', 'app', { facts: { address: '10.0.0.7' } });
      d.element('externalService', 'x');
      d.element('firewall', 'fw', {
        in: 'x',
        facts: { incoming: 'deny' },
        rules: [{ action: 'allow', from: [{ cidr: block }], to: [{ anyone: true }] }],
      });
      const flow = d.flow('app', 'calls', 'x');
      return analyseNetwork(d.graph()).passage(flow);
    };
    expect(asked('192.0.2.1/32')).toBe('open');
    expect(asked('10.0.0.7/32')).toBe('blocked');
  });

  test('is looked through from both ends, border by border', () => {
    const d = draft();
    d.element('zone', 'z', { facts: { ...zone, ...pair('10.0.0.0/24', '10.1.0.0/24') } });
    d.element('zone', 'deep', { in: 'z', facts: { ...zone, ...pair('10.9.0.0/24', '10.0.0.0/24') } });
    d.element('appServer', 'app', { in: 'deep', facts: { address: '10.9.0.7' } });
    d.element('zone', 't', { facts: pair('10.2.0.0/24', '10.3.0.0/24') });
    d.element('database', 'db', { in: 't', facts: { address: '10.2.0.8' } });
    const rule = (from: string, to: string): FirewallRule => ({
      action: 'allow',
      from: [{ cidr: from }],
      to: [{ cidr: to }],
    });
    // Each guard sees the ends as they are on its way: the source after the borders behind it, the target before those ahead.
    const guard = (place: string, side: 'incoming' | 'outgoing', from: string, to: string) =>
      d.element('firewall', `fw ${place}`, { in: place, facts: { [side]: 'deny' }, rules: [rule(from, to)] });
    guard('deep', 'outgoing', '10.9.0.7/32', '10.3.0.8/32');
    guard('z', 'outgoing', '10.0.0.7/32', '10.3.0.8/32');
    guard('t', 'incoming', '10.1.0.7/32', '10.2.0.8/32');
    const flow = d.flow('app', 'reads', 'db');
    expect(analyseNetwork(d.graph()).passageReason(flow)).toEqual({ passage: 'open' });
  });
});
