import { analyseNetwork } from '../../../src/analyses/network/analyse-network.js';
import type { ListenerExposure, Reach } from '../../../src/analyses/network/result.js';
import type { ArchitectureFacts, ElementFacts, FirewallRule, Listener } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';
import { allow, deny, tcp } from '../support/rules.js';

const web: Listener = { name: 'web', protocol: 'http' };
const ssh: Listener = { name: 'ssh', protocol: 'ssh' };

const told = ({ passage, guard, rule, limitedTo, ...more }: ListenerExposure) => ({
  passage,
  ...(guard && { guard: guard.id }),
  ...(rule !== undefined && { rule }),
  ...(limitedTo && { limitedTo }),
  ...('perhaps' in more && { perhaps: more.perhaps }),
  ...('exceptFrom' in more && { exceptFrom: more.exceptFrom }),
});

/** The routed addresses of the upper half of IPv4. */
const upper = [
  '128.0.0.0-169.253.255.255',
  '169.255.0.0-172.15.255.255',
  '172.32.0.0-192.167.255.255',
  '192.169.0.0-198.17.255.255',
  '198.20.0.0-223.255.255.255',
];

describe('exposure to the internet', () => {
  function exposed(
    rules: readonly FirewallRule[],
    facts: ElementFacts = { incoming: 'deny' },
    listeners: readonly Listener[] = [web],
    own: ElementFacts = {},
  ) {
    const d = draft();
    d.element('zone', 'z', { facts: { open: true } });
    d.element('webServer', 'a', { in: 'z', listeners, facts: own });
    d.element('firewall', 'fw', { in: 'z', facts, rules });
    const model = d.graph();
    return analyseNetwork(model).exposureOf(model.byId.get('a')!);
  }
  const listener = { ...web };

  test.each<[string, readonly FirewallRule[], ElementFacts['incoming'], object]>([
    ['nothing', [], 'deny', { passage: 'blocked', guard: 'fw' }],
    ['everything', [], 'allow', { passage: 'open' }],
    ['what is not told', [], 'filtered', { passage: 'unknown', guard: 'fw' }],
    ['everything by a rule', [allow('* → a')], 'deny', { passage: 'open' }],
    ['more than half of IPv4', [allow('0.0.0.0/1 → a')], 'deny', { passage: 'open', exceptFrom: upper }],
    [
      'less than half of IPv4',
      [allow('128.0.0.0/1 → a')],
      'deny',
      { passage: 'blocked', guard: 'fw', limitedTo: upper },
    ],
    ['all of IPv6, and IPv4 is no exception', [allow('::/0 → a')], 'deny', { passage: 'open' }],
    [
      'all of IPv6 but a part',
      [deny('2001:db8::/32 → a'), allow('::/0 → a')],
      'deny',
      { passage: 'open', exceptFrom: ['2001:db8::/32'] },
    ],
    [
      'just half of IPv6',
      [allow('2000::/4 → a')],
      'deny',
      { passage: 'blocked', guard: 'fw', limitedTo: ['2000::/4'] },
    ],
    [
      'more than half of IPv6',
      [allow('2000::/4, 3000::/128 → a')],
      'deny',
      { passage: 'open', exceptFrom: ['3000::1-3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'] },
    ],
    [
      'half of IPv4, and nothing is told of the rest',
      [allow('0.0.0.0/1 → a')],
      'filtered',
      { passage: 'open', exceptFrom: upper },
    ],
    [
      'half of IPv4, and the rest is denied or not told',
      [allow('0.0.0.0/1 → a'), deny('128.0.0.0/2 → a')],
      'filtered',
      {
        passage: 'open',
        exceptFrom: [
          ...upper.slice(0, 2),
          '172.32.0.0-191.255.255.255',
          '192.0.0.0-192.167.255.255',
          ...upper.slice(3),
        ],
      },
    ],
    [
      'perhaps less than half',
      [deny('0.0.0.0/1, ::/0 → a')],
      'filtered',
      { passage: 'blocked', guard: 'fw', rule: 0, perhaps: upper },
    ],
    [
      'perhaps less than half, and some for certain',
      [allow('130.0.0.0/8 → a'), deny('0.0.0.0/1, 128.0.0.0/2, ::/0 → a')],
      'filtered',
      {
        passage: 'blocked',
        guard: 'fw',
        rule: 1,
        limitedTo: ['130.0.0.0/8'],
        perhaps: ['192.0.0.0-192.167.255.255', ...upper.slice(3)],
      },
    ],
    [
      'some, and nothing is told of the most',
      [allow('130.0.0.0/8 → a')],
      'filtered',
      { passage: 'unknown', guard: 'fw', limitedTo: ['130.0.0.0/8'] },
    ],
    ['what is not routed', [allow('10.0.0.0/8, 4000::/2 → a')], 'deny', { passage: 'blocked', guard: 'fw' }],
    ['it at another port', [allow('* → a', tcp(81))], 'deny', { passage: 'blocked', guard: 'fw' }],
  ])('of an element whose guard lets through %s', (_, rules, incoming, expected) => {
    const exposure = exposed(rules, { ...(incoming && { incoming }) });
    const { passage, limitedTo } = { limitedTo: undefined, ...expected } as ListenerExposure;
    expect(exposure.listeners.map(told)).toEqual([expected]);
    expect(exposure.listeners[0]?.listener).toEqual(listener);
    expect([exposure.passage, exposure.limitedTo]).toEqual([passage, limitedTo]);
    expect(exposure.openListeners).toEqual(passage === 'open' ? ['web'] : []);
    expect(exposure.guards.map(({ id }) => id)).toEqual(['fw']);
  });

  test('is that of addresses that are no element of the model, where a rule names the internet', () => {
    const d = draft();
    d.element('zone', 'internet', { facts: { trust: 'internet' } });
    d.element('zone', 'z');
    d.element('webServer', 'a', { in: 'z', listeners: [web, ssh] });
    d.element('firewall', 'fw', { in: 'z', facts: { incoming: 'deny' }, rules: [allow('internet → a:web')] });
    const model = d.graph();
    expect(analyseNetwork(model).exposureOf(model.byId.get('a')!).openListeners).toEqual(['web']);
  });

  test('of several listeners is open where one is, and lists the blocks of all', () => {
    const both = exposed([allow('* → a:ssh'), deny('* → a')], {}, [web, ssh]);
    expect([both.passage, both.openListeners, both.listeners.map(({ passage }) => passage)]).toEqual([
      'open',
      ['ssh'],
      ['blocked', 'open'],
    ]);
    const few = exposed([allow('8.8.8.0/24 → a'), allow('9.9.9.0/24 → a:ssh')], { incoming: 'deny' }, [web, ssh]);
    expect([few.passage, few.limitedTo, few.openListeners]).toEqual(['blocked', ['8.8.8.0/24', '9.9.9.0/24'], []]);
    const doubtful = exposed([deny('* → a:web')], { incoming: 'filtered' }, [web, ssh]);
    expect([doubtful.passage, doubtful.listeners.map(({ passage }) => passage)]).toEqual([
      'unknown',
      ['blocked', 'unknown'],
    ]);
  });

  test('of what tells no listener is to any port', () => {
    const any = exposed([allow('* → a', tcp(22))], { incoming: 'deny' }, []);
    expect([any.passage, any.openListeners, any.listeners]).toEqual(['open', [], [{ passage: 'open' }]]);
  });

  test('is none without a public address, whatever the guard says', () => {
    const hidden = exposed([], { incoming: 'allow' }, [web, ssh], { publicAddress: false });
    expect(hidden).toMatchObject({
      passage: 'blocked',
      listeners: [
        { passage: 'blocked', listener: web },
        { passage: 'blocked', listener: ssh },
      ],
    });
    expect(exposed([], { incoming: 'allow' }, [web], { publicAddress: true }).passage).toBe('open');
  });

  test('is not known of what stands outside itself', () => {
    const d = draft();
    d.element('externalService', 'x', { listeners: [web] });
    const model = d.graph({ complete: ['firewalls'] });
    expect(analyseNetwork(model).exposureOf(model.byId.get('x')!)).toMatchObject({
      passage: 'unknown',
      listeners: [{ passage: 'unknown', listener: web }],
    });
  });

  test('is at any of the addresses of an element, wherever it is let in', () => {
    const d = draft();
    d.element('zone', 'z', { facts: { cidr: '10.0.0.0/24' } });
    d.element('webServer', 'a', { in: 'z', facts: { address: '10.0.0.1' }, listeners: [web] });
    d.element('webServer', 'b', { in: 'z', listeners: [web] });
    d.cluster('group', 'webServer', ['a'], { address: '10.0.0.9' });
    d.cluster('nameless', 'webServer', ['b']);
    const rules = [allow('* → 10.0.0.9/32, 10.0.0.128/25')];
    d.element('firewall', 'fw', { in: 'z', facts: { incoming: 'deny' }, rules });
    const { internet } = analyseNetwork(d.graph());
    expect(internet.map(({ element, passage }) => [element.id, passage])).toEqual([
      ['a', 'open'],
      ['b', 'unknown'],
    ]);
  });

  test('of an internet that the zones have to the last address is not known', () => {
    const d = draft();
    d.element('zone', 'z', { facts: { cidr: ['0.0.0.0/0', '::/0'], open: true } });
    d.element('webServer', 'a', { in: 'z', listeners: [web] });
    expect(analyseNetwork(d.graph()).internet.map(told)).toEqual([{ passage: 'unknown' }]);
  });

  test('tells the flows of those outside that end there', () => {
    const d = draft();
    d.element('user', 'u');
    d.element('externalService', 'x');
    d.element('externalService', 'y');
    d.element('record', 'name');
    d.element('webServer', 'a');
    d.element('webServer', 'b');
    d.flow('name', 'resolvesTo', 'a');
    d.flow('u', 'visits', 'name');
    d.flow('x', 'calls', 'a');
    d.flow('a', 'calls', 'b');
    d.flow('x', 'calls', 'y');
    d.flow('u', 'visits', 'gone');
    const { entryPoints, flows, blocked } = analyseNetwork(d.graph());
    expect(entryPoints.map(({ element, entries }) => [element.id, entries.map(({ from }) => from)])).toEqual([
      ['a', ['u', 'x']],
    ]);
    expect(flows.map(({ flow }) => flow.verb)).toEqual(['visits', 'calls', 'calls', 'calls', 'visits']);
    expect(blocked).toEqual([]);
  });

  test('and what is blocked is told apart', () => {
    const d = draft();
    d.element('user', 'u');
    d.element('webServer', 'a');
    d.element('webServer', 'b');
    d.element('firewall', 'fw', { in: 'a', facts: { incoming: 'deny' } });
    const flow = d.flow('u', 'visits', 'a');
    d.flow('u', 'visits', 'b');
    const { blocked } = analyseNetwork(d.graph());
    expect(blocked).toEqual([{ flow, passage: 'blocked', guard: expect.objectContaining({ id: 'fw' }) }]);
  });
});

describe('what a zone reaches', () => {
  const seen = ({ element, listener, passage, limitedTo, guard, rule, reach, by }: Reach) =>
    [
      element.id,
      listener?.name,
      reach === 'relay' && 'by',
      by?.from,
      passage,
      guard?.id,
      rule,
      limitedTo && `[${limitedTo.join()}]`,
    ]
      .filter((one) => one !== undefined && one !== false)
      .join(' ');

  /** Zone `z` with `one` and `two`, and in another one `t` behind a firewall. */
  function reached(
    rules: readonly FirewallRule[],
    { cidr, incoming = 'deny', more }: { cidr?: string; incoming?: string; more?: (d: Drafting) => void } = {},
  ) {
    const d = draft();
    d.element('zone', 'z', { facts: { open: true, ...(cidr !== undefined && { cidr }) } });
    d.element('zone', 'other', { facts: { open: true } });
    d.element('appServer', 'one', { in: 'z', ...(cidr !== undefined && { facts: { address: '10.0.0.1' } }) });
    d.element('appServer', 'two', { in: 'z' });
    d.element('appServer', 'far', { in: 'other' });
    d.element('database', 't', { in: 'other', listeners: [web, ssh] });
    d.element('firewall', 'fw', { in: 't', facts: { incoming } as ElementFacts, rules });
    more?.(d);
    const [zone] = analyseNetwork(d.graph()).zones;
    return zone!.reaches.filter(({ element }) => element.id !== 'far').map(seen);
  }

  test.each<[string, readonly FirewallRule[], string, readonly string[]]>([
    ['nobody', [], 'deny', ['t web blocked fw', 't ssh blocked fw']],
    ['everybody', [], 'allow', ['t web open', 't ssh open']],
    ['nobody knows whom', [], 'filtered', ['t web unknown fw', 't ssh unknown fw']],
    ['the zone', [allow('z → t:web')], 'deny', ['t web open', 't ssh blocked fw']],
    ['one of it', [allow('one → t')], 'deny', ['t web blocked fw [one]', 't ssh blocked fw [one]']],
    ['one of it at one port', [allow('one → t:ssh')], 'deny', ['t web blocked fw', 't ssh blocked fw [one]']],
    [
      'both of it, each by name',
      [allow('two, one → t:ssh')],
      'deny',
      ['t web blocked fw', 't ssh blocked fw [two,one]'],
    ],
    ['one of another zone', [allow('far → t')], 'deny', ['t web blocked fw', 't ssh blocked fw']],
    ['all but one', [deny('one → t'), allow('z → t')], 'deny', ['t web open', 't ssh open']],
    ['nobody by a rule', [deny('z → t')], 'allow', ['t web blocked fw 0', 't ssh blocked fw 0']],
  ])('past a guard that lets through %s', (_, rules, incoming, expected) => {
    expect(reached(rules, { incoming })).toEqual(expected);
  });

  test.each<[string, readonly FirewallRule[], readonly string[]]>([
    ['a part of its block', [allow('10.0.0.0/25 → t:web')], ['t web blocked fw [10.0.0.0/25]', 't ssh blocked fw']],
    ['all of its block', [allow('10.0.0.0/24 → t:web')], ['t web open', 't ssh blocked fw']],
    ['a wider block', [allow('10.0.0.0/8 → t:web')], ['t web open', 't ssh blocked fw']],
    [
      'the address of one',
      [allow('10.0.0.1/32 → t:web'), allow('one → t:ssh')],
      ['t web blocked fw [10.0.0.1/32,one]', 't ssh blocked fw [one]'],
    ],
    ['another block', [allow('10.0.1.0/24 → t')], ['t web blocked fw', 't ssh blocked fw']],
    [
      'two parts of its block',
      [allow('10.0.0.0/26, 10.0.0.64/26, 10.0.0.192/26 → t:web')],
      ['t web blocked fw [10.0.0.0/26,10.0.0.64/26,10.0.0.192/26]', 't ssh blocked fw'],
    ],
  ])('with a block of its own, past a guard that lets through %s', (_, rules, expected) => {
    const found = reached(rules, { cidr: '10.0.0.0/24' });
    expect(found.map((one) => one.replace(/\d+\.\d+\.\d+\.\d+-\S+?,/, ''))).toEqual(expected);
  });

  test('without a block of its own is not known past a guard that asks for addresses', () => {
    expect(reached([allow('10.0.0.0/25 → t')])).toEqual(['t web unknown fw', 't ssh unknown fw']);
  });

  test('by one that may stand where it is let through is not known', () => {
    const own = (d: Drafting) => {
      d.element('firewall', 'out', {
        in: 'z',
        facts: { outgoing: 'deny' },
        rules: [allow('one → 10.0.0.0/8')],
      });
    };
    expect(reached([allow('* → t')], { more: own })).toEqual(['t web unknown out', 't ssh unknown out']);
  });

  test('is outside of itself, of what tells no listener anything, and behind what hands on', () => {
    const d = draft();
    d.element('zone', 'z', { facts: { open: true } });
    d.element('appServer', 'own', { in: 'z' });
    d.element('zone', 'y', { facts: { open: true } });
    d.element('loadBalancer', 'lb', { in: 'y' });
    d.element('webServer', 'web', { in: 'y', listeners: [web] });
    d.element('firewall', 'fw', { in: 'web', facts: { incoming: 'deny' }, rules: [allow('lb → web')] });
    d.flow('lb', 'balances', 'web');
    d.flow('lb', 'balances', 'own');
    const { zones } = analyseNetwork(d.graph());
    expect(zones.map(({ zone, reaches }) => [zone.id, reaches.map(seen)])).toEqual([
      ['z', ['lb open', 'web web blocked fw', 'web web by lb open']],
      ['y', ['own open']],
    ]);
  });
});

describe('what is handed on', () => {
  const relayed = (d: Drafting, facts?: ArchitectureFacts) =>
    analyseNetwork(d.graph(facts))
      .internet.filter(({ reach }) => reach === 'relay')
      .map(({ element, listener, passage, by }) => [element.id, listener?.name, passage, by?.from]);

  /** The internet reaches `lb` alone, and of the rest what the flows say. */
  function behind(): Drafting {
    const d = draft();
    d.element('zone', 'z', { facts: { open: true } });
    for (const id of ['lb', 'a', 'b', 'c']) d.element('appServer', id, { in: 'z', listeners: [web, ssh] });
    d.element('externalService', 'x');
    for (const id of ['a', 'b', 'c'])
      d.element('firewall', `fw ${id}`, {
        in: id,
        facts: { incoming: 'deny', outgoing: 'allow' },
        rules: [allow('z → *')],
      });
    return d;
  }

  test('goes on over any number of flows, in the order of the model', () => {
    const d = behind();
    d.flow('lb', 'calls', 'c', {}, 'web');
    d.flow('c', 'calls', 'a', {}, 'ssh');
    d.flow('a', 'calls', 'lb', {}, 'web');
    d.flow('c', 'calls', 'x');
    d.flow('b', 'calls', 'a', {}, 'web');
    expect(relayed(d)).toEqual([
      ['lb', 'web', 'open', 'a'],
      ['a', 'ssh', 'open', 'c'],
      ['c', 'web', 'open', 'lb'],
    ]);
  });

  test('is told once for each listener, by the first way that is open', () => {
    const d = behind();
    d.element('zone', 'dim');
    d.element('appServer', 'hazy', { in: 'dim', listeners: [web] });
    d.flow('lb', 'calls', 'hazy');
    d.flow('hazy', 'calls', 'a', {}, 'web');
    d.flow('lb', 'calls', 'b', {}, 'web');
    d.flow('b', 'calls', 'a', {}, 'web');
    d.flow('lb', 'calls', 'a', {}, 'web');
    d.flow('b', 'calls', 'a', {}, 'ssh');
    d.flow('b', 'calls', 'c');
    expect(relayed(d)).toEqual([
      ['a', 'web', 'open', 'lb'],
      ['a', 'ssh', 'open', 'b'],
      ['b', 'web', 'open', 'lb'],
      ['c', undefined, 'open', 'b'],
      ['hazy', 'web', 'unknown', 'lb'],
    ]);
  });

  test('is not known behind what is not known, and nothing behind what is blocked', () => {
    const d = behind();
    d.element('firewall', 'more', { in: 'a', facts: { incoming: 'filtered', outgoing: 'allow' }, rules: [] });
    d.element('firewall', 'shut', { in: 'b', facts: { incoming: 'deny' } });
    d.flow('lb', 'calls', 'a', {}, 'web');
    d.flow('a', 'calls', 'c', {}, 'web');
    d.flow('lb', 'calls', 'b', {}, 'web');
    d.flow('b', 'calls', 'c', {}, 'ssh');
    expect(relayed(d)).toEqual([
      ['a', 'web', 'unknown', 'lb'],
      ['c', 'web', 'unknown', 'a'],
    ]);
  });

  test('is told by the first of the ways that are not known, and by one that is before all', () => {
    const hazy = (isOpen: boolean) => {
      const d = draft();
      d.element('zone', 'dim');
      for (const id of ['first', 'second']) d.element('appServer', id, { in: 'dim', listeners: [web] });
      d.element('zone', 'z', { facts: { open: true } });
      d.element('appServer', 'lb', { in: 'z', listeners: [web] });
      d.element('appServer', 'a', { in: 'z', listeners: [web] });
      for (const id of ['first', 'second']) {
        d.flow('lb', 'calls', id);
        d.flow(id, 'calls', 'a');
      }
      if (isOpen) d.flow('lb', 'calls', 'a');
      return relayed(d).filter(([id]) => id === 'a');
    };
    expect(hazy(false)).toEqual([['a', 'web', 'unknown', 'first']]);
    expect(hazy(true)).toEqual([['a', 'web', 'open', 'lb']]);
  });

  test('arrives at what answers behind a name', () => {
    const d = behind();
    d.element('record', 'name');
    d.element('record', 'away');
    d.flow('name', 'resolvesTo', 'a', {}, 'ssh');
    d.flow('away', 'resolvesTo', 'x');
    d.flow('lb', 'calls', 'name');
    d.flow('lb', 'calls', 'away');
    expect(relayed(d)).toEqual([['a', 'ssh', 'open', 'lb']]);
  });

  test('comes from the members of a group, and from what a flow is led through', () => {
    const d = behind();
    d.element('user', 'u');
    d.cluster('group', 'appServer', ['lb']);
    d.flow('group', 'calls', 'a', {}, 'web');
    d.flow('u', 'administers', 'c', { through: ['lb', 'b'] }, 'ssh');
    expect(relayed(d)).toEqual([
      ['a', 'web', 'open', 'group'],
      ['b', undefined, 'open', 'u'],
      ['c', 'ssh', 'open', 'u'],
    ]);
  });
});

describe('listeners that nothing gets to', () => {
  const unreachable = (d: Drafting, facts?: ArchitectureFacts) =>
    analyseNetwork(d.graph(facts)).unreachable.map(({ element, listener, unused, blocked, guard }) =>
      [element.id, listener.name, unused && 'unused', blocked && 'blocked', guard?.id].filter(Boolean).join(' '),
    );

  /** `a` alone in a zone, and `b` in another one. */
  function alone(rules: readonly FirewallRule[] = [], incoming: ElementFacts['incoming'] = 'deny'): Drafting {
    const d = draft();
    d.element('zone', 'z');
    d.element('appServer', 'a', { in: 'z', listeners: [web, ssh] });
    d.element('zone', 'y', { facts: { open: true } });
    d.element('appServer', 'b', { in: 'y' });
    d.element('firewall', 'fw', { in: 'a', facts: { ...(incoming && { incoming }) }, rules });
    return d;
  }

  test.each<[string, readonly FirewallRule[], readonly string[]]>([
    ['nobody', [], ['a web unused blocked fw', 'a ssh unused blocked fw']],
    ['one at one port', [allow('b → a:ssh')], ['a web unused blocked fw', 'a ssh unused']],
    ['a block of the internet', [allow('8.8.8.0/24 → a:web')], ['a web unused', 'a ssh unused blocked fw']],
    ['the internet', [deny('z, y → a'), allow('* → a:web')], ['a web unused', 'a ssh unused blocked fw']],
    ['nobody but the denied', [deny('b → a'), allow('b → a')], ['a web unused blocked fw', 'a ssh unused blocked fw']],
    ['a zone', [allow('y → a:web')], ['a web unused', 'a ssh unused blocked fw']],
  ])('behind a guard that lets through %s', (_, rules, expected) => {
    expect(unreachable(alone(rules))).toEqual(expected);
  });

  test('are none for what may come from the internet', () => {
    expect(unreachable(alone([deny('z, y, 0.0.0.0/1, ::/0 → *')], 'filtered'))).toEqual([
      'a web unused',
      'a ssh unused',
    ]);
  });

  test('are none for what runs on the same server', () => {
    const d = alone();
    d.element('server', 's', { in: 'z' });
    d.element('appServer', 'c', { in: 's', listeners: [web] });
    d.element('firewall', 'guard c', { in: 'c', facts: { incoming: 'deny' } });
    expect(unreachable(d)).toEqual(['a web unused blocked fw', 'a ssh unused blocked fw', 'c web unused']);
  });

  test('are used by flows that end there, or that do not say where', () => {
    const used = (listener?: string, through?: readonly string[]) => {
      const d = alone([allow('b → a')]);
      d.flow('b', 'calls', 'a', { ...(through && { through }) }, listener);
      return unreachable(d);
    };
    expect(used()).toEqual([]);
    expect(used('web')).toEqual(['a ssh unused']);
    const through = alone([allow('b → a')]);
    through.flow('b', 'calls', 'b', { through: ['a'] });
    expect(unreachable(through)).toEqual([]);
  });

  test('are told where a flow is blocked that ends there', () => {
    const d = alone([allow('b → a:ssh')]);
    d.flow('b', 'calls', 'a', {}, 'web');
    d.flow('b', 'calls', 'a', {}, 'ssh');
    expect(unreachable(d)).toEqual(['a web blocked fw']);
  });

  test('of two elements are told apart, in the order of the model', () => {
    const d = alone([allow('b → a:ssh')]);
    d.element('appServer', 'c', { in: 'z', listeners: [web] });
    d.element('firewall', 'guard c', { in: 'c', facts: { incoming: 'deny' } });
    d.flow('b', 'calls', 'c');
    expect(unreachable(d)).toEqual(['a web unused blocked fw', 'a ssh unused', 'c web blocked guard c']);
  });

  test('are told with the innermost guard that admits nobody, also where there is nobody', () => {
    const d = alone();
    d.element('firewall', 'outer', { in: 'z', facts: { incoming: 'deny' } });
    expect(unreachable(d)).toEqual(['a web unused blocked fw', 'a ssh unused blocked fw']);
    const open = alone([allow('* → a')]);
    open.element('firewall', 'outer', { in: 'z', facts: { incoming: 'deny' }, rules: [allow('y → a:ssh')] });
    expect(unreachable(open)).toEqual(['a web unused', 'a ssh unused']);
    const single = draft();
    single.element('appServer', 'a', { listeners: [web, ssh] });
    single.element('firewall', 'fw', { in: 'a', facts: { incoming: 'deny' }, rules: [deny('* → a')] });
    expect(unreachable(single)).toEqual(['a web unused blocked fw', 'a ssh unused blocked fw']);
    const named = draft();
    named.element('appServer', 'a', { listeners: [web, ssh] });
    named.element('firewall', 'fw', { in: 'a', facts: { incoming: 'deny' }, rules: [allow('gone → a:ssh')] });
    expect(unreachable(named)).toEqual(['a web unused blocked fw', 'a ssh unused blocked']);
  });

  test('are none in a model of one element of which nothing is told', () => {
    const d = draft();
    d.element('appServer', 'a', { listeners: [web] });
    expect(unreachable(d)).toEqual(['a web unused']);
    expect(unreachable(d, { complete: ['firewalls'] })).toEqual(['a web unused']);
    const hidden = draft();
    hidden.element('appServer', 'a', { listeners: [web], facts: { publicAddress: false } });
    expect(unreachable(hidden)).toEqual(['a web unused blocked']);
  });
});
