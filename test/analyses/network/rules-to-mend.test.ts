import { analyseNetwork } from '../../../src/analyses/network/analyse-network.js';
import type { FirewallRule } from '../../../src/graph/architecture.js';
import type { Drafting } from '../support/document.js';
import { beyond, everyPort, outside, ruled, told } from '../support/ruled.js';
import { allow, deny, tcp, udp } from '../support/rules.js';

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
