import { architecture, type Site, type Zone } from 'stanchion';
import { collect } from '../../src/vocabulary/collect.js';
import { messagesOf, unchecked } from '../support/problems-of.js';

describe('groups', () => {
  test.each<[string, (site: Site) => unknown, string]>([
    ['no servers', (site) => site.servers(0, 'server', () => 1), 'servers(…) makes 1 to 10000 of them, not 0.'],
    ['half a server', (site) => site.servers(1.5, 'server', () => 1), 'servers(…) makes 1 to 10000 of them, not 1.5.'],
    [
      'servers in servers',
      (site) => site.servers(unchecked<Zone[]>([site.server('a')]), 'b', () => 1),
      'servers(…) takes a number or zones of this architecture, not an object.',
    ],
    [
      'servers without a function',
      (site) => site.servers(1, 'server', unchecked(undefined)),
      'servers(…) needs a function that fills a server, not undefined.',
    ],
    [
      'a cluster of nothing',
      (site) => site.cluster('db', []),
      "The cluster 'db' has an empty array: it names nothing.",
    ],
    [
      'a foreign writer',
      (site) => site.cluster('db', [site.database('a'), site.database('b')], { writer: site.database('c') }),
      "The cluster 'db' has a writer that is none of its members: 'c'.",
    ],
    [
      'too many needed',
      (site) => site.cluster('db', [site.database('a'), site.database('b')], { need: 3 }),
      "The cluster 'db' has 2 members, and cannot need 3.",
    ],
    [
      'a cluster in a cluster',
      (site) => site.cluster('b', [site.cluster('a', [site.worker('x')]), site.worker('y')]),
      "The cluster 'b' has a cluster as a member; members are single elements.",
    ],
    [
      'a guard of a cluster',
      (site) => site.cluster('a', [site.worker('x')]).firewall('f'),
      'A cluster holds no firewall.',
    ],
    [
      'a journey without an end',
      (site) => site.journey('buy', { from: site.user('a') }),
      "The journey 'buy' says what it reads, writes or uses (both): exactly one of these.",
    ],
    [
      'a waiver without a reason',
      (site) => site.accepts({ rule: 'hygiene/waiver', because: ' ' }),
      "'because' of what the architecture accepts must be a text that is not empty.",
    ],
    [
      'a rule with a word',
      (site) => site.firewall('f').allows(unchecked('internet'), site.server('s')),
      "'f' allows 'internet', which is no address or block of addresses.",
    ],
    [
      'a rule with a port that is none',
      (site) => site.firewall('f').allows('10.0.0.0/8', site.server('s'), { ports: '90-80' }),
      "'f' allows a port that is none: '90-80'.",
    ],
    [
      'a rule from nobody',
      (site) => site.firewall('f').allows([], site.server('s')),
      "'f' allows an empty array: it names nothing.",
    ],
  ])('%s', (_, write, message) => {
    expect(messagesOf(write)).toContain(message);
  });
});

describe('address blocks', () => {
  test.each([
    '10.0.0.0/8',
    '0.0.0.0/0',
    '2001:db8::/32',
    '::/0',
    '::ffff:10.0.0.0/104',
    '1:2:3:4:5:6:7:8/128',
  ] as const)('%s', (block) => {
    expect(messagesOf((site) => site.firewall('f').allows(block, site.server('s')))).toEqual([]);
  });

  test.each([
    '10.0.0.0/33',
    '10.0.0/8',
    '256.0.0.1',
    '01.2.3.4',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '1::2::3',
    ':::',
    '1:2:3:4:5:6:7:8:9',
    '::/129',
    '1:2:3:4:5:6:7::8:9',
    'fe80::g',
  ])('%s is none', (block) => {
    expect(messagesOf((site) => site.firewall('f').allows(unchecked(block), site.server('s')))).toHaveLength(1);
  });

  test('a single address is a block of one', () => {
    const site = architecture('shop');
    site.firewall('f').allows(['10.1.2.3', '2001:db8::1'], site.server('s'));
    expect(collect(site).documents[0]?.elements[0]?.rules?.[0]?.from).toEqual([
      { cidr: '10.1.2.3/32' },
      { cidr: '2001:db8::1/128' },
    ]);
  });
});
