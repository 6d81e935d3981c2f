import type { FirewallRule } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';
import { all, beyond, everyPort, outside, ruled, told, web } from '../support/ruled.js';
import { allow, deny, tcp, udp } from '../support/rules.js';

describe('who is counted', () => {
  const site = (d: Drafting, rules: readonly FirewallRule[]) =>
    d.element('firewall', 'site', { facts: { incoming: 'deny', outgoing: 'deny' }, rules });
  const second = (d: Drafting, rules: readonly FirewallRule[]) =>
    d.element('firewall', 'second', { in: 'z', facts: { incoming: 'deny', outgoing: 'deny' }, rules });

  test('in a zone are its addresses, and those of its machines that lie elsewhere', () => {
    const d = ruled([allow('z → x', tcp(443))]);
    d.element('appServer', 'stray', { in: 'z', facts: { address: '10.0.9.9' } });
    d.flow('a', 'calls', 'x');
    expect(beyond(d)).toEqual([[0, 8n, 8n, 0]]);
  });

  test('in a zone are not the addresses that machines of another one have', () => {
    const foreign = (rules: readonly FirewallRule[]) => {
      const d = ruled(rules);
      d.element('appServer', 'g', { in: 'y', facts: { address: '10.0.0.5' } });
      d.flow('a', 'calls', 'x');
      d.flow('c', 'calls', 'a', {}, 'web');
      return beyond(d);
    };
    expect(foreign([allow('z → x', tcp(443))])).toEqual([[0, 6n, 6n, 0]]);
    expect(foreign([allow('y → a:web')])).toEqual([[0, 4n, 4n, 0]]);
  });

  test('in a zone without a block are its machines: what runs on one server is one', () => {
    const d = ruled([allow('w → a:web')]);
    d.element('server', 's', { in: 'w' });
    d.element('appServer', 'h', { in: 's' });
    d.element('appServer', 'i', { in: 's' });
    d.element('appServer', 'j', { in: 's', facts: { address: '10.0.8.8' } });
    d.flow('h', 'calls', 'a', {}, 'web');
    expect(beyond(d)).toEqual([[0, 3n, 3n, 0]]);
  });

  test('are the machines of a zone alone that has not more addresses', () => {
    const full = (addresses: readonly string[], names: string) => {
      const d = ruled([deny(`${names} → a`), deny('k → a')]);
      d.element('zone', 'k', { facts: { cidr: '10.0.2.0/30' } });
      for (const [index, address] of addresses.entries())
        d.element('server', `k${index}`, { in: 'k', facts: { address } });
      return told(d);
    };
    const four = ['10.0.2.0', '10.0.2.1', '10.0.2.2', '10.0.2.3'];
    expect(full(four, 'k0, k1, k2, k3')).toEqual(['0 redundant', '1 covered by 0']);
    expect(full(four, 'k0, k1, k2')).toEqual(['0 redundant', '1 redundant']);
    expect(full(four.slice(0, 3), 'k0, k1, k2')).toEqual(['0 redundant', '1 redundant']);
    expect(full(['10.0.2.0', '10.0.2.1', '10.0.2.2', '10.0.2.2'], 'k0, k1, k2, k3')).toEqual([
      '0 redundant',
      '1 redundant',
    ]);
  });

  test('are an element and the rest of its zone apart', () => {
    const d = ruled([allow('c → a:web'), allow('y → a:web')]);
    d.flow('c', 'calls', 'a', {}, 'web');
    expect(told(d)).toEqual(['0 redundant', '1 unneeded']);
  });

  test('are the elements of one machine once', () => {
    const shared = (rule: FirewallRule, from: string) => {
      const d = ruled([rule]);
      d.element('server', 'sv', { in: 'y', facts: { address: '10.0.1.2' } });
      d.element('appServer', 'p', { in: 'sv' });
      d.element('appServer', 'q', { in: 'sv' });
      d.flow(from, 'calls', 'a', {}, 'web');
      return [told(d), beyond(d)];
    };
    expect(shared(allow('sv → a:web'), 'p')).toEqual([[], []]);
    expect(shared(allow('p, q → a:web'), 'q')).toEqual([[], []]);
    expect(shared(allow('p → a:web'), 'q')).toEqual([['0 unneeded'], []]);
    expect(shared(allow('10.0.1.2/31 → a:web'), 'p')).toEqual([['0 too wide'], [[0, 1n, 1n, 0]]]);
  });

  test('at the border of the site are all inside, also what stands in no zone', () => {
    const d = ruled([allow('* → *')]);
    d.element('appServer', 'n', { listeners: [web] });
    site(d, [allow('x → *', tcp(80)), allow('n → x', tcp(443))]);
    d.flow('x', 'calls', 'n');
    d.flow('n', 'calls', 'x');
    expect(beyond(d, 'site')).toEqual([[0, 14n, 0n, 0]]);
  });

  test('behind the guard of an element is the element', () => {
    const own = (from: string) => {
      const d = ruled([]);
      d.element('firewall', 'own', { in: 'a', facts: { incoming: 'deny' }, rules: [allow('* → *', tcp(80))] });
      d.flow(from, 'visits', 'a', {}, 'web');
      return beyond(d, 'own');
    };
    expect(own('u')).toEqual([]);
    expect(own('c')).toEqual([[0, all - 2n, all - 2n, 0]]);
  });

  test('are those of a translated zone as they are seen', () => {
    const seen = (target: string) => {
      const d = draft();
      d.element('externalService', 'x', { facts: { address: '198.51.100.7' } });
      d.element('zone', 'z', {
        facts: { cidr: '10.0.0.0/29', translates: [{ from: '10.0.0.0/29', to: '192.0.2.0/29' }] },
      });
      d.element('appServer', 'a', { in: 'z', listeners: [web], facts: { address: '10.0.0.1' } });
      site(d, [allow(`x → ${target}`, tcp(80))]);
      d.flow('x', 'calls', 'a');
      return [told(d, 'site'), beyond(d, 'site')];
    };
    expect(seen('192.0.2.1/32')).toEqual([[], []]);
    expect(seen('192.0.2.0/29')).toEqual([['0 too wide'], [[0, 7n, 0n, 0]]]);
    expect(seen('10.0.0.0/29')).toEqual([['0 unneeded'], []]);
    expect(seen('a')).toEqual([[], []]);
  });

  test('are asked at the address that a group shares', () => {
    const asked = (target: string) => {
      const d = ruled([allow(`x → ${target}`, tcp(80))]);
      d.cluster('pair', 'appServer', ['a', 'b'], { address: '10.0.0.6' });
      d.flow('x', 'calls', 'pair', {}, 'web');
      return told(d);
    };
    expect(asked('10.0.0.6/32')).toEqual([]);
    expect(asked('10.0.0.1/32')).toEqual(['0 unneeded']);
    expect(asked('10.0.0.4/30')).toEqual(['0 too wide']);
  });

  const most = 64_512;
  test.each<[string, FirewallRule, readonly string[], readonly (readonly unknown[])[]]>([
    ['to the ports from 1024 on', allow('a → c', tcp(1_024, 65_535)), [], []],
    ['of udp', allow('a → *', udp(1_024, 65_535)), [], []],
    [
      'and all else',
      allow('a → c'),
      ['1 too wide out'],
      [[1, BigInt(everyPort - 2 * most - 2), 0n, everyPort - 2 * most - 2]],
    ],
    ['and one port more', allow('a → y', tcp(1_023, 65_535)), ['1 too wide out'], [[1, 4n, 0n, 1]]],
    ['to lower ports', allow('a → c', tcp(1, 52)), ['1 unneeded out'], []],
  ])('are the replies that a guard without memory needs: %s', (_, rule, anomalies, wide) => {
    const d = ruled([allow('c → a:web'), rule], { stateful: false });
    d.flow('c', 'calls', 'a', {}, 'web');
    expect([told(d), beyond(d)]).toEqual([anomalies, wide]);
  });

  test('are none where a guard with memory lets replies through by a rule', () => {
    const d = ruled([allow('c → a:web'), allow('a → c', tcp(1_024, 65_535))]);
    d.flow('c', 'calls', 'a', {}, 'web');
    expect(told(d)).toEqual(['1 unneeded out']);
  });

  test('look names up past each guard of a place', () => {
    const d = ruled([allow('z → *', udp(53))]);
    second(d, [allow('z → *', udp(53))]);
    expect([told(d), told(d, 'second')]).toEqual([[], []]);
  });

  describe('renew certificates', () => {
    function holding(rule: FirewallRule, facts = {}, holder = 'a', certificate = 'cert') {
      const d = ruled([rule]);
      const place = d.elements.findIndex(({ id }) => id === holder);
      const tls = certificate === '' ? {} : { certificate };
      d.elements[place] = { ...d.elements[place]!, listeners: [web, { name: 'secure', protocol: 'https', tls }] };
      d.element('certificate', 'cert', { facts });
      return [told(d), beyond(d)];
    }
    const needed = [[], []];
    const unneeded = [['0 unneeded'], []];

    test.each<[string, Parameters<typeof holding>, readonly unknown[]]>([
      ['whoever serves one, at port 80', [allow('* → a', tcp(80))], needed],
      ['at port 443', [allow('* → a', tcp(443))], needed],
      ['at no other port', [allow('* → a', tcp(22))], unneeded],
      ['by asking an issuer', [allow('a → *', tcp(443))], needed],
      ['nobody else of the zone', [allow('z → *', tcp(443))], [['0 too wide out'], [[0, 7n * outside, 7n, 0]]]],
      ['not one that is signed by itself', [allow('* → a', tcp(80)), { selfSigned: true }], unneeded],
      ['not one that is not known', [allow('* → a', tcp(80)), {}, 'a', 'other'], unneeded],
      ['not where none is told', [allow('* → a', tcp(80)), {}, 'a', ''], unneeded],
      ['whoever keeps the key', [allow('* → b', tcp(80)), { keyHeldBy: ['b', 'gone'] }], needed],
      ['not what stands outside', [allow('x → a', tcp(80)), {}, 'x'], unneeded],
    ])('%s', (_, asked, expected) => {
      expect(holding(...asked)).toEqual(expected);
    });
  });

  test('are whoever stands outside, where a rule names the internet', () => {
    const internet = (from: string) => {
      const d = ruled([allow('internet → a:web')]);
      d.element('zone', 'internet', { facts: { trust: 'internet' } });
      d.flow(from, 'visits', 'a', {}, 'web');
      return [told(d), beyond(d)];
    };
    expect(internet('u')).toEqual([[], []]);
    expect(internet('c')).toEqual([['0 unneeded'], []]);
    expect(internet('x')).toEqual([['0 too wide'], [[0, all - 12n - 1n, all - 12n - 1n, 0]]]);
  });

  test('in a zone within another are in the inner one', () => {
    const d = draft();
    d.element('externalService', 'x', { facts: { address: '198.51.100.7' } });
    d.element('zone', 'outer', { facts: { cidr: '10.0.0.0/28' } });
    d.element('zone', 'inner', { in: 'outer', facts: { cidr: '10.0.0.0/30' } });
    d.element('appServer', 'i', { in: 'inner', facts: { address: '10.0.0.1' } });
    site(d, [allow('inner → x', tcp(443)), allow('outer → x', tcp(444, 445))]);
    d.flow('i', 'calls', 'x');
    expect(beyond(d, 'site')).toEqual([
      [0, 3n, 3n, 0],
      [1, 2n * 16n - 2n, 15n, 0],
    ]);
  });

  test('are what has an address of its own on a server that a rule names, apart from it', () => {
    const d = ruled([allow('sv → a:web')]);
    d.element('server', 'sv', { in: 'y', facts: { address: '10.0.1.2' } });
    d.element('appServer', 'p', { in: 'sv' });
    d.element('appServer', 'r', { in: 'sv', facts: { address: '10.0.1.3' } });
    d.flow('p', 'calls', 'a', {}, 'web');
    expect(beyond(d)).toEqual([[0, 1n, 1n, 0]]);
  });

  test('are what a rule names of those with addresses elsewhere, apart from the others', () => {
    const d = ruled([allow('stray → x', tcp(443)), allow('z → x', tcp(443))]);
    d.element('appServer', 'stray', { in: 'z', facts: { address: '10.0.9.9' } });
    d.element('appServer', 'lost', { in: 'z', facts: { address: '10.0.9.8' } });
    d.flow('a', 'calls', 'x');
    expect(told(d)).toEqual(['0 redundant out', '0 unneeded out', '1 too wide out']);
    expect(beyond(d)).toEqual([[1, 8n, 8n, 0]]);
  });

  test('are at each of their addresses', () => {
    const d = ruled([allow('m → n', tcp(80))]);
    d.element('appServer', 'm', { in: 'y', facts: { address: '10.0.1.2', publicAddress: '192.0.2.9' } });
    d.element('appServer', 'n', {
      in: 'z',
      listeners: [web],
      facts: { address: '10.0.0.3', publicAddress: '192.0.2.10' },
    });
    d.flow('m', 'calls', 'n');
    expect([told(d), beyond(d)]).toEqual([[], []]);
  });

  test('are counted once where one flow asks for a port and another for any', () => {
    const d = ruled([allow('y → a')]);
    d.flow('c', 'calls', 'a');
    d.flow('c', 'calls', 'a', {}, 'web');
    expect(beyond(d)).toEqual([[0, 3n * BigInt(everyPort - 2), 0n, 0]]);
  });

  test('are not told of rules of which one names a listener without a port', () => {
    const d = ruled([allow('x → a:raw'), deny('x → a'), deny('x → a')]);
    expect(told(d)).toEqual([]);
  });
});
