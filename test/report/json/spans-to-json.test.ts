import { Ajv2020 } from 'ajv/dist/2020.js';
import { architecture, each, http, https, mysql } from 'stanchion';
import { analysesOf } from '../../../src/analyses/analyses-of.js';
import { createGraph } from '../../../src/graph/create-graph.js';
import type { Explained } from '../../../src/report/explained.js';
import { spansJsonSchema } from '../../../src/report/json/spans-schema.js';
import { spansToJson } from '../../../src/report/json/spans-to-json.js';
import { draft } from '../../analyses/support/document.js';
import { build } from '../../support/build.js';
import webShop from '../cases/web-shop.js';

interface SpanDocument {
  readonly encryption: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

const validate = new Ajv2020({ strict: false }).compile({ ...spansJsonSchema(), $schema: undefined });

function explained(site: unknown): Explained {
  const [document] = build(site);
  if (document === undefined) throw new Error('no model was built');
  const model = createGraph(document);
  return { model, analyses: analysesOf(model) };
}

function shop() {
  const site = architecture('shop');
  const certificate = site.certificate('shop', {
    names: ['www.shop.example'],
    expires: '2027-01-31',
    selfSigned: true,
  });
  const vpn = site.vpnGateway('vpn');
  const lb = site.loadBalancer('lb', {
    listens: https(certificate, { minimumVersion: '1.2', clientCertificate: 'optional' }),
  });
  const webs = site.servers(2, 'server', (server) => server.webServer('web', { listens: http() }));
  const app = site.appServer('app', { listens: http() });
  site.user('visitor').visits(site.dns('shop.example').record('A', 'www', lb), { authenticatedBy: 'password' });
  lb.balances(webs);
  each(webs).forwards(app, { through: vpn });
  app.writes(site.database('db', { engine: 'mysql', listens: mysql({ tls: false }), holds: ['personal'] }), {
    as: site.account('shop account'),
  });
  return site;
}

/** user → app-0 → app-1 → …, each with a store of its own: of `size` pairs the nth has n + 1 hops. */
function chain(size: number): Explained {
  const d = draft();
  d.element('user', 'user');
  for (let index = 0; index < size; index += 1) {
    d.element('appServer', `app-${index}`);
    d.element('database', `db-${index}`);
    d.flow(index === 0 ? 'user' : `app-${index - 1}`, 'calls', `app-${index}`);
    d.flow(`app-${index}`, 'reads', `db-${index}`);
  }
  const model = d.graph();
  return { model, analyses: analysesOf(model) };
}

/** The same, with what is asked for the spans of its pairs, and for the hops of its ways. */
function watched({ model, analyses }: Explained) {
  const asked = { spans: [] as string[], hops: [] as string[] };
  const pairs = analyses.transport.pairs.map((pair) => ({
    ...{ users: pair.users, stores: pair.stores },
    get spans() {
      asked.spans.push(pair.stores.map(({ id }) => id).join());
      return pair.spans;
    },
  }));
  const ways = analyses.transport.ways.map(({ from, to }, index) => ({
    ...{ from, to },
    get hops() {
      asked.hops.push(to.id);
      return analyses.transport.ways[index]!.hops;
    },
  }));
  const transport = Object.create(analyses.transport, { pairs: { value: pairs }, ways: { value: ways } });
  const entry: Explained = { model, analyses: Object.create(analyses, { transport: { value: transport } }) };
  return { entry, asked };
}

describe('what is told of many pairs', () => {
  const stores = (document: { spans: readonly { store: readonly string[] }[] }) =>
    new Set(document.spans.flatMap(({ store }) => store));

  test('ends with the pair that reaches the number of hops, and counts the others', () => {
    const document = JSON.parse(spansToJson([chain(10)], false, 6));
    expect([...stores(document)]).toEqual(['db-0', 'db-1', 'db-2']);
    expect(document.ways.map(({ store }: { store: string }) => store)).toEqual(['db-0', 'db-1', 'db-2']);
    expect(document).toMatchObject({ pairsLeftOut: 7, waysLeftOut: 7 });
    expect(validate(document)).toBe(true);
  });

  test('is all of them where they have no more hops', () => {
    const document = JSON.parse(spansToJson([chain(10)]));
    expect(stores(document).size).toBe(10);
    expect(document).toMatchObject({ pairsLeftOut: 0, waysLeftOut: 0 });
  });

  test('is shared evenly by several models', () => {
    const documents = JSON.parse(spansToJson([chain(10), chain(1)], false, 12));
    expect(documents).toMatchObject([
      { pairsLeftOut: 7, waysLeftOut: 7 },
      { pairsLeftOut: 0, waysLeftOut: 0 },
    ]);
  });

  test('nobody asks for the spans and hops of what is left out', () => {
    const { entry, asked } = watched(chain(10));
    spansToJson([entry], false, 6);
    expect([...new Set(asked.spans)]).toEqual(['db-0', 'db-1', 'db-2']);
    expect([...new Set(asked.hops)]).toEqual(['db-0', 'db-1', 'db-2']);
  });

  test('of a chain of two thousand services it is a document that can be printed', () => {
    const document = JSON.parse(spansToJson([chain(2_000)]));
    expect(document.pairsLeftOut).toBe(2_000 - stores(document).size);
    expect(document.waysLeftOut).toBe(2_000 - document.ways.length);
    expect(document.pairsLeftOut).toBeGreaterThan(1_000);
  });
});

describe('spansToJson', () => {
  const document = JSON.parse(spansToJson([explained(shop())]));

  test.each([
    ['one model', [explained(shop())]],
    ['a model with something of everything', [explained(webShop)]],
    ['an empty model', [explained(architecture('empty'))]],
    ['several models', [explained(shop()), explained(webShop)]],
    ['no model', []],
  ])('is what its schema says: %s', (_, entries) => {
    expect(validate(JSON.parse(spansToJson(entries)))).toBe(true);
  });

  test('is an object of one model and an array of several', () => {
    expect(document).toMatchObject({ format: 'stanchion-spans', version: 1, model: { name: 'shop' } });
    const both = JSON.parse(spansToJson([explained(shop()), explained(webShop)]));
    expect(both.map(({ model }: { model: { name: string } }) => model.name)).toEqual(['shop', 'Web shop']);
  });

  test('names every element and flow by its id', () => {
    const spans = document.spans.map(({ encryption, from, to }: SpanDocument) => `${encryption}: ${from} → ${to}`);
    expect(spans).toEqual([
      'tls: user/visitor → lb',
      'plaintext: lb → server-1/web,server-2/web',
      'tunnel: server-1/web,server-2/web → vpn',
      'plaintext: vpn → db',
    ]);
    const [tls, , , plaintext] = document.spans;
    expect(tls).toMatchObject({
      user: ['user/visitor'],
      store: ['db'],
      version: '1.2',
      protocols: ['https'],
      hops: ['user/visitor visits dns/shop.example/A www'],
      length: 1,
      terminatedBy: ['lb'],
      certificates: ['certificate/shop'],
      crossesSite: true,
      carries: ['personal'],
      authenticatedBy: ['password'],
      clientCertificate: 'kept',
    });
    expect(plaintext).toMatchObject({ as: ['account/shop account'], clientCertificate: 'unknown' });
  });

  test('tells the ways hop by hop, and each hop leg by leg', () => {
    const [way] = document.ways;
    expect([way.user, way.store, way.hops.length]).toEqual(['user/visitor', 'db', 5]);
    expect(way.hops[3]).toMatchObject({
      encryption: 'tunnel',
      protocol: 'http',
      legs: [
        { from: 'server-1/web', to: 'vpn', encryption: 'tunnel' },
        { from: 'vpn', to: 'app', encryption: 'plaintext' },
      ],
    });
  });

  test('tells of certificates what they say, who holds them and whom they are for', () => {
    expect(document.certificates).toEqual([
      {
        certificate: 'certificate/shop',
        names: ['www.shop.example'],
        expires: '2027-01-31',
        selfSigned: true,
        holders: ['lb'],
        hosts: ['lb'],
        zones: [],
        isOnSeveralHosts: false,
        isAcrossZones: false,
        shownBy: [{ element: 'lb', listener: '' }],
        passedThroughBy: [],
        hostNames: [{ record: 'dns/shop.example/A www', host: 'www.shop.example', covered: true }],
      },
    ]);
  });

  test.each([
    ['another version', { ...document, version: 2 }],
    ['an encryption that there is not', { ...document, spans: [{ ...document.spans[0], encryption: 'rot13' }] }],
    ['no count of what is left out', { ...document, pairsLeftOut: undefined }],
    ['a span without hops', { ...document, spans: [{ ...document.spans[0], hops: undefined }] }],
  ])('the schema refuses %s', (_, wrong) => {
    expect(validate(JSON.parse(JSON.stringify(wrong)))).toBe(false);
  });
});
