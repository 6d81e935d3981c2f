import { addressSpaceOf } from '../../../src/analyses/network/address-space.js';
import { formatRange } from '../../../src/analyses/network/addresses.js';
import { blocksOf, insideAddresses } from '../../../src/analyses/network/inside-addresses.js';
import { internetAddresses } from '../../../src/analyses/network/party.js';
import { topologyOf } from '../../../src/analyses/network/topology.js';
import { translationsIn } from '../../../src/analyses/network/translations.js';
import type { ElementFacts } from '../../../src/graph/architecture.js';
import { draft } from '../support/document.js';

const ten = 10 * 2 ** 24;
const anyone = { anyone: true } as const;

describe('addresses on one axis', () => {
  /** The space of a model with one element of these facts. */
  const spaceWith = (facts: ElementFacts) => {
    const d = draft();
    d.element('zone', 'z', { facts });
    return addressSpaceOf(d.graph());
  };

  test.each<[string, ElementFacts, string]>([
    ['the block of a zone', { cidr: '10.0.0.0/24' }, '10.0.0.0/24'],
    ['one of the blocks of a zone', { cidr: ['10.1.0.0/24', '10.0.0.0/24'] }, '10.0.0.0/24'],
    ['an address', { address: '10.0.0.1' }, '10.0.0.1'],
    ['a public address', { publicAddress: '192.0.2.1' }, '192.0.2.1'],
    ['what is translated', { translates: [{ from: '10.0.0.0/24', to: '192.0.2.0/24' }] }, '10.0.0.0/24'],
    ['what something is translated to', { translates: [{ from: '10.0.0.0/24', to: '192.0.2.0/24' }] }, '192.0.2.0/24'],
    ['IPv6', { cidr: '2001:db8::/32' }, '2001:db8::/32'],
  ])('know %s', (_, facts, text) => {
    const block = spaceWith(facts).block(text);
    expect(block && formatRange(spaceWith(facts).range(block))).toBe(text.includes('/') ? text : `${text}/32`);
  });

  test('know the blocks of rules, at either end', () => {
    const d = draft();
    d.element('firewall', 'fw', {
      rules: [
        { action: 'allow', from: [{ cidr: '10.1.0.0/24' }, anyone], to: [anyone, { cidr: '10.2.0.0/24' }] },
        { action: 'allow', from: [{ element: 'fw' }], to: [{ element: 'fw' }] },
      ],
    });
    const space = addressSpaceOf(d.graph());
    expect(space.block('10.1.0.0/24')).toEqual({ from: ten + 65_536, to: ten + 65_536 + 256 });
    expect(space.block('10.2.0.0/24')).toEqual({ from: ten + 131_072, to: ten + 131_072 + 256 });
  });

  test('know no text that is no block, or none of the model', () => {
    const space = spaceWith({ cidr: ['here', '10.0.0.0/24'], publicAddress: true });
    expect(space.block('here')).toBeUndefined();
    expect(space.block('10.0.1.0/24')).toBeUndefined();
    expect(space.block('10.0.0.0/24')).toEqual({ from: ten, to: ten + 256 });
  });

  test('are all of IPv4, and of IPv6 where something begins or ends', () => {
    const space = spaceWith({ cidr: ['2001:db8::/126', '2001:db8::4/128', '::ffff:10.0.0.0/120'] });
    const [ipv4, ipv6] = space.everything;
    expect(ipv4).toEqual({ from: 0, to: 2 ** 32 });
    expect([space.isIpv4(ipv4!), space.isIpv4(ipv6!)]).toEqual([true, false]);
    expect([space.size(ipv4!), space.size(ipv6!)]).toEqual([1n << 32n, 1n << 128n]);
    expect(space.everything.map((all) => formatRange(space.range(all)))).toEqual(['0.0.0.0/0', '::/0']);
    // ::/3 ends at 2000::, then the two blocks that touch, and 4000::/2.
    const [four, one] = [space.block('2001:db8::/126')!, space.block('2001:db8::4/128')!];
    expect(four.from).toBe(2 ** 32 + 2);
    expect([four.to, one.to]).toEqual([one.from, one.from + 1]);
    expect([space.size(four), space.size(one)]).toEqual([4n, 1n]);
    expect(space.range(one)).toEqual(expect.objectContaining({ family: 6 }));
    expect(space.block('::ffff:10.0.0.0/120')).toEqual({ from: ten, to: ten + 256 });
    expect(ipv6!.to - ipv6!.from).toBe(7);
  });
});

describe('the addresses inside', () => {
  const site = () => {
    const d = draft();
    d.element('user', 'u', { facts: { address: '192.0.2.1' } });
    d.element('zone', 'outer', { facts: { cidr: '10.0.0.0/24' } });
    d.element('zone', 'inner', { in: 'outer', facts: { cidr: ['10.0.1.0/25', '10.0.1.128/25'] } });
    d.element('server', 's', { in: 'inner', facts: { address: '10.0.0.7' } });
    d.element('appServer', 'a', { in: 's', facts: { address: '10.0.9.9' } });
    d.element('externalService', 'x', { in: 'outer', facts: { address: '192.0.2.2' } });
    d.element('zone', 'internet', { facts: { trust: 'internet', cidr: '0.0.0.0/0' } });
    d.element('appServer', 'b', { facts: { address: '10.0.8.8' } });
    const model = d.graph();
    const space = addressSpaceOf(model);
    const inside = insideAddresses(model, space, translationsIn(model, space));
    const told = (id?: string) =>
      inside(id === undefined ? undefined : model.byId.get(id)).map((one) => formatRange(space.range(one)));
    return { told, inside, model, space };
  };

  test('are those of the place and of all in it, touching ones as one', () => {
    const { told } = site();
    expect(told('outer')).toEqual(['10.0.0.0/23', '10.0.9.9/32']);
    expect(told('inner')).toEqual(['10.0.0.7/32', '10.0.1.0/24', '10.0.9.9/32']);
    expect(told('s')).toEqual(['10.0.0.7/32', '10.0.9.9/32']);
    expect(told('a')).toEqual(['10.0.9.9/32']);
    expect(told('internet')).toEqual([]);
    expect(told()).toEqual(['10.0.0.0/23', '10.0.8.8/32', '10.0.9.9/32']);
  });

  test('are looked up once', () => {
    const { inside, model } = site();
    const outer = model.byId.get('outer')!;
    expect(inside(outer)).toBe(inside(outer));
  });

  test('of a zone that is the internet are none, of a server that says so are', () => {
    const { model, space } = site();
    expect(blocksOf(space, model.byId.get('internet')!)).toEqual([]);
    expect(blocksOf(space, model.byId.get('inner')!)).toHaveLength(2);
    expect(blocksOf(space, { ...model.byId.get('internet')!, kind: 'server' })).toEqual([{ from: 0, to: 2 ** 32 }]);
  });
});

describe('the internet', () => {
  test('is what is routed and no zone has', () => {
    const d = draft();
    d.element('zone', 'z', { facts: { cidr: ['8.0.0.0/8', '2000::/4'] } });
    const topology = topologyOf(d.graph());
    const all = internetAddresses(topology).map((one) => formatRange(topology.space.range(one)));
    expect(all).toEqual([
      '1.0.0.0-7.255.255.255',
      '9.0.0.0/8',
      '11.0.0.0-100.63.255.255',
      '100.128.0.0-126.255.255.255',
      '128.0.0.0-169.253.255.255',
      '169.255.0.0-172.15.255.255',
      '172.32.0.0-192.167.255.255',
      '192.169.0.0-198.17.255.255',
      '198.20.0.0-223.255.255.255',
      '3000::/4',
    ]);
  });
});
