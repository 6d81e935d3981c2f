import { analyseTransport } from '../../../src/analyses/transport/analyse-transport.js';
import type { Encryption } from '../../../src/analyses/transport/result.js';
import type { FlowFacts, Listener } from '../../../src/graph/architecture.js';
import { draft, type ElementOptions } from '../support/document.js';

const plain: Listener = { name: '', protocol: 'http' };
const secure: Listener = { name: '', protocol: 'https', tls: { certificate: 'certificate', minimumVersion: '1.2' } };
const mysql = (tls?: false): Listener => ({ name: '', protocol: 'mysql', ...(tls === false && { tls }) });
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** A hop between two elements on different servers, unless told otherwise. */
function hopTo(listener: Listener | undefined, facts: FlowFacts = {}, onto: ElementOptions = { in: 'server-2' }) {
  const d = draft();
  for (const id of ['server-1', 'server-2']) d.element('server', id);
  d.element('certificate', 'certificate');
  d.element('vpnGateway', 'vpn');
  d.element('webServer', 'web', { in: 'server-1' });
  d.element('component', 'target', { ...onto, ...(listener && { listeners: [listener] }) });
  const flow = d.flow('web', 'forwards', 'target', facts);
  return analyseTransport(d.graph()).hop(flow);
}

describe('a hop', () => {
  test.each<[string, Listener | undefined, FlowFacts, Encryption]>([
    ['https', secure, {}, 'tls'],
    ['https of which no more is told', { name: '', protocol: 'https' }, {}, 'tls'],
    ['http', plain, {}, 'plaintext'],
    ['a service without TLS', mysql(false), {}, 'plaintext'],
    ['a service that does not say', mysql(), {}, 'unknown'],
    ['nothing told', undefined, {}, 'unknown'],
    ['a client certificate', { ...secure, tls: { clientCertificate: 'required' } }, {}, 'mutual tls'],
    ['a client certificate if there is one', { ...secure, tls: { clientCertificate: 'optional' } }, {}, 'tls'],
    ['plaintext through a VPN', plain, { through: ['vpn'] }, 'tunnel'],
    ['TLS through a VPN', secure, { through: ['vpn'] }, 'tls'],
    ['ssh', { name: '', protocol: 'ssh' }, {}, 'tunnel'],
  ])('%s', (_, listener, facts, encryption) => {
    expect(hopTo(listener, facts).encryption).toBe(encryption);
  });

  test('on one server is on no wire', () => {
    expect(hopTo(plain, {}, { in: 'server-1' }).encryption).toBe('local');
    expect(hopTo(undefined, {}, { in: 'server-1' }).encryption).toBe('local');
    expect(hopTo(secure, {}, { in: 'server-1' }).encryption).toBe('tls');
  });

  test('says where TLS ends, with which certificate and from which version', () => {
    expect(hopTo(secure)).toMatchObject({ terminates: true, version: '1.2', certificate: { id: 'certificate' } });
    const passed = hopTo({ name: '', protocol: 'tls', tls: { passthrough: true } });
    expect(passed).toMatchObject({ encryption: 'tls', terminates: false });
  });

  test('crosses zones when it leaves one, enters one, or comes from outside', () => {
    const d = draft();
    d.element('zone', 'outer');
    d.element('zone', 'inner', { in: 'outer' });
    d.element('user', 'user');
    d.element('webServer', 'web', { in: 'outer' });
    d.element('appServer', 'app', { in: 'inner' });
    d.element('appServer', 'beside', { in: 'outer' });
    const flows = [
      d.flow('user', 'visits', 'web'),
      d.flow('web', 'forwards', 'app'),
      d.flow('web', 'forwards', 'beside'),
    ];
    const transport = analyseTransport(d.graph());
    expect(flows.map((flow) => transport.hop(flow).crossesZone)).toEqual([true, true, false]);
  });

  test('by name takes the listener of what stands behind it', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('dns', 'dns');
    d.element('record', 'www', { in: 'dns' });
    for (const id of ['lb-1', 'lb-2']) d.element('loadBalancer', id, { listeners: [secure] });
    d.cluster('lb', 'loadBalancer', ['lb-1', 'lb-2']);
    d.element('certificate', 'certificate');
    const visit = d.flow('user', 'visits', 'www');
    d.flow('www', 'resolvesTo', 'lb');
    expect(analyseTransport(d.graph()).hop(visit)).toMatchObject({
      encryption: 'tls',
      certificate: { id: 'certificate' },
    });
  });
});

describe('data', () => {
  test('held by a store travels by itself, to it and back towards the users', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('webServer', 'web');
    d.element('appServer', 'app');
    d.element('database', 'db', { facts: { holds: ['payment', 'personal'] } });
    d.element('database', 'replica');
    d.element('backupStore', 'backup');
    d.element('monitoringService', 'monitoring');
    const visit = d.flow('user', 'visits', 'web', { carries: ['credentials'] });
    const forward = d.flow('web', 'forwards', 'app');
    const write = d.flow('app', 'writes', 'db');
    const copy = d.flow('replica', 'replicates', 'db');
    const backup = d.flow('db', 'backsUp', 'backup');
    const report = d.flow('app', 'reports', 'monitoring');
    const transport = analyseTransport(d.graph());
    const carried = [visit, forward, write, copy, backup, report].map((flow) => transport.hop(flow).carries);
    const held = ['personal', 'payment'];
    expect(carried).toEqual([['personal', 'credentials', 'payment'], held, held, held, held, []]);
  });

  test('goes round in a circle once', () => {
    const d = draft();
    d.element('appServer', 'a');
    d.element('appServer', 'b');
    d.element('database', 'db', { facts: { holds: ['health'] } });
    const there = d.flow('a', 'calls', 'b');
    const back = d.flow('b', 'calls', 'a');
    d.flow('b', 'reads', 'db');
    const transport = analyseTransport(d.graph());
    expect([there, back].map((flow) => transport.hop(flow).carries)).toEqual([['health'], ['health']]);
  });
});

describe('a plaintext span', () => {
  /** user → lb (TLS) → web → app → db, of which a test says what is on which server and how it listens. */
  const behind = (
    options: { lb?: ElementOptions; web?: ElementOptions; app?: ElementOptions; db?: ElementOptions } = {},
  ) => {
    const d = draft();
    for (const id of ['s1', 's2', 's3', 's4']) d.element('server', id);
    d.element('certificate', 'certificate');
    d.element('user', 'user');
    d.element('loadBalancer', 'lb', { in: 's1', listeners: [secure], ...options.lb });
    d.element('webServer', 'web', { in: 's2', listeners: [plain], ...options.web });
    d.element('appServer', 'app', { in: 's3', listeners: [plain], ...options.app });
    d.element('database', 'db', { in: 's4', listeners: [mysql(false)], facts: { holds: ['personal'] }, ...options.db });
    d.flow('user', 'visits', 'lb');
    d.pool('lb', 'balances', ['web']);
    d.flow('web', 'forwards', 'app');
    d.flow('app', 'writes', 'db');
    const model = d.graph();
    const transport = analyseTransport(model);
    return { transport, span: transport.plaintextSpanFrom(model.byId.get('lb')!) };
  };
  const way = (span: ReturnType<typeof behind>['span']) => span?.hops.map(({ from, to }) => `${from.id} ${to.id}`);

  test('leads on to the stores', () => {
    const { span } = behind();
    expect(way(span)).toEqual(['lb web', 'web app', 'app db']);
    expect(ids(span?.targets ?? [])).toEqual(['web']);
    expect(span?.received.map(({ from }) => from.id)).toEqual(['user']);
    expect(span).toMatchObject({ carries: ['personal'], staysOnOneHost: false, losesClientCertificate: false });
  });

  test('ends where traffic is encrypted again, and where nothing is known', () => {
    expect(way(behind({ app: { in: 's3', listeners: [secure] } }).span)).toEqual(['lb web']);
    expect(way(behind({ db: { in: 's4', listeners: [mysql()] } }).span)).toEqual(['lb web', 'web app']);
    expect(behind({ web: { in: 's2', listeners: [secure] } }).span).toBeUndefined();
  });

  test('goes on over a hop on one server, which is no part of its end', () => {
    expect(way(behind({ app: { in: 's2' } }).span)).toEqual(['lb web', 'web app', 'app db']);
    expect(way(behind({ app: { in: 's2' }, db: { in: 's2', listeners: [mysql()] } }).span)).toEqual(['lb web']);
    const local = behind({
      web: { in: 's1', listeners: [plain] },
      app: { in: 's1' },
      db: { in: 's1', listeners: [mysql()] },
    });
    expect(local.span).toMatchObject({ staysOnOneHost: true });
  });

  test('does not begin where TLS is passed through', () => {
    const passed = { in: 's1', listeners: [{ name: '', protocol: 'tls' as const, tls: { passthrough: true } }] };
    expect(behind({ lb: passed }).span).toBeUndefined();
  });

  test.each([
    [true, false],
    [false, true],
    [undefined, undefined],
  ])('forwards the client certificate %j: lost %j', (forwards, lost) => {
    const asking: Listener = { name: '', protocol: 'https', tls: { clientCertificate: 'required' } };
    const facts = forwards === undefined ? {} : { forwardsClientCertificate: forwards };
    expect(behind({ lb: { in: 's1', listeners: [asking], facts } }).span?.losesClientCertificate).toBe(lost);
  });

  test('begins behind a name as behind an address', () => {
    const d = draft();
    d.element('user', 'user');
    d.element('dns', 'dns');
    d.element('record', 'www', { in: 'dns' });
    d.element('loadBalancer', 'lb', { listeners: [secure] });
    d.element('webServer', 'web', { listeners: [plain] });
    d.flow('user', 'visits', 'www');
    d.flow('www', 'resolvesTo', 'lb');
    d.flow('lb', 'balances', 'web');
    const model = d.graph();
    const span = analyseTransport(model).plaintextSpanFrom(model.byId.get('lb')!);
    expect(span?.received.map(({ from, to }) => `${from.id} ${to.id}`)).toEqual(['user www']);
  });

  test('begins behind a name that leads to several listeners, for those who ask by the encrypted one', () => {
    const both = [
      { ...plain, name: 'plain' },
      { ...secure, name: 'secure' },
    ];
    const asked = (listener: string) => {
      const d = draft();
      d.element('user', 'user');
      d.element('dns', 'dns');
      d.element('record', 'www', { in: 'dns', listeners: both });
      d.element('loadBalancer', 'lb', { listeners: both });
      d.element('webServer', 'web', { listeners: [plain] });
      d.flow('user', 'visits', 'www', {}, listener);
      d.flow('www', 'resolvesTo', 'lb');
      d.flow('lb', 'balances', 'web');
      const model = d.graph();
      return analyseTransport(model).plaintextSpanFrom(model.byId.get('lb')!);
    };
    expect(asked('secure')?.received.map(({ from, to }) => `${from.id} ${to.id}`)).toEqual(['user www']);
    expect(asked('plain')).toBeUndefined();
  });

  test('of a group is that of its members', () => {
    const d = draft();
    d.element('user', 'user');
    for (const id of ['lb-1', 'lb-2']) d.element('loadBalancer', id, { listeners: [secure] });
    d.cluster('lb', 'loadBalancer', ['lb-1', 'lb-2']);
    d.element('webServer', 'web', { listeners: [plain] });
    d.flow('user', 'visits', 'lb');
    d.flow('lb', 'balances', 'web');
    const model = d.graph();
    const transport = analyseTransport(model);
    expect(way(transport.plaintextSpanFrom(model.byId.get('lb-1')!))).toEqual(['lb web']);
    expect(way(transport.plaintextSpanFrom(model.byId.get('lb')!))).toEqual(['lb web']);
  });
});

describe('the way of a request', () => {
  test('leads from each user to each store, by the first member of a pool', () => {
    const d = draft();
    for (const id of ['anna', 'ben']) d.element('user', id);
    d.element('loadBalancer', 'lb');
    for (const id of ['web-1', 'web-2']) d.element('webServer', id);
    d.element('objectStore', 'files');
    for (const id of ['db-1', 'db-2']) d.element('database', id);
    d.cluster('db', 'database', ['db-1', 'db-2']);
    d.flow('anna', 'visits', 'lb');
    d.flow('ben', 'visits', 'files');
    d.pool('lb', 'balances', ['web-1', 'web-2']);
    for (const id of ['web-1', 'web-2']) d.flow(id, 'reads', 'files');
    d.flow('web-2', 'writes', 'db');
    const ways = analyseTransport(d.graph()).ways;
    expect(ways.map(({ from, to, hops }) => [from.id, to.id, hops.map((hop) => hop.to.id)])).toEqual([
      ['anna', 'files', ['lb', 'web-1', 'files']],
      ['anna', 'db', ['lb', 'web-2', 'db']],
      ['ben', 'files', ['files']],
    ]);
  });
});

describe('a certificate', () => {
  test('is held by whoever shows it or is said to, and not by names and groups', () => {
    const d = draft();
    d.element('certificate', 'certificate', { facts: { keyHeldBy: ['vault', 'web'] } });
    d.element('secretStore', 'vault');
    d.element('loadBalancer', 'lb', { listeners: [secure] });
    d.element('webServer', 'web', { listeners: [secure] });
    d.element('record', 'www', { listeners: [secure] });
    const model = d.graph();
    expect(ids(analyseTransport(model).holdersOf(model.byId.get('certificate')!))).toEqual(['vault', 'lb', 'web']);
  });
});
