import { analyseNetwork } from '../../../src/analyses/network/analyse-network.js';
import type { FirewallRule, Listener } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';
import { allow, deny, tcp, udp } from '../support/rules.js';

const web: Listener = { name: 'web', protocol: 'http' };
const ssh: Listener = { name: 'ssh', protocol: 'ssh' };
const all = 2n ** 32n + 2n ** 128n;
/** Of zone `z`, which has eight addresses. */
const outside = all - 8n;
const everyPort = 131_071;

/**
 * Behind firewall `fw` zone `z` of eight addresses with `a` and `b`; beside it zone `y` of four with `c`, zone `w` that tells no
 * block with `e` and `f`, and outside `u`, anywhere, and `x`.
 */
function ruled(rules: readonly FirewallRule[], more: { stateful?: boolean } = {}): Drafting {
  const d = draft();
  d.element('user', 'u');
  d.element('externalService', 'x', { facts: { address: '198.51.100.7' } });
  d.element('externalService', 'anywhere');
  d.element('zone', 'z', { facts: { cidr: '10.0.0.0/29' } });
  d.element('zone', 'y', { facts: { cidr: '10.0.1.0/30' } });
  d.element('zone', 'w');
  d.element('appServer', 'a', { in: 'z', listeners: [web, ssh], facts: { address: '10.0.0.1' } });
  d.element('appServer', 'b', { in: 'z', listeners: [web], facts: { address: '10.0.0.2' } });
  d.element('appServer', 'c', { in: 'y', facts: { address: '10.0.1.1' } });
  d.element('appServer', 'e', { in: 'w' });
  d.element('appServer', 'f', { in: 'w' });
  d.element('firewall', 'fw', { in: 'z', facts: { incoming: 'deny', outgoing: 'deny', ...more }, rules });
  return d;
}

const told = (d: Drafting, guard = 'fw') =>
  analyseNetwork(d.graph())
    .anomalies.filter((one) => one.guard.id === guard)
    .map(
      ({ index, anomaly, by, side }) =>
        `${index} ${anomaly}${by ? ` by ${by}` : ''}${side === 'outgoing' ? ' out' : ''}`,
    );
const beyond = (d: Drafting, guard = 'fw') =>
  analyseNetwork(d.graph())
    .anomalies.filter((one) => one.guard.id === guard)
    .flatMap(({ index, beyond }) => (beyond ? [[index, beyond.packets, beyond.sources, beyond.ports]] : []));

describe('a dead rule', () => {
  test.each<[string, readonly FirewallRule[], readonly string[]]>([
    ['is covered where earlier ones do what it does', [deny('x → a'), deny('x → a')], ['1 covered by 0']],
    ['is shadowed where they do the other thing', [deny('x → a'), allow('x → a')], ['1 shadowed by 0']],
    [
      'is shadowed where some do',
      [deny('x → a'), allow('x → b'), deny('x → a, b')],
      ['1 too wide', '2 shadowed by 0,1'],
    ],
    [
      'is matched by several together',
      [deny('10.0.1.0/31 → a'), deny('10.0.1.2/31 → a'), deny('10.0.1.0/30 → a')],
      ['2 covered by 0,1'],
    ],
    ['is not one of which a part is left', [deny('10.0.1.0/31 → a'), deny('10.0.1.0/30 → a')], []],
    ['is not one for another port', [deny('x → a', tcp(80)), deny('x → a', tcp(81))], []],
    ['is one for a part of the ports', [deny('x → a', tcp(80, 90)), deny('x → a', tcp(85))], ['1 covered by 0']],
    ['is not one for a protocol more', [deny('x → a', tcp(0, 65_535)), deny('x → a')], []],
    ['names what stands in what an earlier one names', [deny('y → z'), deny('c → a')], ['1 covered by 0']],
    ['is not one of a place of which one element went before', [deny('c → z'), deny('y → z')], []],
    [
      'is told by those that decide, not by those that are dead themselves',
      [deny('x → a'), deny('x → a'), deny('x → a')],
      ['1 covered by 0', '2 covered by 0'],
    ],
    ['is about what leaves too', [deny('a → x'), deny('a → x')], ['1 covered by 0 out']],
    ['is dead on both sides', [deny('* → *'), deny('z → *'), deny('x, a → b, u')], ['0 redundant', '2 covered by 0,1']],
    ['is not one that is dead on one side alone', [deny('* → *'), deny('x, a → b, u')], []],
    ['has the targets of one rule together', [deny('x → a, b'), deny('x → b, a')], ['1 covered by 0']],
    ['is covered by the second target of another', [deny('x → b, a'), deny('x → a')], ['1 covered by 0']],
    ['is none where nothing is matched', [deny('gone → a')], []],
  ])('%s', (_, rules, expected) => {
    const d = ruled(rules);
    expect(told(d).filter((one) => !/redundant/.test(one) || expected.includes(one))).toEqual(expected);
    const { deadRules, anomalies } = analyseNetwork(d.graph());
    expect(deadRules).toEqual(anomalies.filter(({ by }) => by));
  });

  test('is found among more than thirty others', () => {
    const single = Array.from({ length: 40 }, (_, port) => deny('x → a', tcp(port + 1)));
    expect(
      told(ruled([...single, deny('x → a', tcp(1, 40)), deny('x → a', tcp(41))])).filter((one) => /by/.test(one)),
    ).toEqual([`40 covered by ${single.map((_, index) => index)}`]);
  });
});

describe('a redundant rule', () => {
  const redundant = (rules: readonly FirewallRule[], d = ruled(rules)) =>
    told(d).flatMap((one) => (one.includes('redundant') ? [one.replace(' redundant', '')] : []));

  test.each<[string, readonly FirewallRule[], readonly string[]]>([
    ['does what the default does', [deny('x → a'), allow('y → a')], ['0']],
    ['does not what the default does', [allow('x → a')], []],
    ['is not the deny that closes the list', [allow('y → a'), deny('* → *')], []],
    ['is not a deny of every address that closes the list', [deny('0.0.0.0/0 → *')], []],
    ['is not a deny of all of IPv6 to all of it that closes the list', [deny('::/0 → ::/0')], []],
    ['is not a deny of every address to the place that closes the list', [deny('* → z')], []],
    ['is a deny of every address to one', [deny('* → a')], ['0']],
    ['is a deny of some addresses', [deny('10.0.0.0/8 → *')], ['0', '0 out']],
    ['is a deny of every address at some ports', [deny('* → *', tcp(0, 65_535))], ['0']],
    ['is not an exception', [deny('x → a'), allow('* → a')], []],
    ['is one before another that does the same', [allow('x → a'), allow('* → a')], ['0']],
    [
      'is one before others that do the same together',
      [allow('* → a', tcp(1, 10)), allow('* → z', tcp(1, 5)), allow('* → a', tcp(6, 20))],
      ['0'],
    ],
    ['stays where another stands in for it', [allow('x, y → a'), allow('y, c, u → a')], []],
    [
      'goes where two stand in for each other, the first of them',
      [allow('x → a', tcp(1, 10)), allow('x → a', tcp(5, 10)), allow('* → a', tcp(1, 10))],
      ['0'],
    ],
    [
      'is not one before an exception of it',
      [allow('x → a'), deny('10.0.0.0/8, 198.51.100.0/24 → a'), allow('* → a')],
      [],
    ],
    ['goes with the exception', [allow('c → a'), deny('c → b'), allow('y → a')], ['0', '1']],
    ['of what leaves does what the default does', [deny('a → x')], ['0 out']],
    ['is one on both sides', [deny('a, x → b, u')], ['0']],
    ['is not one on one side alone', [deny('a, x → b, u'), allow('* → b')], []],
  ])('%s', (_, rules, expected) => {
    expect(
      redundant(rules).filter(
        (one, index, list) => list.indexOf(one) === index && !(one === '0 out' && list.includes('0')),
      ),
    ).toEqual(expected.filter((one) => !(one === '0 out' && expected.includes('0'))));
  });

  test('stays where it stands in for another that goes', () => {
    const [first, second] = [allow('x → a', tcp(1, 10)), allow('x → a', tcp(5, 15))];
    const others = [allow('* → a', tcp(11, 20)), allow('* → a', tcp(1, 4))];
    expect(redundant([first, second, ...others])).toEqual(['0']);
    expect(redundant([second, first, ...others])).toEqual(['0']);
    // A dead one between them would not do what they do if it were taken away as well.
    expect(redundant([first, second, allow('x → a', tcp(5, 10)), ...others])).toEqual(['0']);
    expect(redundant([first, ...others])).toEqual([]);
  });

  test.each<[string, readonly FirewallRule[], boolean]>([
    ['that names everybody and somebody', [deny('x, * → *')], true],
    ['of the lower half of all addresses', [deny('0.0.0.0/1 → *')], false],
    ['of the upper half of all addresses', [deny('128.0.0.0/1 → *')], false],
    ['to every address of the lower half', [deny('* → 0.0.0.0/1')], false],
    ['that has two targets, the last of them everybody', [deny('* → a, *')], true],
    ['that has two targets, the first of them everybody', [deny('* → *, a')], false],
    ['that allows', [allow('* → *')], true],
  ])('is not the deny that closes the list: one %s', (_, rules, stays) => {
    expect(redundant(rules).filter((one) => one.startsWith('0'))).toHaveLength(stays ? 0 : 1);
  });

  test('keeps a dead one from coming to life', () => {
    expect(redundant([allow('x → a', tcp(80)), deny('x → a'), allow('x → a')])).toEqual([]);
    expect(redundant([deny('x → a'), allow('x → a')])).toEqual([]);
    expect(redundant([deny('x → a'), deny('x → a')])).toEqual(['0']);
  });
});

describe('an allowance that is too wide', () => {
  test.each<[string, readonly FirewallRule[], (d: Drafting) => void, readonly (readonly unknown[])[]]>([
    [
      'for a block of which one is needed',
      [allow('198.51.100.0/24 → a:web')],
      (d) => d.flow('x', 'calls', 'a', {}, 'web'),
      [[0, 255n, 255n, 0]],
    ],
    [
      'for a zone of which one is needed',
      [allow('y → z', tcp(80))],
      (d) => d.flow('c', 'calls', 'a', {}, 'web'),
      [[0, 4n * 8n - 1n, 3n, 0]],
    ],
    [
      'for a zone of which one is needed twice',
      [allow('y → z', tcp(80))],
      (d) => {
        d.flow('c', 'calls', 'a', {}, 'web');
        d.flow('c', 'calls', 'b');
        d.flow('c', 'reads', 'b');
      },
      [[0, 4n * 8n - 2n, 3n, 0]],
    ],
    [
      'at ports of which one is needed',
      [allow('c → a', tcp(80, 89))],
      (d) => d.flow('c', 'calls', 'a', {}, 'web'),
      [[0, 9n, 0n, 9]],
    ],
    [
      'at ports of which two are needed',
      [allow('c → a', tcp(20, 89))],
      (d) => {
        d.flow('c', 'calls', 'a', {}, 'web');
        d.flow('c', 'administers', 'a', {}, 'ssh');
      },
      [[0, 67n, 0n, 67]],
    ],
    [
      'at every port',
      [allow('c → a')],
      (d) => d.flow('c', 'calls', 'a', {}, 'web'),
      [[0, BigInt(everyPort - 3), 0n, everyPort - 3]],
    ],
    [
      'for anybody to a zone, where anybody comes to one',
      [allow('* → z', tcp(80))],
      (d) => d.flow('u', 'visits', 'a', {}, 'web'),
      [[0, 7n * outside, 0n, 0]],
    ],
    [
      'for anybody to a zone, where one more comes to another',
      [allow('* → z', tcp(80))],
      (d) => {
        d.flow('u', 'visits', 'a', {}, 'web');
        d.flow('x', 'calls', 'b');
      },
      [[0, 7n * outside - 1n, 0n, 0]],
    ],
    [
      'for anybody to a zone, where one more comes to the same',
      [allow('* → z', tcp(80))],
      (d) => {
        d.flow('u', 'visits', 'a', {}, 'web');
        d.flow('x', 'calls', 'a', {}, 'web');
      },
      [[0, 7n * outside, 0n, 0]],
    ],
    [
      'for a zone to anybody, where one goes anywhere',
      [allow('z → *', tcp(443))],
      (d) => d.flow('a', 'calls', 'anywhere', {}),
      [[0, 7n * outside, 7n, 0]],
    ],
    [
      'for anybody, where some come',
      [allow('* → a:web')],
      (d) => {
        d.flow('c', 'calls', 'a', {}, 'web');
        d.flow('x', 'calls', 'a', {}, 'web');
      },
      [[0, outside - 2n, outside - 2n, 0]],
    ],
    [
      'for a zone without a block, by its machines',
      [allow('w → a:web')],
      (d) => d.flow('e', 'calls', 'a', {}, 'web'),
      [[0, 1n, 1n, 0]],
    ],
    [
      'for two places, each counted',
      [allow('w, y → a:web')],
      (d) => d.flow('e', 'calls', 'a', {}, 'web'),
      [[0, 5n, 5n, 0]],
    ],
    ['by two targets', [allow('c → a, b', tcp(80, 81))], (d) => d.flow('c', 'calls', 'b'), [[0, 3n, 0n, 1]]],
    [
      'not, where just what is needed gets through',
      [allow('c → a:web')],
      (d) => d.flow('c', 'calls', 'a', {}, 'web'),
      [],
    ],
    [
      'not, where anybody comes and anybody may',
      [allow('* → a:web')],
      (d) => d.flow('u', 'visits', 'a', {}, 'web'),
      [],
    ],
    [
      'behind another that takes a part away',
      [deny('10.0.1.2/31 → *'), allow('y → z', tcp(80))],
      (d) => d.flow('c', 'calls', 'a', {}, 'web'),
      [[1, 2n * 8n - 1n, 1n, 0]],
    ],
    [
      'behind another that takes the rest away',
      [deny('10.0.1.0/32, 10.0.1.2/31 → *'), allow('y → a:web')],
      (d) => d.flow('c', 'calls', 'a', {}, 'web'),
      [],
    ],
    [
      'twice, each by itself',
      [allow('y → a:web'), allow('198.51.100.0/24 → a:web')],
      (d) => {
        d.flow('c', 'calls', 'a', {}, 'web');
        d.flow('x', 'calls', 'a', {}, 'web');
      },
      [
        [0, 3n, 3n, 0],
        [1, 255n, 255n, 0],
      ],
    ],
    [
      'where names are looked up, at the port beside',
      [allow('* → a', { protocol: 'any', from: 53, to: 54 })],
      () => undefined,
      [[0, 2n * outside, 0n, 2]],
    ],
    ['not, where names are looked up', [allow('* → *', udp(53), tcp(53))], () => undefined, []],
    [
      'of what leaves, for the zone of which one is needed',
      [allow('z → x', tcp(443))],
      (d) => d.flow('a', 'calls', 'x'),
      [[0, 7n, 7n, 0]],
    ],
  ])('%s', (_, rules, write, expected) => {
    const d = ruled(rules);
    write(d);
    expect(beyond(d)).toEqual(expected);
    expect(told(d).filter((one) => one.includes('unneeded'))).toEqual([]);
  });
});

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

    test.each<[string, readonly unknown[], readonly unknown[]]>([
      ['whoever serves one, at port 80', holding(allow('* → a', tcp(80))), needed],
      ['at port 443', holding(allow('* → a', tcp(443))), needed],
      ['at no other port', holding(allow('* → a', tcp(22))), unneeded],
      ['by asking an issuer', holding(allow('a → *', tcp(443))), needed],
      ['nobody else of the zone', holding(allow('z → *', tcp(443))), [['0 too wide out'], [[0, 7n * outside, 7n, 0]]]],
      ['not one that is signed by itself', holding(allow('* → a', tcp(80)), { selfSigned: true }), unneeded],
      ['not one that is not known', holding(allow('* → a', tcp(80)), {}, 'a', 'other'), unneeded],
      ['not where none is told', holding(allow('* → a', tcp(80)), {}, 'a', ''), unneeded],
      ['whoever keeps the key', holding(allow('* → b', tcp(80)), { keyHeldBy: ['b', 'gone'] }), needed],
      ['not what stands outside', holding(allow('x → a', tcp(80)), {}, 'x'), unneeded],
    ])('%s', (_, found, expected) => {
      expect(found).toEqual(expected);
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

  test('are not told of rules of which one names a listener without a port', () => {
    const d = ruled([allow('x → a:raw'), deny('x → a'), deny('x → a')]);
    expect(told(d)).toEqual([]);
  });
});
