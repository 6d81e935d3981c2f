import type { ArchitectureDocument } from '../../src/graph/architecture.js';

/** A small document in which everything is right, for tests to spoil. */
export function shop(): ArchitectureDocument {
  return {
    format: 'stanchion-architecture',
    version: 1,
    name: 'shop',
    facts: { complete: ['firewalls'], environment: 'production', reviewed: '2026-01-31' },
    elements: [
      { id: 'user/visitor', kind: 'user', name: 'visitor', facts: {} },
      { id: 'region/north', kind: 'region', name: 'north', facts: { country: 'FR' } },
      { id: 'certificate/shop', kind: 'certificate', name: 'shop', facts: { expires: '2027-03-02' } },
      { id: 'front', kind: 'server', name: 'front', facts: { memory: '16 GiB', standsIn: ['region/north'] } },
      {
        id: 'front/web',
        kind: 'webServer',
        name: 'web',
        parent: 'front',
        facts: { instances: { min: 1, max: 3 } },
        listeners: [
          { name: 'plain', protocol: 'http', port: 80, tls: false },
          { name: 'secure', protocol: 'https', port: 443, tls: { certificate: 'certificate/shop' } },
        ],
        at: { file: 'shop.ts', line: 7, column: 3 },
      },
      {
        id: 'front/guard',
        kind: 'firewall',
        name: 'guard',
        parent: 'front',
        facts: { incoming: 'deny' },
        rules: [{ action: 'allow', from: [{ anyone: true }], to: [{ element: 'front/web', listener: 'secure' }] }],
      },
      { id: 'one', kind: 'database', name: 'one', facts: { engine: 'mysql' } },
      { id: 'two', kind: 'database', name: 'two', facts: { engine: 'mysql' } },
      {
        id: 'cluster/data',
        kind: 'cluster',
        name: 'data',
        facts: { writer: 'one', need: 1, failover: { by: 'front/web', within: '30 s' } },
      },
    ],
    flows: [
      {
        id: 'user/visitor visits front/web@secure',
        verb: 'visits',
        from: 'user/visitor',
        to: 'front/web',
        listener: 'secure',
        facts: {},
      },
      {
        id: 'front/web reads one',
        verb: 'reads',
        from: 'front/web',
        to: 'one',
        pool: 'pool/1',
        facts: { timeout: '2 s' },
      },
      {
        id: 'front/web reads two',
        verb: 'reads',
        from: 'front/web',
        to: 'two',
        pool: 'pool/1',
        facts: { carries: ['personal'] },
      },
    ],
    pools: [
      {
        id: 'pool/1',
        verb: 'reads',
        from: 'front/web',
        flows: ['front/web reads one', 'front/web reads two'],
        need: 1,
      },
    ],
    clusters: [{ id: 'cluster/data', memberKind: 'database', members: ['one', 'two'] }],
    journeys: [{ id: 'buy', name: 'buy', from: 'user/visitor', to: 'one', mode: 'write', objective: 0.999 }],
    waivers: [{ rule: 'data/backup-missing', element: 'one', because: 'It is a cache.', until: '2027-01-01' }],
    views: [{ name: 'stores', like: 'deployment', include: ['cluster/data'], exclude: ['two'] }],
  };
}

/** The document with the value at a path replaced; `undefined` takes the key away. */
export function spoiled(path: string, value: unknown): unknown {
  const document: unknown = structuredClone(shop());
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<unknown>((inner, key) => Reflect.get(inner as object, key), document) as Record<
    string,
    unknown
  >;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return document;
}
