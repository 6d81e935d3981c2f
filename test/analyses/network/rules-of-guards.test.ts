import { analyseNetwork } from '../../../src/analyses/network/analyse-network.js';
import { crossingBetween, isOutside } from '../../../src/analyses/network/borders.js';
import { passageBetween } from '../../../src/analyses/network/passage.js';
import type { Service } from '../../../src/analyses/network/ports.js';
import { agreed, easiest, type Verdict, worst } from '../../../src/analyses/network/verdict.js';
import type { ElementFacts, FirewallRule, Listener } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';
import { allow, deny, tcp, udp } from '../support/rules.js';

/** Zone `z` behind its firewall with `a` and `b`; beside it zone `y` with `c`, and outside `u` and `x`. */
function guarded(
  rules: readonly FirewallRule[],
  facts: ElementFacts = { incoming: 'deny', outgoing: 'deny' },
): Drafting {
  const d = draft();
  d.element('user', 'u');
  d.element('externalService', 'x', { facts: { address: '198.51.100.7' } });
  d.element('zone', 'z', { facts: { cidr: '10.0.0.0/24' } });
  d.element('zone', 'y', { facts: { open: true, cidr: '10.0.1.0/24' } });
  d.element('zone', 'internet', { facts: { trust: 'internet', open: true } });
  const listeners: readonly Listener[] = [
    { name: 'web', protocol: 'http' },
    { name: 'ssh', protocol: 'ssh' },
    { name: 'raw', protocol: 'tcp' },
  ];
  d.element('appServer', 'a', { in: 'z', listeners, facts: { address: '10.0.0.1' } });
  d.element('server', 's', { in: 'z', facts: { address: '10.0.0.2' } });
  d.element('appServer', 'b', { in: 's', listeners: [{ name: 'web', protocol: 'http', port: 8_080 }] });
  d.element('appServer', 'c', { in: 'y', facts: { address: '10.0.1.1' } });
  d.cluster('inner', 'appServer', ['a', 'b']);
  d.cluster('mixed', 'appServer', ['a', 'c']);
  d.element('firewall', 'fw', { in: 'z', facts, rules });
  return d;
}

function says(d: Drafting, from: string, to: string, service?: Service): string {
  const model = d.graph();
  const { passage, guard, rule, onReturn } = passageBetween(model, model.byId.get(from)!, model.byId.get(to)!, service);
  return [passage, guard?.id, rule, onReturn && 'on return'].filter((one) => one !== undefined).join(' ');
}

const web: Service = { protocol: 'tcp', port: 80 };
const ssh: Service = { protocol: 'tcp', port: 22 };
const names: Service = { protocol: 'udp', port: 53 };
const shut = 'blocked fw';

describe('a rule', () => {
  test.each<[string, readonly FirewallRule[], Readonly<Record<string, string>>]>([
    [
      'is about what comes in where its source stands outside',
      [allow('u, c → a')],
      { 'u a': 'open', 'c a': 'open', 'x a': shut, 'u b': shut, 'a u': shut, 'a c': shut },
    ],
    [
      'is about what leaves where its source stands inside',
      [allow('a → x')],
      { 'a x': 'open', 'b x': shut, 'a u': shut, 'x a': shut },
    ],
    [
      'names a place with all in it',
      [allow('z → x'), allow('y → z')],
      { 'a x': 'open', 'b x': 'open', 'c b': 'open', 'u b': shut },
    ],
    [
      'names a server with what runs on it',
      [allow('u → s'), allow('s → u')],
      { 'u b': 'open', 'u s': 'open', 'b u': 'open', 'u a': shut, 'a u': shut },
    ],
    ['for anyone is about what comes in alone', [allow('* → *')], { 'u a': 'open', 'c b': 'open', 'a u': shut }],
    [
      'names a group inside with its members',
      [allow('inner → x'), allow('x → inner')],
      { 'a x': 'open', 'b x': 'open', 'x a': 'open', 'x b': 'open', 'x s': shut },
    ],
    [
      'for a group that stands on both sides is about what comes in',
      [allow('mixed → *')],
      { 'c b': 'open', 'a x': shut, 'u a': shut },
    ],
    [
      'is about what comes in and about what leaves by each of its sources',
      [allow('u, b → a, x')],
      { 'u a': 'open', 'b x': 'open', 'a x': shut, 'u b': shut },
    ],
    [
      'that names nothing that the model knows matches nothing',
      [allow('gone → a'), allow('u → gone'), allow('none/8 → *')],
      { 'u a': shut, 'c a': shut, 'a u': shut },
    ],
    [
      'that names texts that are no blocks as targets matches nothing',
      [deny('u → none/8'), allow('u → a')],
      { 'u a': 'open' },
    ],
    ['before another decides', [deny('u → a'), allow('u → *')], { 'u a': 'blocked fw 0', 'u b': 'open' }],
    [
      'behind another is told by its place',
      [allow('c → a'), deny('x → a'), deny('u → a')],
      { 'u a': 'blocked fw 2', 'x a': 'blocked fw 1', 'c a': 'open' },
    ],
    ['for a block inside is about what leaves', [allow('10.0.0.0/25 → *')], { 'a x': 'open', 'c a': shut }],
    ['for a block outside is about what comes in', [allow('10.0.1.0/25 → *')], { 'c a': 'open', 'a x': shut }],
    [
      'for a block that holds addresses of both is about both',
      [allow('10.0.0.0/23 → *')],
      { 'c a': 'open', 'a x': 'open', 'x a': shut },
    ],
    [
      'for a block that begins before those inside and ends with them is about both',
      [allow('10.0.0.0/8 → *')],
      { 'c a': 'open', 'a c': 'open' },
    ],
    [
      'names the internet with whoever stands outside',
      [allow('internet → a'), deny('a → internet'), allow('z → *')],
      { 'u a': 'open', 'x a': 'open', 'c a': shut, 'a x': 'blocked fw 1', 'a u': 'blocked fw 1', 'a c': 'open' },
    ],
    ['with a block of targets asks where they are', [allow('u → 10.0.0.0/31')], { 'u a': 'open', 'u b': shut }],
  ])('%s', (_, rules, expected) => {
    const d = guarded(rules);
    const found = Object.keys(expected).map((ends) => [ends, says(d, ends.split(' ')[0]!, ends.split(' ')[1]!, web)]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test.each<[string, readonly FirewallRule[], readonly [string, Service | undefined, string][]]>([
    [
      'with ports is about these',
      [allow('u → a', tcp(80), udp(50, 60))],
      [
        ['a', web, 'open'],
        ['a', ssh, shut],
        ['a', names, 'open'],
        ['a', undefined, 'unknown fw'],
      ],
    ],
    [
      'with every port of one protocol leaves what has none',
      [allow('u → a', tcp(0, 65_535), udp(1, 65_535))],
      [
        ['a', ssh, 'open'],
        ['a', names, 'open'],
        ['a', undefined, 'unknown fw'],
      ],
    ],
    [
      'with every port of any protocol is about all',
      [allow('u → a', { protocol: 'any', from: 0, to: 65_535 })],
      [['a', undefined, 'open']],
    ],
    [
      'with a listener is about its port',
      [allow('u → a:ssh')],
      [
        ['a', ssh, 'open'],
        ['a', web, shut],
      ],
    ],
    [
      'with a listener and ports is about the ports',
      [allow('u → a:ssh', tcp(80))],
      [
        ['a', ssh, shut],
        ['a', web, 'open'],
      ],
    ],
    [
      'with a listener of a group is about that of each member',
      [allow('u → inner:web')],
      [
        ['a', web, 'open'],
        ['b', { protocol: 'tcp', port: 8_080 }, 'open'],
        ['a', ssh, shut],
      ],
    ],
    [
      'with a listener that some members have is about theirs',
      [allow('u → inner:ssh')],
      [
        ['a', ssh, 'open'],
        ['a', web, shut],
      ],
    ],
    [
      'with a listener without a port is perhaps about any',
      [allow('u → a:raw')],
      [
        ['a', web, 'unknown fw'],
        ['b', web, shut],
      ],
    ],
    [
      'with a listener that nobody has is perhaps about any',
      [allow('u → a:lost'), allow('u → a')],
      [['a', web, 'unknown fw']],
    ],
    [
      'with a listener of what is not known is about nothing',
      [deny('u → gone:web'), allow('u → a')],
      [['a', web, 'open']],
    ],
  ])('%s', (_, rules, expected) => {
    const d = guarded(rules);
    expect(expected.map(([to, service]) => [to, service, says(d, 'u', to, service)])).toEqual(expected);
  });

  test('with a listener that has a port at one member alone is about it, and perhaps about any', () => {
    const d = guarded([allow('u → pair:raw')]);
    d.element('appServer', 'e', { in: 'z', listeners: [{ name: 'raw', protocol: 'tcp', port: 9_000 }] });
    d.cluster('pair', 'appServer', ['a', 'e']);
    expect(says(d, 'u', 'e', { protocol: 'tcp', port: 9_000 })).toBe('open');
    expect(says(d, 'u', 'e', web)).toBe('unknown fw');
  });

  test('of an element that guards itself is about what leaves it', () => {
    const d = guarded([], { incoming: 'allow', outgoing: 'allow' });
    d.element('firewall', 'own', { in: 'a', facts: { incoming: 'deny', outgoing: 'deny' }, rules: [allow('a → x')] });
    expect([says(d, 'a', 'x', web), says(d, 'x', 'a', web), says(d, 'a', 'u', web)]).toEqual([
      'open',
      'blocked own',
      'blocked own',
    ]);
  });

  test('of the site is about what leaves it wherever its source stands inside', () => {
    const d = guarded([], { incoming: 'allow', outgoing: 'allow' });
    const rules = [allow('c → x'), allow('10.0.1.0/24 → u'), allow('u → a')];
    d.element('firewall', 'site', { facts: { incoming: 'deny', outgoing: 'deny' }, rules });
    expect([says(d, 'c', 'x'), says(d, 'c', 'u'), says(d, 'a', 'x'), says(d, 'u', 'a'), says(d, 'x', 'a')]).toEqual([
      'open',
      'open',
      'blocked site',
      'open',
      'blocked site',
    ]);
  });
});

describe('a guard', () => {
  test.each<[string, ElementFacts, string, string]>([
    ['that denies', { incoming: 'deny', outgoing: 'deny' }, shut, shut],
    ['that allows', { incoming: 'allow', outgoing: 'allow' }, 'open', 'open'],
    [
      'that filters by rules that are not told',
      { incoming: 'filtered', outgoing: 'filtered' },
      'unknown fw',
      'unknown fw',
    ],
    ['that says nothing of what leaves', { incoming: 'allow' }, 'open', 'unknown fw'],
    ['that says nothing of what comes in', { outgoing: 'allow' }, 'unknown fw', 'open'],
  ])('%s', (_, facts, incoming, outgoing) => {
    const d = guarded([], facts);
    expect([says(d, 'u', 'a'), says(d, 'a', 'u')]).toEqual([incoming, outgoing]);
  });

  const forgetful = { incoming: 'deny', outgoing: 'deny', stateful: false } as const;
  test.each<[string, readonly FirewallRule[], Service | undefined, string]>([
    ['no reply', [allow('u → a')], web, 'blocked fw on return'],
    ['some replies', [allow('u → a'), allow('a → u', tcp(1_024, 60_000))], web, 'blocked fw on return'],
    [
      'a reply that a rule denies',
      [allow('u → a'), deny('a → u', tcp(2_000)), allow('a → u')],
      web,
      'blocked fw 1 on return',
    ],
    ['replies of another protocol', [allow('u → a'), allow('a → u', udp(1_024, 65_535))], web, 'blocked fw on return'],
    ['replies', [allow('u → a'), allow('a → u', tcp(1_024, 65_535))], web, 'open'],
    ['replies of udp', [allow('u → a'), allow('a → u', udp(1_024, 65_535))], names, 'open'],
    ['replies to others', [allow('u → a'), allow('a → c')], web, 'blocked fw on return'],
    ['replies of others', [allow('u → a'), allow('b → u')], web, 'blocked fw on return'],
    ['nothing', [], web, 'blocked fw'],
    ['replies, and no port is told', [allow('u → a'), allow('a → u')], undefined, 'open'],
    ['what has no reply, and nothing back', [allow('u → a')], undefined, 'unknown fw'],
  ])('without memory that lets through %s', (_, rules, service, expected) => {
    expect(says(guarded(rules, forgetful), 'u', 'a', service)).toBe(expected);
  });

  test('without memory that leaves replies to what is not told', () => {
    const d = guarded([allow('u → a')], { incoming: 'deny', stateful: false });
    expect(says(d, 'u', 'a', web)).toBe('unknown fw on return');
  });

  test('without memory asks on the other side for what leaves', () => {
    const back = guarded([allow('a → x'), allow('x → a', tcp(1_024, 65_535))], forgetful);
    expect(says(back, 'a', 'x', web)).toBe('open');
    expect(says(guarded([allow('a → x')], forgetful), 'a', 'x', web)).toBe('blocked fw on return');
  });

  test('is one of several: the first that blocks is told, else the first of which nothing is known', () => {
    const two = () => {
      const d = guarded([], { incoming: 'filtered' });
      d.element('firewall', 'second', { in: 'z', facts: { incoming: 'filtered' } });
      return d;
    };
    expect(says(two(), 'u', 'a')).toBe('unknown fw');
    const d = two();
    d.element('firewall', 'third', { in: 'a', facts: { incoming: 'deny' } });
    d.element('firewall', 'fourth', { in: 'a', facts: { incoming: 'deny' } });
    expect(says(d, 'u', 'a')).toBe('blocked third');
  });

  test('whose place is not known stands at the border of the site', () => {
    const d = draft();
    d.element('user', 'u');
    d.element('appServer', 'a');
    d.element('firewall', 'fw', { in: 'gone', facts: { incoming: 'deny' } });
    expect(says(d, 'u', 'a')).toBe(shut);
  });
});

describe('a flow', () => {
  const passage = (d: Drafting, flow: ReturnType<Drafting['flow']>) => analyseNetwork(d.graph()).passage(flow);

  test('to a group is known where its members are guarded alike', () => {
    const toPair = (rules: readonly FirewallRule[]) => {
      const d = guarded(rules);
      return passage(d, d.flow('u', 'visits', 'inner', {}, 'web'));
    };
    expect(toPair([allow('u → a'), allow('u → b')])).toBe('open');
    expect(toPair([allow('u → a')])).toBe('unknown');
    expect(toPair([allow('u → b')])).toBe('unknown');
    expect(toPair([])).toBe('blocked');
  });

  test('is at the only port of what it is led through, whatever it asks its target for', () => {
    const through = (listeners: readonly Listener[] | undefined, rules: readonly FirewallRule[]) => {
      const d = guarded(rules);
      d.element('bastion', 'bastion', { in: 'z', ...(listeners && { listeners }) });
      return passage(d, d.flow('u', 'administers', 'a', { through: ['bastion'] }, 'ssh'));
    };
    const only: Listener = { name: 'ssh', protocol: 'ssh', port: 2_222 };
    const other: Listener = { name: 'web', protocol: 'http' };
    expect(through([only], [allow('u → bastion', tcp(2_222))])).toBe('open');
    expect(through([only], [allow('u → bastion', tcp(22))])).toBe('blocked');
    expect(through([only, other], [allow('u → bastion', tcp(2_222))])).toBe('unknown');
    expect(through([], [allow('u → bastion', tcp(2_222))])).toBe('unknown');
    expect(through(undefined, [allow('u → bastion')])).toBe('open');
  });
});

describe('what stands outside', () => {
  test.each([
    ['user', true],
    ['externalService', true],
    ['dns', true],
    ['record', true],
    ['cluster', false],
    ['zone', false],
    ['appServer', false],
  ] as const)('%s: %s', (kind, expected) => {
    expect(isOutside({ id: 'it', kind, name: 'it', facts: {} })).toBe(expected);
  });

  test('crosses the border of the site, and what is inside does not', () => {
    const d = guarded([]);
    d.element('dns', 'dns');
    const model = d.graph();
    const crossed = (from: string, to: string) => {
      const { leaving, entering } = crossingBetween(model, model.byId.get(from)!, model.byId.get(to)!);
      return [leaving, entering].map((list) => list.map((one) => one?.id ?? 'site'));
    };
    expect(crossed('u', 'b')).toEqual([['u'], ['site', 'z', 's', 'b']]);
    expect(crossed('b', 'c')).toEqual([
      ['b', 's', 'z'],
      ['y', 'c'],
    ]);
    expect(crossed('a', 'b')).toEqual([['a'], ['s', 'b']]);
    expect(crossed('z', 'a')).toEqual([[], ['a']]);
    expect(crossed('a', 'z')).toEqual([['a'], []]);
    expect(crossed('b', 's')).toEqual([[], []]);
    expect(crossed('dns', 'x')).toEqual([['dns'], ['x']]);
  });
});

describe('packets that meet no guard', () => {
  const bare = (facts: ElementFacts = {}) => {
    const d = draft();
    d.element('user', 'u');
    d.element('record', 'name');
    d.element('externalService', 'x');
    d.element('zone', 'z');
    d.element('appServer', 'in zone', { in: 'z' });
    d.element('appServer', 'free');
    d.element('appServer', 'other');
    d.element('server', 's', { facts });
    d.element('appServer', 'one', { in: 's' });
    d.element('appServer', 'two', { in: 's' });
    return d;
  };

  test.each([
    ['u', 'free', 'unknown'],
    ['u', 'x', 'open'],
    ['u', 'u', 'open'],
    ['free', 'u', 'open'],
    ['free', 'other', 'open'],
    ['free', 'in zone', 'unknown'],
    ['in zone', 'free', 'unknown'],
    ['u', 'one', 'unknown'],
    ['one', 'two', 'open'],
    ['one', 's', 'open'],
  ])('from %s to %s: %s', (from, to, expected) => {
    expect(says(bare(), from, to)).toBe(expected);
  });

  test('of one server are its own where it is one machine', () => {
    const between = (facts: ElementFacts) => {
      const d = bare(facts);
      d.element('firewall', 'own', { in: 'two', facts: { incoming: 'deny' } });
      return says(d, 'one', 'two');
    };
    expect(between({})).toBe('open');
    expect(between({ instances: 1 })).toBe('open');
    expect(between({ instances: 2 })).toBe('blocked own');
  });

  test('are of zones of which nothing is told', () => {
    const d = bare();
    d.element('zone', 'open', { facts: { open: true } });
    d.element('firewall', 'silent', { in: 'one' });
    const { undeclared } = analyseNetwork(d.graph());
    const told = undeclared.map((one) => ('zone' in one ? one.zone.id : `${one.guard.id} ${one.side}`));
    expect(told).toEqual(['z', 'silent incoming', 'silent outgoing']);
    const complete = analyseNetwork(d.graph({ complete: ['firewalls'] })).undeclared;
    expect(complete).toHaveLength(2);
  });
});

describe('verdicts', () => {
  const guard = (id: string) => ({ id, kind: 'firewall', name: id, facts: {} }) as const;
  const open: Verdict = { passage: 'open' };
  const [blocked, shut]: Verdict[] = [
    { passage: 'blocked', guard: guard('b') },
    { passage: 'blocked', guard: guard('c') },
  ];
  const [unknown, unclear]: Verdict[] = [
    { passage: 'unknown', guard: guard('u') },
    { passage: 'unknown', guard: guard('v') },
  ];

  test.each([
    [[], { passage: 'open' }, undefined, { passage: 'open' }],
    [[open], open, open, open],
    [[blocked!], blocked, blocked, blocked],
    [[unknown!], unknown, unknown, unknown],
    [[open, unknown!, blocked!, shut!], blocked, open, { passage: 'unknown', guard: guard('u') }],
    [[open, unknown!, unclear!], unknown, open, { passage: 'unknown', guard: guard('u') }],
    [[blocked!, unknown!, unclear!], blocked, unknown, { passage: 'unknown', guard: guard('b') }],
    [[blocked!, shut!], blocked, blocked, blocked],
    [[open, { passage: 'unknown' }], { passage: 'unknown' }, open, { passage: 'unknown' }],
  ] as [Verdict[], Verdict, Verdict, Verdict][])('of %j are at worst, at best and together', (all, one, two, three) => {
    expect([worst(all), easiest(all), agreed(all)]).toEqual([one, two, three]);
  });
});
