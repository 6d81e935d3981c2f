import { diffModels, isSame } from '../../src/diff/diff-models.js';
import type { Change, Difference, ModelDiff } from '../../src/diff/model-diff.js';
import type { Architecture, ArchitectureDocument, Element } from '../../src/graph/architecture.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { architecture, http, pool } from '../../src/index.js';
import { build } from '../support/build.js';

interface Names {
  readonly server?: string;
  readonly web?: string;
  readonly replicas?: readonly string[];
}

function shop({ server = 'server-1', web = 'nginx', replicas = ['replica'] }: Names = {}): Architecture {
  const site = architecture('Shop', { complete: ['backups', 'firewalls'] });
  const host = site.server(server, { os: 'Debian 12' });
  const nginx = host.webServer(web, { software: 'nginx 1.26', listens: http() });
  const store = host.database('mysql', { software: 'MySQL 8.4' });
  site.user('visitor').visits(nginx);
  for (const name of replicas) site.server(`${name}-host`).database(name, { software: 'MySQL 8.4' }).replicates(store);
  return build(site)[0]!;
}

/** A graph with other parts. */
function with_(model: Architecture, parts: Partial<ArchitectureDocument>): Architecture {
  return createGraph({ ...(JSON.parse(JSON.stringify(model)) as ArchitectureDocument), ...parts });
}

function withElement(model: Architecture, id: string, part: Partial<Element>): Architecture {
  return with_(model, { elements: model.elements.map((one) => (one.id === id ? { ...one, ...part } : one)) });
}

/** `renamed server-1 → node-1`, `moved a/web → b/web`. */
function identities({ elements: { changed } }: ModelDiff): string[] {
  return changed.flatMap(({ before, after, isRenamed, moves }) => [
    ...(isRenamed ? [`renamed ${before.id} → ${after.id}`] : []),
    ...(moves.length > 0 ? [`moved ${before.id} → ${after.id}`] : []),
  ]);
}

function ids({ added, removed }: Difference<{ readonly id: string }>): string[] {
  return [...added.map(({ id }) => `+ ${id}`), ...removed.map(({ id }) => `- ${id}`)];
}

function facts(changes: readonly Change<unknown>[]): unknown[] {
  return changes.flatMap((change) => change.facts.map(({ path, before, after }) => [path, before, after]));
}

describe('identity', () => {
  test('a renamed place changes the ids of all it holds, and nothing but its name', () => {
    const diff = diffModels(shop(), shop({ server: 'node-1' }));
    expect(identities(diff)).toEqual(['renamed server-1 → node-1']);
    expect([...ids(diff.elements), ...ids(diff.flows), ...diff.flows.changed]).toEqual([]);
    expect(diff.toHead.get('server-1/mysql')).toBe('node-1/mysql');
  });

  test('a place and what stands in it can be renamed together', () => {
    const diff = diffModels(shop(), shop({ server: 'node-1', web: 'front' }));
    expect(identities(diff)).toEqual(['renamed server-1 → node-1', 'renamed server-1/nginx → node-1/front']);
    expect(ids(diff.elements)).toEqual([]);
  });

  test('what stands elsewhere with the neighbours it had has moved', () => {
    const made = (host: string) => {
      const site = architecture('Shop');
      const servers = Object.fromEntries(['a', 'b'].map((name) => [name, site.server(name)]));
      servers.a!.appServer('app');
      site.user('visitor').visits(servers[host]!.webServer('nginx', { listens: http() }));
      return build(site)[0]!;
    };
    const diff = diffModels(made('a'), made('b'));
    expect(identities(diff)).toEqual(['moved a/nginx → b/nginx']);
    expect(diff.elements.changed[0]!.moves).toEqual([{ path: 'parent', before: 'a', after: 'b' }]);
    expect([...ids(diff.elements), ...ids(diff.flows)]).toEqual([]);
  });

  test('of two that fit equally none is taken', () => {
    const diff = diffModels(shop({ replicas: ['one', 'two'] }), shop({ replicas: ['three', 'four'] }));
    expect(identities(diff)).toEqual([]);
    expect(diff.elements.added).toHaveLength(4);
    expect(diff.elements.removed).toHaveLength(4);
  });

  test('of one where now are two alike none is taken', () => {
    const diff = diffModels(shop({ replicas: ['one'] }), shop({ replicas: ['two', 'three'] }));
    expect(identities(diff)).toEqual([]);
  });

  test('what has nothing to do with anything is not recognised under another name', () => {
    const lone = (name: string) => {
      const site = architecture('Shop');
      site.server(name);
      return build(site)[0]!;
    };
    expect(ids(diffModels(lone('a'), lone('b')).elements)).toEqual(['+ b', '- a']);
  });
});

describe('facts', () => {
  test('are told one by one, and what is not stated as undefined', () => {
    const head = withElement(shop(), 'server-1/mysql', {
      facts: { software: 'MySQL 9.0', capacity: { connections: 200 }, encryptedAtRest: true },
    });
    expect(facts(diffModels(shop(), head).elements.changed)).toEqual([
      ['capacity', undefined, { connections: 200 }],
      ['encryptedAtRest', undefined, true],
      ['software', 'MySQL 8.4', 'MySQL 9.0'],
    ]);
  });

  test('that name elements name the same one under its new name', () => {
    const site = (name: string) => {
      const made = architecture('Shop');
      const zone = made.region('west').availabilityZone(name);
      made.server('server', { standsIn: zone }).webServer('nginx');
      return build(made)[0]!;
    };
    const diff = diffModels(site('a'), site('b'));
    expect(identities(diff)).toEqual(['renamed region/west/a → region/west/b']);
    expect(facts(diff.elements.changed)).toEqual([]);
  });

  test('in lists without an order do not change with it', () => {
    const tagged = (tags: string[]) => withElement(shop(), 'server-1', { facts: { os: 'Debian 12', tags } });
    expect(isSame(diffModels(tagged(['a', 'b']), tagged(['b', 'a'])))).toBe(true);
  });

  test('of the model as a whole count, its name and aspects among them', () => {
    const head = with_(shop(), { name: 'Store', facts: { complete: ['firewalls'] } });
    expect(diffModels(shop(), head).facts).toEqual([
      { path: 'complete', before: ['backups', 'firewalls'], after: ['firewalls'] },
      { path: 'name', before: 'Shop', after: 'Store' },
    ]);
  });

  test('of listeners have their name in the path', () => {
    const listeners = [{ name: '', protocol: 'https', port: 443, tls: {} } as const];
    const diff = diffModels(shop(), withElement(shop(), 'server-1/nginx', { listeners }));
    expect(facts(diff.elements.changed)).toEqual([
      ['listeners.port', undefined, 443],
      ['listeners.protocol', 'http', 'https'],
      ['listeners.tls', false, {}],
    ]);
  });
});

test('rules of firewalls come, go, change and change places', () => {
  const rule = (port: number) => ({
    action: 'allow' as const,
    from: [{ anyone: true as const }],
    to: [],
    ports: [{ protocol: 'tcp' as const, from: port, to: port }],
  });
  const guarded = (ports: readonly number[]) => {
    const site = architecture('Shop');
    site.firewall('edge', { incoming: 'deny' });
    const model = build(site)[0]!;
    return withElement(model, model.elements[0]!.id, { rules: ports.map(rule) });
  };
  const told = (before: readonly number[], after: readonly number[]) =>
    facts(diffModels(guarded(before), guarded(after)).elements.changed);
  expect(told([80], [80, 443])).toEqual([['rules', undefined, rule(443)]]);
  expect(told([80, 22], [80])).toEqual([['rules', rule(22), undefined]]);
  expect(told([80, 22], [80, 443])).toEqual([['rules', rule(22), rule(443)]]);
  expect(told([80, 22], [22, 80])).toEqual([['rules.order', [rule(80), rule(22)], [rule(22), rule(80)]]]);
});

test('flows, pools, clusters, journeys and waivers are compared', () => {
  const made = ({ need = 1, members = 2, until = '2027-01-01' as const, objective = 0.99, retries = 1 } = {}) => {
    const site = architecture('Shop');
    const web = ['a', 'b', 'c'].map((name) => site.server(name).webServer('web', { listens: http() }));
    const balancer = site.server('edge').loadBalancer('lb', { listens: http() });
    balancer.balances(pool(web, { need }), { retries });
    const visitor = site.user('visitor');
    visitor.visits(balancer);
    const caches = ['x', 'y', 'z'].map((name) => site.cache(name));
    site.cluster('caches', caches.slice(0, members));
    site.journey('buy', { from: visitor, uses: balancer, objective });
    site.accepts({ rule: 'availability/spof-node', because: 'It is cheap.', until });
    return build(site)[0]!;
  };
  const diff = diffModels(
    made(),
    made({ need: 2, members: 3, until: '2028-01-01' as never, objective: 0.999, retries: 2 }),
  );
  expect(facts(diff.pools.changed)).toEqual([['need', 1, 2]]);
  expect(facts(diff.elements.changed)).toEqual([
    ['members', ['cache/x', 'cache/y'].map((id) => expect.stringContaining(id.slice(-1))), expect.any(Array)],
  ]);
  expect(facts(diff.flows.changed)).toEqual(Array.from({ length: 3 }, () => ['retries', 1, 2]));
  expect(facts(diff.journeys.changed)).toEqual([['objective', 0.99, 0.999]]);
  expect(facts(diff.waivers.changed)).toEqual([['until', '2027-01-01', '2028-01-01']]);
});

test('ten thousand elements are compared in a moment', () => {
  const large = (renamed: boolean) => {
    const elements: Element[] = Array.from({ length: 10_000 }, (_, index) => {
      const name = renamed && index % 2 === 0 ? `new-${index}` : `old-${index}`;
      return { id: name, kind: 'component', name, facts: {} };
    });
    const flows = elements.slice(1).map(({ id }, index) => {
      return { id: `${id} calls`, verb: 'calls' as const, from: id, to: elements[index]!.id, facts: {} };
    });
    return with_(shop(), { elements, flows, pools: [], clusters: [], journeys: [], waivers: [] });
  };
  const [base, head] = [large(false), large(true)];
  const start = performance.now();
  const diff = diffModels(base, head);
  // On an idle machine it takes half a second; what grows with the square takes minutes.
  expect(performance.now() - start).toBeLessThan(20_000);
  expect(diff.elements.changed).toHaveLength(5000);
}, 60_000);
