import { analyseTransport } from '../../../src/analyses/transport/analyse-transport.js';
import { groupsOf } from '../../../src/analyses/transport/groups.js';
import { numberModel, sorts } from '../../../src/analyses/transport/numbering.js';
import type { FlowFacts, Listener } from '../../../src/graph/architecture.js';
import type { Kind } from '../../../src/vocabulary/kinds.js';
import type { Verb } from '../../../src/vocabulary/verbs.js';
import { type Drafting, draft } from '../support/document.js';

const plain: Listener = { name: 'plain', protocol: 'http', tls: false };
const secure = (certificate?: string, more: object = {}): Listener => ({
  name: 'secure',
  protocol: 'https',
  tls: { ...(certificate !== undefined && { certificate }), ...more },
});

/** The hop of the last flow, in short. */
function lastHop(d: Drafting) {
  const transport = analyseTransport(d.graph());
  const { encryption, version, certificate, terminates, crossesZone, listener } = transport.hops.at(-1)!;
  return {
    encryption,
    ...(version !== undefined && { version }),
    ...(certificate && { certificate: certificate.id }),
    ...(terminates && { terminates }),
    ...(crossesZone && { crossesZone }),
    ...(listener && { listener: listener.name }),
  };
}

describe('a hop to a name', () => {
  /** A user visits a name of two servers with these listeners; `asked`: the one that each look-up is for. */
  function named(
    listeners: readonly (readonly Listener[])[],
    { asked = [], listener }: { asked?: readonly (string | undefined)[]; listener?: string } = {},
    kind: Kind = 'webServer',
  ) {
    const d = draft();
    for (const id of ['one', 'two']) d.element('certificate', id);
    d.element('zone', 'z');
    d.element('user', 'u');
    d.element('record', 'name');
    for (const [index, own] of listeners.entries()) {
      d.element(kind, `w${index}`, { in: 'z', listeners: own });
      d.flow('name', 'resolvesTo', `w${index}`, {}, asked[index]);
    }
    d.flow('u', 'visits', 'name', {}, listener);
    return lastHop(d);
  }
  const both = [plain, secure('one')];
  const tls = { encryption: 'tls', terminates: true, crossesZone: true };
  const unknown = { encryption: 'unknown', crossesZone: true };

  test('is to what all look-ups of the name are for', () => {
    expect(named([both, both], { asked: ['secure', 'secure'] })).toEqual({
      ...tls,
      certificate: 'one',
      listener: 'secure',
    });
    expect(named([both, both], { asked: ['plain', 'plain'] })).toEqual({
      encryption: 'plaintext',
      crossesZone: true,
      listener: 'plain',
    });
    expect(named([both, both], { asked: ['plain', 'secure'] })).toEqual(unknown);
    expect(named([both, both])).toEqual(unknown);
    expect(named([both, both], { asked: ['plain', 'plain'], listener: 'secure' })).toMatchObject(tls);
    expect(named([both, both], { listener: 'plain' })).toMatchObject({ encryption: 'plaintext' });
    expect(named([both, both], { listener: 'gone' })).toEqual(unknown);
  });

  test('is encrypted where all servers behind it encrypt, whatever differs otherwise', () => {
    expect(named([[secure('one')], [secure('two')]])).toEqual(tls);
    expect(named([[secure('one')], [plain]])).toEqual(unknown);
    expect(named([[secure('one')], []])).toEqual(unknown);
    expect(named([])).toEqual({ encryption: 'unknown' });
  });

  test('is to what the look-ups are for also where it differs from server to server', () => {
    const other = [plain, secure('two')];
    expect(named([both, other], { asked: ['secure', 'secure'] })).toEqual(tls);
    expect(named([both, other], { listener: 'secure' })).toEqual(tls);
    expect(named([both, other])).toEqual(unknown);
    expect(named([both, other], { asked: ['secure', undefined] })).toEqual(unknown);
  });

  test('accepts the oldest version of all, where each tells', () => {
    const since = (version: string) => [secure('one', { minimumVersion: version })];
    expect(named([since('1.3'), since('1.2')]).version).toBe('1.2');
    expect(named([since('1.2'), since('1.2')]).version).toBe('1.2');
    expect(named([since('1.2'), [secure('one')]]).version).toBeUndefined();
  });

  test('shows the certificate behind what passes TLS through', () => {
    const d = draft();
    for (const id of ['one', 'two']) d.element('certificate', id);
    d.element('user', 'u');
    d.element('record', 'name');
    for (const id of ['lb-1', 'lb-2']) {
      d.element('loadBalancer', id, { listeners: [{ name: '', protocol: 'tls', tls: { passthrough: true } }] });
      d.flow('name', 'resolvesTo', id);
    }
    d.element('webServer', 'web', { listeners: [secure('two')] });
    d.flow('lb-2', 'balances', 'web');
    const direct = d.flow('u', 'visits', 'lb-2');
    const other = d.flow('u', 'visits', 'lb-1');
    d.flow('u', 'visits', 'name');
    expect(lastHop(d)).toEqual({ encryption: 'tls', certificate: 'two', crossesZone: true, listener: '' });
    const transport = analyseTransport(d.graph());
    expect(transport.hop(direct).certificate?.id).toBe('two');
    expect(transport.hop(other).certificate).toBeUndefined();
  });
});

describe('hops between zones', () => {
  const places = () => {
    const d = draft();
    d.element('user', 'u');
    for (const zone of ['y', 'z']) d.element('zone', zone);
    d.element('webServer', 'free');
    d.element('webServer', 'other');
    for (const id of ['a', 'b']) d.element('webServer', id, { in: 'z' });
    d.element('webServer', 'c', { in: 'y' });
    d.cluster('apart', 'webServer', ['a', 'c']);
    d.cluster('together', 'webServer', ['a', 'b']);
    d.cluster('empty', 'webServer', []);
    return d;
  };

  test.each<[string, string, boolean, readonly string[]]>([
    ['a', 'b', false, []],
    ['a', 'c', true, ['y', 'z']],
    ['a', 'free', true, ['z']],
    ['free', 'a', true, ['z']],
    ['free', 'other', false, []],
    ['u', 'free', true, []],
    ['a', 'together', false, []],
    ['a', 'apart', true, ['y', 'z']],
    ['apart', 'a', true, ['y', 'z']],
    ['apart', 'apart', true, ['y', 'z']],
    ['apart', 'free', true, ['y', 'z']],
    ['together', 'c', true, ['y', 'z']],
    ['empty', 'a', false, []],
    ['a', 'empty', false, []],
  ])('from %s to %s cross one: %s, and these: %j', (from, to, crosses, zones) => {
    const d = places();
    const flow = d.flow(from, 'calls', to);
    const transport = analyseTransport(d.graph());
    expect(transport.hop(flow).crossesZone).toBe(crosses);
    expect(transport.zonesCrossedBy(flow).map(({ id }) => id)).toEqual(zones);
  });

  test('that lead nowhere are none', () => {
    const d = places();
    const lost = [d.flow('gone', 'calls', 'a'), d.flow('a', 'calls', 'gone'), d.flow('u', 'visits', 'gone')];
    const first = d.flow('a', 'calls', 'u');
    const transport = analyseTransport(d.graph());
    expect(transport.hops.map(({ flow }) => flow)).toEqual([first]);
    for (const flow of lost) {
      expect(transport.legsOf(flow)).toEqual([]);
      expect(transport.zonesCrossedBy(flow)).toEqual([]);
      expect(() => transport.hop(flow)).toThrow(RangeError);
    }
    expect(transport.legsOf(first).map(({ from, to }) => [from.id, to.id])).toEqual([['a', 'u']]);
  });
});

describe('hops on one machine', () => {
  const machine = () => {
    const d = draft();
    for (const id of ['s', 't']) d.element('server', id);
    d.element('server', 'many', { facts: { instances: 2 } });
    for (const [id, parent] of [
      ['a', 's'],
      ['b', 's'],
      ['c', 't'],
      ['e', 'many'],
      ['f', 'many'],
    ] as const)
      d.element('appServer', id, { in: parent, listeners: [plain] });
    for (const id of ['loose', 'stray']) d.element('appServer', id, { listeners: [plain] });
    d.cluster('local', 'appServer', ['a', 'b']);
    d.cluster('wide', 'appServer', ['a', 'c']);
    d.cluster('only', 'appServer', ['loose']);
    d.cluster('both', 'appServer', ['loose', 'stray']);
    d.cluster('empty', 'appServer', []);
    return d;
  };

  test.each([
    ['a', 'b', 'local'],
    ['a', 'a', 'local'],
    ['a', 'c', 'plaintext'],
    ['e', 'f', 'plaintext'],
    ['e', 'e', 'local'],
    ['a', 'loose', 'plaintext'],
    ['loose', 'a', 'plaintext'],
    ['loose', 'loose', 'local'],
    ['loose', 'stray', 'plaintext'],
    ['a', 'local', 'local'],
    ['local', 'b', 'local'],
    ['c', 'local', 'plaintext'],
    ['a', 'wide', 'plaintext'],
    ['loose', 'only', 'local'],
    ['only', 'loose', 'local'],
    ['only', 'only', 'local'],
    ['stray', 'only', 'plaintext'],
    ['loose', 'both', 'plaintext'],
    ['both', 'loose', 'plaintext'],
    ['both', 'both', 'plaintext'],
    ['wide', 'wide', 'plaintext'],
    ['empty', 'loose', 'plaintext'],
    ['loose', 'empty', 'unknown'],
    ['empty', 'empty', 'unknown'],
  ])('from %s to %s: %s', (from, to, encryption) => {
    const d = machine();
    d.flow(from, 'calls', to);
    expect(lastHop(d).encryption).toBe(encryption);
  });
});

describe('the legs of a hop', () => {
  const ssh: Listener = { name: '', protocol: 'ssh' };
  function led(through: readonly string[], target: Listener, from = 'app') {
    const d = draft();
    d.element('user', 'u');
    d.element('externalService', 'vendor', { listeners: [target] });
    d.element('appServer', 'app');
    d.element('vpnGateway', 'vpn');
    d.element('vpnGateway', 'far');
    d.element('natGateway', 'nat');
    d.element('bastion', 'bastion', { listeners: [ssh] });
    d.element('bastion', 'dim', { listeners: [ssh, plain] });
    d.element('bastion', 'mute');
    d.cluster('vpns', 'vpnGateway', ['vpn']);
    d.cluster('none', 'bastion', []);
    d.element('database', 'db', { listeners: [target] });
    const to = from === 'app' ? 'db' : 'vendor';
    const flow = d.flow(from === 'app' ? 'app' : from, 'calls', to, { through });
    const transport = analyseTransport(d.graph());
    const legs = transport.legsOf(flow).map((leg) => `${leg.from.id} → ${leg.to.id} ${leg.encryption}`);
    return [transport.hop(flow).encryption, ...legs];
  }

  test.each<[string, readonly string[], Listener, readonly string[], string?]>([
    ['nothing', [], plain, ['plaintext', 'app → db plaintext']],
    ['a bastion', ['bastion'], plain, ['plaintext', 'app → bastion tunnel', 'bastion → db plaintext']],
    ['a bastion of several listeners', ['dim'], plain, ['plaintext', 'app → dim unknown', 'dim → db plaintext']],
    ['a bastion that tells none', ['mute'], plain, ['plaintext', 'app → mute unknown', 'mute → db plaintext']],
    ['a group of nobody', ['none'], plain, ['plaintext', 'app → none unknown', 'none → db plaintext']],
    ['a NAT', ['nat'], plain, ['plaintext', 'app → nat plaintext', 'nat → db plaintext']],
    ['a VPN', ['vpn'], plain, ['tunnel', 'app → vpn tunnel', 'vpn → db plaintext']],
    ['a group of VPNs', ['vpns'], plain, ['tunnel', 'app → vpns tunnel', 'vpns → db plaintext']],
    ['two VPNs', ['vpn', 'far'], plain, ['tunnel', 'app → vpn plaintext', 'vpn → far tunnel', 'far → db plaintext']],
    [
      'a NAT and a VPN',
      ['nat', 'vpn'],
      plain,
      ['tunnel', 'app → nat plaintext', 'nat → vpn tunnel', 'vpn → db plaintext'],
    ],
    [
      'a bastion and a VPN',
      ['vpn', 'bastion'],
      plain,
      ['tunnel', 'app → vpn tunnel', 'vpn → bastion tunnel', 'bastion → db plaintext'],
    ],
    ['a VPN, encrypted itself', ['vpn'], secure(), ['tls', 'app → vpn tls', 'vpn → db tls']],
    ['a bastion, encrypted itself', ['mute'], ssh, ['tunnel', 'app → mute tunnel', 'mute → db tunnel']],
    ['a VPN to the outside', ['vpn'], plain, ['tunnel', 'u → vpn tunnel', 'vpn → vendor plaintext'], 'u'],
    ['what is not known', ['gone'], plain, ['plaintext', 'app → db plaintext']],
  ])('through %s', (_, through, target, expected, from = 'app') => {
    expect(led(through, target, from)).toEqual(expected);
  });
});

describe('what is taken for one', () => {
  const groups = (d: Drafting, tiers: Readonly<Record<string, string>> = {}) => {
    for (const [index, element] of d.elements.entries()) {
      const tier = tiers[element.id];
      if (tier !== undefined) d.elements[index] = { ...element, tier };
    }
    const numbering = numberModel(d.graph());
    const { of, count } = groupsOf(numbering);
    const found = Array.from({ length: count }, (_, group) =>
      numbering.elements.flatMap(({ id }, node) => (of[node] === group ? [id] : [])),
    );
    return found.filter(({ length }) => length > 1).map((members) => members.join(' '));
  };
  const six = () => {
    const d = draft();
    d.element('loadBalancer', 'lb');
    d.element('loadBalancer', 'lc');
    for (const id of ['a', 'b', 'c', 'd']) d.element('webServer', id);
    d.element('appServer', 'e');
    d.element('server', 's');
    d.element('server', 't');
    return d;
  };

  test('the members of a tier, of one kind, but for servers', () => {
    expect(groups(six(), { a: 'web', b: 'web', e: 'web', s: 'web', t: 'web' })).toEqual(['a b']);
    expect(groups(six(), { a: 'web', b: 'app', c: 'web', d: 'app', e: 'app' })).toEqual(['a c', 'b d']);
    expect(groups(six())).toEqual([]);
  });

  test('the targets of a pool that are of the kind of its first', () => {
    const pooled = (...pools: readonly (readonly [string, Verb, readonly string[]])[]) => {
      const d = six();
      d.cluster('pair', 'webServer', ['d']);
      d.cluster('apps', 'appServer', []);
      for (const [from, verb, targets] of pools) d.pool(from, verb, targets);
      return groups(d);
    };
    expect(pooled(['lb', 'balances', ['a', 'b', 'e']])).toEqual(['a b', 'd pair']);
    expect(pooled(['lb', 'balances', ['e', 'a', 'b']])).toEqual(['d pair']);
    expect(pooled(['lb', 'balances', ['b', 'a']], ['lc', 'balances', ['c', 'b']])).toEqual(['a b c', 'd pair']);
    expect(pooled(['lb', 'balances', ['a', 'b']], ['lc', 'balances', ['b', 'a']])).toEqual(['a b', 'd pair']);
    expect(pooled(['lb', 'balances', ['a', 'pair']])).toEqual(['a d pair']);
    expect(pooled(['lb', 'balances', ['a', 'apps']])).toEqual(['d pair']);
    expect(pooled(['lb', 'balances', ['e', 'apps']])).toEqual(['d pair', 'e apps']);
    expect(pooled(['lb', 'watches', ['a', 'b']])).toEqual(['d pair']);
  });

  test('the members of a cluster with it, as far as they are known', () => {
    const d = six();
    d.cluster('pair', 'webServer', ['c', 'a', 'gone']);
    d.clusters.push({ id: 'lost', memberKind: 'webServer', members: ['b', 'd'] });
    expect(groups(d)).toEqual(['a c pair']);
  });

  test('users whose flows are alike, in whatever order', () => {
    const users = (...more: readonly (readonly [string, FlowFacts, string?])[]) => {
      const d = six();
      for (const id of ['u', 'v', 'w']) d.element('user', id);
      d.flow('u', 'visits', 'a', { carries: ['personal'] });
      d.flow('u', 'visits', 'b');
      d.flow('v', 'visits', 'b');
      d.flow('v', 'visits', 'a', { carries: ['personal'] });
      for (const [to, facts, listener] of more) d.flow('w', 'visits', to, facts, listener);
      return groups(d);
    };
    expect(users()).toEqual(['u v']);
    expect(users(['a', { carries: ['personal'] }], ['b', {}])).toEqual(['u v w']);
    expect(users(['a', {}], ['b', {}])).toEqual(['u v']);
    expect(users(['a', { carries: ['personal'] }], ['b', {}, 'x'])).toEqual(['u v']);
    expect(users(['a', { carries: ['personal'] }], ['b', { through: ['lb'] }])).toEqual(['u v']);
    expect(users(['a', { carries: ['personal'] }], ['b', { as: 'x' }])).toEqual(['u v']);
    expect(users(['a', { carries: ['personal'] }], ['b', { optional: true }])).toEqual(['u v w']);
  });
});

describe('flows by number', () => {
  test('are requests, look-ups and operations, and what has no end is an operation', () => {
    const d = draft();
    d.element('user', 'u');
    d.element('record', 'name');
    d.element('webServer', 'a');
    d.element('bastion', 'bastion');
    d.flow('u', 'visits', 'name', {}, 'x');
    d.flow('name', 'resolvesTo', 'a', { through: ['bastion'] });
    d.flow('a', 'calls', 'gone', { carries: ['personal'], through: ['bastion'] });
    d.flow('gone', 'calls', 'a');
    d.flow('a', 'watches', 'u', { through: ['bastion'], carries: [] });
    d.flow('a', 'calls', 'u', { through: [] });
    const { sort, isNamed, led, carrying } = numberModel(d.graph());
    const { request, lookup, operation } = sorts;
    expect([...sort]).toEqual([request, lookup, operation, operation, operation, request]);
    expect([...isNamed]).toEqual([1, 0, 0, 0, 0, 0]);
    expect(led).toEqual([4]);
    expect(carrying).toEqual([2, 4]);
  });
});

describe('what flows carry', () => {
  const stores = () => {
    const d = draft();
    d.element('appServer', 'app');
    d.element('database', 'db', { facts: { holds: ['credentials'] } });
    d.element('database', 'copy', { facts: { holds: ['personal'] } });
    d.element('backupStore', 'vault', { facts: { holds: ['payment'] } });
    d.element('appServer', 'keeper', { facts: { holds: ['health'] } });
    d.cluster('pair', 'database', ['db', 'copy'], { holds: ['payment'] });
    d.cluster('apps', 'appServer', ['keeper'], { holds: ['payment'] });
    return d;
  };

  test.each<[string, Verb, string, readonly string[]]>([
    ['app', 'reads', 'db', ['credentials', 'payment']],
    ['app', 'calls', 'keeper', []],
    ['app', 'calls', 'apps', []],
    ['copy', 'replicates', 'db', ['credentials', 'personal', 'payment']],
    ['pair', 'replicates', 'vault', ['credentials', 'personal', 'payment']],
    ['db', 'backsUp', 'vault', ['credentials', 'payment']],
    ['vault', 'backsUp', 'keeper', ['payment']],
    ['db', 'watches', 'copy', []],
    ['db', 'replicates', 'gone', []],
    ['gone', 'backsUp', 'db', []],
  ])('%s %s %s: %j', (from, verb, to, expected) => {
    const d = stores();
    const flow = d.flow(from, verb, to);
    const found = analyseTransport(d.graph()).hops.find((hop) => hop.flow.id === flow.id)?.carries ?? [];
    expect([...found].sort()).toEqual([...expected].sort());
  });
});

describe('the hops whose encryption ends at the start of a plaintext span', () => {
  function received(asks: readonly (readonly [string, string, string?])[], lookup?: string) {
    const d = draft();
    for (const id of ['u', 'v', 'w']) d.element('user', id);
    for (const id of ['www', 'alias', 'elsewhere']) d.element('record', id);
    d.element('loadBalancer', 'lb', { listeners: [plain, secure()] });
    d.element('webServer', 'web', { listeners: [plain] });
    d.element('webServer', 'other', { listeners: [secure()] });
    d.flow('lb', 'balances', 'web');
    d.flow('alias', 'resolvesTo', 'www');
    d.flow('www', 'resolvesTo', 'lb', {}, lookup);
    d.flow('elsewhere', 'resolvesTo', 'other');
    d.flow('w', 'visits', 'elsewhere');
    for (const [from, to, listener] of asks) d.flow(from, 'visits', to, {}, listener);
    d.flow('web', 'watches', 'lb', {}, 'secure');
    const model = d.graph();
    const span = analyseTransport(model).plaintextSpanFrom(model.byId.get('lb')!);
    return span?.received.map(({ from, to }) => `${from.id} ${to.id}`);
  }

  test.each<[string, Parameters<typeof received>[0], string | undefined, readonly string[] | undefined]>([
    ['by itself', [['u', 'lb', 'secure']], undefined, ['u lb']],
    [
      'by itself, and not in plaintext',
      [
        ['u', 'lb', 'secure'],
        ['v', 'lb', 'plain'],
      ],
      undefined,
      ['u lb'],
    ],
    ['by a name', [['u', 'www', 'secure']], undefined, ['u www']],
    ['by a name that says which', [['u', 'www']], 'secure', ['u www']],
    ['by a name of a name', [['u', 'alias', 'secure']], undefined, ['u alias']],
    [
      'in every way',
      [
        ['u', 'alias', 'secure'],
        ['v', 'www', 'secure'],
        ['v', 'www', 'plain'],
        ['w', 'lb', 'secure'],
      ],
      'secure',
      ['w lb', 'v www', 'u alias'],
    ],
    ['by a name for which nobody asks', [], 'secure', ['www lb']],
    ['by a name for plaintext', [['u', 'www']], 'plain', undefined],
    ['by nothing', [['u', 'lb', 'plain']], undefined, undefined],
  ])('%s', (_, asks, lookup, expected) => {
    expect(received(asks, lookup)).toEqual(expected);
  });
});
