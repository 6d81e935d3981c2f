import { analyseTransport } from '../../../src/analyses/transport/analyse-transport.js';
import type { Span } from '../../../src/analyses/transport/result.js';
import type { ElementFacts, Listener } from '../../../src/graph/architecture.js';
import { type Drafting, draft, type ElementOptions } from '../support/document.js';

const plain: Listener = { name: '', protocol: 'http', tls: false };
const mysql: Listener = { name: '', protocol: 'mysql', tls: false };
const passed: Listener = { name: '', protocol: 'tls', tls: { passthrough: true } };
const shown = (certificate: string, more: object = {}): Listener => ({
  name: '',
  protocol: 'https',
  tls: { certificate, minimumVersion: '1.2', ...more },
});
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** `plaintext: haproxy → mysql, 3`, one for each span, in the order of the hops of the model. */
const told = (spans: readonly Span[]) =>
  spans.map(({ encryption, from, to, length }) => `${encryption}: ${ids(from).join()} → ${ids(to).join()}, ${length}`);

/** user → www → haproxy → three nginx → three app servers → mysql, each on a machine of its own. */
function shop(haproxy: ElementOptions, nginx: ElementOptions): Drafting {
  const d = draft();
  for (const id of ['edge', 'inside']) d.element('certificate', id);
  d.element('zone', 'dmz');
  d.element('zone', 'private');
  d.element('user', 'visitor');
  d.element('dns', 'dns');
  d.element('record', 'www', { in: 'dns' });
  d.element('loadBalancer', 'haproxy', { in: 'dmz', ...haproxy });
  const webs = [1, 2, 3].map((n) => d.element('webServer', `nginx-${n}`, { in: 'private', ...nginx }));
  const apps = [1, 2, 3].map((n) => d.element('appServer', `app-${n}`, { in: 'private', listeners: [plain] }));
  d.element('database', 'mysql', { in: 'private', listeners: [mysql], facts: { holds: ['credentials'] } });
  d.flow('visitor', 'visits', 'www', { authenticatedBy: 'password' });
  d.flow('www', 'resolvesTo', 'haproxy');
  d.pool('haproxy', 'balances', webs);
  for (const web of webs) d.pool(web, 'forwards', apps);
  for (const app of apps) d.flow(app, 'writes', 'mysql', { authenticatedBy: 'client certificate', as: 'account/shop' });
  d.element('account', 'account/shop');
  return d;
}

const spansOf = (d: Drafting) => analyseTransport(d.graph()).spans;

describe('the spans of a shop', () => {
  test('whose balancer ends TLS: plaintext from haproxy to mysql, 3 hops, with credentials', () => {
    const spans = spansOf(shop({ listeners: [shown('edge')] }, { listeners: [plain] }));
    expect(told(spans)).toEqual(['tls: visitor → haproxy, 1', 'plaintext: haproxy → mysql, 3']);
    const [tls, plaintext] = spans;
    expect(ids(tls!.terminatedBy)).toEqual(['haproxy']);
    expect(ids(tls!.certificates)).toEqual(['edge']);
    expect(tls).toMatchObject({
      version: '1.2',
      protocols: ['https'],
      crossesSite: true,
      authenticatedBy: ['password'],
    });
    expect(ids(tls!.crosses)).toEqual(['dmz']);
    expect(plaintext!.hops).toHaveLength(3 + 9 + 3);
    expect(ids(plaintext!.crosses)).toEqual(['dmz', 'private']);
    expect(ids(plaintext!.accounts)).toEqual(['account/shop']);
    expect(plaintext).toMatchObject({
      carries: ['credentials'],
      protocols: ['http', 'mysql'],
      crossesSite: false,
      version: undefined,
      terminatedBy: [],
      authenticatedBy: ['client certificate'],
    });
  });

  test('whose balancer encrypts again', () => {
    const spans = spansOf(shop({ listeners: [shown('edge')] }, { listeners: [shown('inside')] }));
    expect(told(spans)).toEqual([
      'tls: visitor → haproxy, 1',
      'tls: haproxy → nginx-1,nginx-2,nginx-3, 1',
      'plaintext: nginx-1,nginx-2,nginx-3 → mysql, 2',
    ]);
    expect(spans.map(({ certificates }) => ids(certificates))).toEqual([['edge'], ['inside'], []]);
  });

  test('whose balancer passes TLS through: one span up to the servers, which decrypt', () => {
    const [tls, ...rest] = spansOf(shop({ listeners: [passed] }, { listeners: [shown('inside')] }));
    expect(told([tls!])).toEqual(['tls: visitor → nginx-1,nginx-2,nginx-3, 2']);
    expect(ids(tls!.terminatedBy)).toEqual(['nginx-1', 'nginx-2', 'nginx-3']);
    expect(ids(tls!.certificates)).toEqual(['inside']);
    expect(told(rest)).toEqual(['plaintext: nginx-1,nginx-2,nginx-3 → mysql, 2']);
  });

  test('whose servers ask for a certificate behind a pass-through: mutual TLS from the user on', () => {
    const asking = shown('inside', { clientCertificate: 'required' });
    const spans = spansOf(shop({ listeners: [passed] }, { listeners: [asking] }));
    expect(spans[0]).toMatchObject({ encryption: 'mutual tls', clientCertificate: 'kept' });
    expect(spans[1]).toMatchObject({ encryption: 'plaintext', clientCertificate: 'kept' });
  });

  test.each<[ElementFacts, string]>([
    [{ forwardsClientCertificate: false }, 'lost'],
    [{ forwardsClientCertificate: true }, 'kept'],
    [{}, 'unknown'],
  ])('whose balancer asks for a certificate, with %j: behind it that is %s', (facts, fate) => {
    const asking = shown('edge', { clientCertificate: 'required' });
    const spans = spansOf(shop({ listeners: [asking], facts }, { listeners: [plain] }));
    expect(spans.map(({ encryption, clientCertificate }) => [encryption, clientCertificate])).toEqual([
      ['mutual tls', 'kept'],
      ['plaintext', fate],
    ]);
  });

  test('says the oldest version where all tell theirs, and none where one does not', () => {
    const withOld = () => {
      const d = shop({ listeners: [shown('edge')] }, { listeners: [shown('inside')] });
      d.element('webServer', 'old', { listeners: [shown('inside', { minimumVersion: '1.0' })] });
      d.flow('haproxy', 'balances', 'old');
      d.flow('old', 'forwards', 'app-1');
      return d;
    };
    expect(spansOf(withOld())[1]).toMatchObject({ encryption: 'tls', version: '1.0' });
    const d = withOld();
    d.element('webServer', 'silent', { listeners: [{ name: '', protocol: 'https' }] });
    d.flow('haproxy', 'balances', 'silent');
    d.flow('silent', 'forwards', 'app-1');
    expect(spansOf(d)[1]!.version).toBeUndefined();
  });

  test('one user is asked for apart from another, and one store from another', () => {
    const d = shop({ listeners: [shown('edge')] }, { listeners: [plain] });
    d.element('user', 'auditor');
    d.element('objectStore', 'archive', { listeners: [shown('inside')] });
    d.flow('auditor', 'visits', 'archive');
    d.flow('app-1', 'writes', 'archive');
    const transport = analyseTransport(d.graph());
    expect(transport.pairs.map(({ users, stores, spans }) => [ids(users), ids(stores), told(spans)])).toEqual([
      [['visitor'], ['mysql'], ['tls: visitor → haproxy, 1', 'plaintext: haproxy → mysql, 3']],
      [
        ['visitor'],
        ['archive'],
        ['tls: visitor → haproxy, 1', 'plaintext: haproxy → app-1, 2', 'tls: app-1 → archive, 1'],
      ],
      [['auditor'], ['archive'], ['tls: auditor → archive, 1']],
    ]);
    const plaintext = transport.spans.find(({ encryption }) => encryption === 'plaintext');
    expect([ids(plaintext!.users), ids(plaintext!.stores)]).toEqual([['visitor'], ['mysql', 'archive']]);
    expect(ids(plaintext!.to)).toEqual(['app-1', 'mysql']);
  });
});

test('a request that is redirected goes on by the encrypted listener', () => {
  const d = draft();
  d.element('user', 'user');
  const listeners: readonly Listener[] = [
    { ...plain, name: 'plain', redirects: true },
    { ...shown('edge'), name: 'secure' },
  ];
  d.element('certificate', 'edge');
  d.element('loadBalancer', 'lb', { listeners });
  d.element('objectStore', 'files', { listeners: [plain] });
  const visit = d.flow('user', 'visits', 'lb', {}, 'plain');
  d.flow('lb', 'balances', 'files');
  const transport = analyseTransport(d.graph());
  expect(transport.hop(visit).encryption).toBe('plaintext');
  expect(told(transport.spans)).toEqual(['tls: user → lb, 1', 'plaintext: lb → files, 1']);
});

describe('a flow through something', () => {
  function through(stops: readonly string[], target: Listener, more: (d: Drafting) => void = () => {}) {
    const d = draft();
    d.element('user', 'admin');
    d.element('vpnGateway', 'vpn');
    d.element('vpnGateway', 'far vpn');
    d.element('natGateway', 'nat');
    d.element('bastion', 'bastion', { listeners: [{ name: '', protocol: 'ssh' }] });
    d.element('bastion', 'silent bastion');
    d.element('externalService', 'partner', { listeners: [target] });
    d.element('appServer', 'app');
    d.element('database', 'db', { listeners: [target] });
    more(d);
    const flow = d.flow('admin', 'administers', 'db', { through: stops });
    const out = d.flow('app', 'calls', 'partner', { through: stops });
    const transport = analyseTransport(d.graph());
    const legs = (one: typeof flow) =>
      transport.legsOf(one).map(({ from, to, encryption }) => `${from.id} → ${to.id}: ${encryption}`);
    return { inwards: legs(flow), outwards: legs(out) };
  }

  test('a VPN and a bastion to a database: the tunnel ends at the gateway, ssh at the bastion, and then it is plaintext', () => {
    expect(through(['vpn', 'bastion'], mysql).inwards).toEqual([
      'admin → vpn: tunnel',
      'vpn → bastion: tunnel',
      'bastion → db: plaintext',
    ]);
    expect(through(['vpn', 'silent bastion'], mysql).inwards).toEqual([
      'admin → vpn: tunnel',
      'vpn → silent bastion: unknown',
      'silent bastion → db: plaintext',
    ]);
  });

  test('TLS holds on every leg', () => {
    expect(through(['vpn', 'bastion'], shown('edge')).inwards.map((leg) => leg.split(': ')[1])).toEqual([
      'tls',
      'tls',
      'tls',
    ]);
  });

  test('between two gateways lies the tunnel, and behind one that leads outside', () => {
    expect(through(['vpn', 'far vpn'], plain).outwards).toEqual([
      'app → vpn: plaintext',
      'vpn → far vpn: tunnel',
      'far vpn → partner: plaintext',
    ]);
    expect(through(['vpn'], plain).outwards).toEqual(['app → vpn: plaintext', 'vpn → partner: tunnel']);
    expect(through(['nat'], plain).outwards).toEqual(['app → nat: plaintext', 'nat → partner: plaintext']);
  });

  test('without stops it is one leg, and a flow that the model does not have is an error', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('webServer', 'web', { listeners: [plain] });
    const flow = d.flow('user', 'visits', 'web');
    const transport = analyseTransport(d.graph());
    expect(transport.spans).toEqual([]);
    expect(transport.legsOf(flow)).toHaveLength(1);
    expect(() => transport.legsOf({ ...flow, id: 'another' })).toThrow(RangeError);
  });

  test('in a way of a request: what lies behind the gateway is a span of its own', () => {
    const d = draft();
    d.element('user', 'admin');
    d.element('vpnGateway', 'vpn');
    d.element('appServer', 'console', { listeners: [plain] });
    d.element('database', 'db', { listeners: [mysql] });
    d.flow('admin', 'visits', 'console', { through: ['vpn'] });
    d.flow('console', 'reads', 'db');
    const spans = spansOf(d);
    expect(told(spans)).toEqual(['tunnel: admin → vpn, 1', 'plaintext: vpn → db, 2']);
    expect(ids(spans[0]!.terminatedBy)).toEqual(['vpn']);
  });
});

describe('a group whose members listen differently', () => {
  const hop = (...listeners: readonly Listener[]) => {
    const d = draft();
    d.element('user', 'user');
    const members = listeners.map((listener, index) =>
      d.element('loadBalancer', `lb-${index}`, { listeners: [listener] }),
    );
    d.cluster('lb', 'loadBalancer', members);
    const flow = d.flow('user', 'visits', 'lb');
    return analyseTransport(d.graph()).hop(flow);
  };

  test('is known by what they have in common', () => {
    expect(hop(shown('edge'), shown('inside'))).toMatchObject({ encryption: 'tls', terminates: true });
    expect(hop(shown('edge', { clientCertificate: 'required' }), shown('edge'))).toMatchObject({ encryption: 'tls' });
    expect(hop(shown('edge'), plain)).toMatchObject({ encryption: 'unknown', terminates: false });
    expect(hop(shown('edge', { minimumVersion: '1.3' }), shown('edge', { minimumVersion: '1.0' })).version).toBe('1.0');
    expect(hop(shown('edge'), shown('edge', { minimumVersion: undefined })).version).toBeUndefined();
  });
});
