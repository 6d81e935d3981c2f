import { analyseTransport } from '../../../src/analyses/transport/analyse-transport.js';
import { coversHost, isHostName } from '../../../src/analyses/transport/host-names.js';
import type { ElementFacts, Listener } from '../../../src/graph/architecture.js';
import type { Day } from '../../../src/vocabulary/units.js';
import { draft } from '../support/document.js';

const secure: Listener = { name: '', protocol: 'https', tls: { certificate: 'certificate' } };
const passed: Listener = { name: '', protocol: 'tls', tls: { passthrough: true } };
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** What RFC 6125 (sections 6.4.1 and 6.4.3) and RFC 9525 (section 6.3) say of names that a certificate presents. */
test.each<[string, string, boolean]>([
  ['www.example.com', 'www.example.com', true],
  ['WWW.Example.com', 'www.eXample.COM', true],
  ['www.example.com', 'www.example.com.', true],
  ['www.example.com', 'example.com', false],
  ['example.com', 'www.example.com', false],
  ['*.example.com', 'foo.example.com', true],
  ['*.EXAMPLE.com', 'foo.example.COM', true],
  ['*.example.com', 'bar.foo.example.com', false],
  ['*.example.com', 'example.com', false],
  ['*.example.com', '.example.com', false],
  ['*.example.com', '*.example.com', true],
  ['foo.*.example.com', 'foo.bar.example.com', false],
  ['baz*.example.net', 'baz1.example.net', false],
  ['*baz.example.net', 'foobaz.example.net', false],
  ['*.*.example.com', 'a.b.example.com', false],
  ['*', 'localhost', false],
  ['*.0.0.1', '127.0.0.1', false],
  ['127.0.0.1', '127.0.0.1', true],
  ['bücher.example', 'xn--bcher-kva.example', true],
  ['xn--bcher-kva.example', 'Bücher.example', true],
  ['XN--BCHER-KVA.example', 'BÜCHER.example.', true],
  ['bücher.example', 'bu\u0308cher.example', true],
  ['bücher.example', 'bucher.example', false],
  ['*.bücher.example', 'www.xn--bcher-kva.example', true],
  ['*.xn--bcher-kva.example', 'www.bücher.example', true],
  ['*.example', 'bücher.example', true],
  ['*.bücher.example', 'bücher.example', false],
  ['*.bücher.example', 'a.b.bücher.example', false],
  ['bücher.example/path', 'bücher.example', false],
  ['user@bücher.example', 'bücher.example', false],
  ['bücher.example:443', 'bücher.example', false],
])('%s covers %s: %j', (name, host, covers) => {
  expect(coversHost(name, host)).toBe(covers);
});

test.each([
  ['www.example.com', true],
  ['www.example.com.', true],
  ['www', false],
  ['two words.example', false],
  ['zwei wörter.example', false],
  ['bücher.example', true],
  ['bücher', false],
  ['a..b', false],
])('%s is a host name: %j', (name, is) => {
  expect(isHostName(name)).toBe(is);
});

test.each<[ElementFacts, Day, string]>([
  [{ issued: '2026-01-10', expires: '2026-04-10' }, '2026-01-09', 'not yet valid'],
  [{ issued: '2026-01-10', expires: '2026-04-10' }, '2026-01-10', 'valid'],
  [{ issued: '2026-01-10', expires: '2026-04-10' }, '2026-04-10', 'valid'],
  [{ issued: '2026-01-10', expires: '2026-04-10' }, '2026-04-11', 'expired'],
  [{ expires: '2026-04-10' }, '2026-01-01', 'valid'],
  [{ issued: '2026-01-10' }, '2026-02-01', 'unknown'],
  [{}, '2026-02-01', 'unknown'],
])('a certificate with %j is on %s %s', (facts, day, validity) => {
  const d = draft();
  d.element('certificate', 'certificate', { facts });
  const model = d.graph();
  expect(analyseTransport(model).validityOf(model.byId.get('certificate')!, day)).toBe(validity);
});

test('several names lead to one certificate, which is for some of them', () => {
  const d = draft();
  d.element('certificate', 'certificate', { facts: { names: ['*.shop.example', 'shop.example'] } });
  d.element('dns', 'dns');
  d.element('loadBalancer', 'lb', { listeners: [secure] });
  for (const name of ['shop.example', 'www.shop.example', 'a.b.shop.example', 'shop.test', 'plain']) {
    d.element('record', name, { in: 'dns' });
    d.flow(name, 'resolvesTo', 'lb');
  }
  d.element('record', 'alias.shop.example', { in: 'dns' });
  d.flow('alias.shop.example', 'resolvesTo', 'www.shop.example');
  const [use] = analyseTransport(d.graph()).certificates;
  expect(use!.hostNames.map(({ record, covered }) => [record.id, covered])).toEqual([
    ['shop.example', true],
    ['www.shop.example', true],
    ['a.b.shop.example', false],
    ['shop.test', false],
    ['alias.shop.example', true],
  ]);
});

test.each<[string, ElementFacts, boolean]>([
  ['one server', {}, false],
  ['one instance of a server', { instances: 1 }, false],
  ['three instances of a server', { instances: 3 }, true],
  ['at least two', { instances: { min: 2, max: 5 } }, true],
  ['one at the least', { instances: { min: 1, max: 5 } }, false],
])('a key on %s', (_, facts, isOnSeveralHosts) => {
  const d = draft();
  d.element('certificate', 'certificate');
  d.element('server', 'server', { facts });
  d.element('webServer', 'web', { in: 'server', listeners: [secure] });
  const [use] = analyseTransport(d.graph()).certificates;
  expect(ids(use!.hosts)).toEqual(['server']);
  expect(use!.isOnSeveralHosts).toBe(isOnSeveralHosts);
});

test('behind a pass-through a certificate is shown by the servers, to whoever comes by the name', () => {
  const d = draft();
  d.element('certificate', 'certificate', { facts: { selfSigned: true } });
  d.element('dns', 'dns');
  d.element('record', 'www.example', { in: 'dns' });
  for (const id of ['outer', 'inner']) d.element('zone', id);
  d.element('loadBalancer', 'front', { listeners: [passed] });
  d.element('loadBalancer', 'behind', { listeners: [passed] });
  for (const [index, zone] of ['outer', 'inner'].entries()) {
    d.element('server', `server-${index}`, { in: zone });
    d.element('webServer', `web-${index}`, { in: `server-${index}`, listeners: [secure] });
  }
  d.flow('www.example', 'resolvesTo', 'front');
  d.flow('front', 'balances', 'behind');
  d.pool('behind', 'balances', ['web-0', 'web-1']);
  const [use] = analyseTransport(d.graph()).certificates;
  expect(ids(use!.passedThroughBy)).toEqual(['front', 'behind']);
  expect(ids(use!.holders)).toEqual(['web-0', 'web-1']);
  expect(ids(use!.hosts)).toEqual(['server-0', 'server-1']);
  expect(ids(use!.zones)).toEqual(['outer', 'inner']);
  expect(use).toMatchObject({ isOnSeveralHosts: true, isAcrossZones: true });
  expect(use!.shownBy.map(({ element }) => element.id)).toEqual(['web-0', 'web-1']);
  expect(use!.hostNames).toMatchObject([{ record: { id: 'www.example' }, covered: undefined }]);
});

describe('who holds a key, and where', () => {
  const useOf = (fill: (d: ReturnType<typeof draft>) => void, facts: ElementFacts = {}) => {
    const d = draft();
    d.element('certificate', 'certificate', { facts });
    fill(d);
    const [use] = analyseTransport(d.graph()).certificates;
    const { holders, zones, hosts, shownBy, passedThroughBy, hostNames, isAcrossZones, isOnSeveralHosts } = use!;
    return {
      holders: ids(holders),
      hosts: ids(hosts),
      zones: ids(zones),
      shownBy: shownBy.map(({ element }) => element.id),
      passedThroughBy: ids(passedThroughBy),
      hostNames: hostNames.map(({ record }) => record.id),
      isAcrossZones,
      isOnSeveralHosts,
    };
  };
  const nobody = {
    ...{ holders: [], hosts: [], zones: [], shownBy: [], passedThroughBy: [], hostNames: [] },
    ...{ isAcrossZones: false, isOnSeveralHosts: false },
  };

  test('nobody, where no listener names the certificate', () => {
    expect(
      useOf((d) => {
        d.element('webServer', 'plain', { listeners: [{ name: '', protocol: 'http' }] });
        d.element('webServer', 'other', { listeners: [{ name: '', protocol: 'https', tls: {} }] });
        d.element('webServer', 'silent');
        d.element('loadBalancer', 'passing', { listeners: [passed] });
      }),
    ).toStrictEqual(nobody);
  });

  test('no name and no group: these answer with the listeners of what stands behind them', () => {
    expect(
      useOf((d) => {
        d.element('dns', 'dns');
        d.element('record', 'www', { in: 'dns', listeners: [secure, passed] });
        d.clusters.push({ id: 'webs', memberKind: 'webServer', members: ['web'] });
        d.element('cluster', 'webs', { listeners: [secure, passed] });
        d.element('webServer', 'web', { listeners: [secure] });
        d.flow('www', 'resolvesTo', 'webs');
      }),
    ).toStrictEqual({ ...nobody, ...{ holders: ['web'], hosts: ['web'], shownBy: ['web'] } });
  });

  test('one server in one zone', () => {
    expect(
      useOf((d) => d.element('webServer', 'web', { in: d.element('zone', 'dmz'), listeners: [secure] })),
    ).toStrictEqual({
      ...nobody,
      ...{ holders: ['web'], hosts: ['web'], zones: ['dmz'], shownBy: ['web'] },
    });
  });

  test('two, one of them in no zone: across zones', () => {
    const found = useOf((d) => {
      d.element('zone', 'dmz');
      d.element('webServer', 'inside', { in: 'dmz', listeners: [secure] });
      d.element('webServer', 'free', { listeners: [secure] });
    });
    expect(found).toMatchObject({ zones: ['dmz'], isAcrossZones: true, isOnSeveralHosts: true });
  });

  test('a service outside stands in no zone of ours', () => {
    const found = useOf((d) => {
      d.element('webServer', 'web', { in: d.element('zone', 'dmz'), listeners: [secure] });
      d.element('externalService', 'cdn', { listeners: [secure] });
    });
    expect(found).toMatchObject({ holders: ['web', 'cdn'], zones: ['dmz'], isAcrossZones: false });
  });

  test('of several hosts one alone is several machines', () => {
    const found = useOf((d) => {
      d.element('failureDomain', 'rack', { facts: { instances: 2 } });
      d.element('webServer', 'web', { in: d.element('server', 'host', { in: 'rack' }), listeners: [secure] });
    });
    expect(found).toMatchObject({ hosts: ['host'], isOnSeveralHosts: true });
  });

  test('whom the certificate names besides, and nothing that does not exist', () => {
    const found = useOf(
      (d) => {
        d.element('secretStore', 'vault');
        d.element('webServer', 'web', { listeners: [{ ...secure, tls: { certificate: 'gone' } }] });
      },
      { keyHeldBy: ['vault', 'missing'] },
    );
    expect(found).toMatchObject({ holders: ['vault'], shownBy: [] });
  });

  test('what passes TLS through holds no key, whatever certificate it names, and passes by one listener of several', () => {
    const found = useOf((d) => {
      d.element('loadBalancer', 'lb', {
        listeners: [
          { ...passed, name: 'tls' },
          { name: 'http', protocol: 'http' },
        ],
      });
      d.element('loadBalancer', 'odd', {
        listeners: [{ name: '', protocol: 'tls', tls: { passthrough: true, certificate: 'certificate' } }],
      });
      d.element('webServer', 'web', { listeners: [secure] });
      d.flow('lb', 'balances', 'web');
    });
    expect(found).toMatchObject({ holders: ['web'], passedThroughBy: expect.arrayContaining(['lb']) });
  });

  test('a name that leads to another listener only does not serve the certificate', () => {
    const namesBy = (listener?: string) =>
      useOf((d) => {
        d.element('dns', 'dns');
        d.element('record', 'www.example', { in: 'dns' });
        d.element('record', 'silent.example', { in: 'dns' });
        d.element('webServer', 'web', {
          listeners: [
            { ...secure, name: 'https' },
            { name: 'http', protocol: 'http' },
          ],
        });
        d.element('webServer', 'bare');
        d.flow('www.example', 'resolvesTo', 'web', {}, listener);
        d.flow('silent.example', 'resolvesTo', 'bare');
      }).hostNames;
    expect([undefined, 'https', 'http'].map(namesBy)).toStrictEqual([['www.example'], ['www.example'], []]);
  });
});
