import { anyone, architecture, each, http } from '../../../src/index.js';
import { boxesNamed, bundleLabelled, groupNamed, linesOf, sceneOf } from './build-scene.js';

function farm(servers: number) {
  const site = architecture('farm');
  const lb = site.loadBalancer('lb', { listens: http() });
  site.user('visitor').visits(lb);
  const tier = site.servers(servers, 'web', (server) => ({
    nginx: server.webServer('nginx', { listens: http({ port: 8080 }) }),
    php: server.appServer('php', { listens: http({ port: 9000 }) }),
  }));
  lb.balances(each(tier).nginx);
  for (const { nginx, php } of tier) nginx.forwards(php);
  return site;
}

describe('folding', () => {
  test('a few replicas are shown', () => {
    expect(boxesNamed(sceneOf(farm(3), 'overview'), 'nginx')).toHaveLength(3);
    expect(boxesNamed(sceneOf(farm(4), 'deployment'), 'nginx')).toHaveLength(4);
  });

  test('many become one card in the overview', () => {
    const scene = sceneOf(farm(24), 'overview');
    expect(boxesNamed(scene, 'nginx').map(({ count }) => count)).toEqual([24]);
    expect(linesOf(scene)).toEqual([
      'visitor → lb: HTTP [plaintext]',
      'lb → nginx: HTTP 8080 ×24 [plaintext]',
      'nginx → php: HTTP 9000 ×24 [local]',
    ]);
  });

  test('many servers become one frame in the deployment view', () => {
    const scene = sceneOf(farm(24), 'deployment');
    expect(scene.groups).toHaveLength(1);
    expect(scene.groups[0]).toMatchObject({ name: 'web', count: 24, kind: 'server' });
    expect(scene.boxes.map(({ name }) => name)).toEqual(['lb', 'visitor', 'nginx', 'php']);
  });

  test('more than 60 of anything alike are folded by their names', () => {
    const site = architecture('services');
    const lb = site.loadBalancer('lb');
    const services = ['catalog', 'orders', 'stock'].flatMap((name) =>
      Array.from({ length: 25 }, (_, index) => site.appServer(`${name}-${index + 1}`)),
    );
    lb.balances(services);
    const scene = sceneOf(site, 'deployment');
    expect(scene.boxes.map(({ name, count }) => `${name} ×${count}`)).toEqual([
      'lb ×1',
      'catalog ×25',
      'orders ×25',
      'stock ×25',
    ]);
  });

  test('what holds something else is not alike', () => {
    const site = architecture('mixed');
    site.servers(8, 'host', (server, index) => {
      server.webServer('nginx');
      if (index === 3) server.cache('redis');
    });
    const scene = sceneOf(site, 'deployment');
    expect(scene.groups.map(({ name, count = 1 }) => `${name} ×${count}`)).toEqual(['host ×7', 'host-4 ×1']);
  });
});

describe('watch marks', () => {
  function watched(number: number) {
    const site = architecture('watched');
    const monitor = site.monitoringService('prometheus');
    monitor.watches(Array.from({ length: number }, (_, index) => site.webServer(`web ${index}`)));
    return sceneOf(site, 'deployment');
  }

  test('a monitor of three draws its lines', () => {
    expect(watched(3).bundles).toHaveLength(1);
    expect(boxesNamed(watched(3), 'prometheus')[0]!.watches).toBe(0);
  });

  test('a monitor of four draws none', () => {
    const scene = watched(4);
    expect(scene.bundles).toEqual([]);
    expect(boxesNamed(scene, 'prometheus')[0]!.watches).toBe(4);
    expect(boxesNamed(scene, 'web 2')[0]!.watched).toBe(true);
  });

  test('agents speak for their servers', () => {
    const site = architecture('agents');
    const watch = site.externalService('watch');
    site.servers(2, 'host', (server) => {
      server.webServer('nginx');
      server.agent('collector').reports(watch);
    });
    const scene = sceneOf(site, 'deployment');
    expect(scene.groups.map(({ watched: eye }) => eye)).toEqual([true, true]);
    expect(boxesNamed(scene, 'watch')[0]!.watches).toBe(2);
  });
});

describe('firewalls', () => {
  test('between users and what they visit are cards, others are shields', () => {
    const site = architecture('guards');
    const edge = site.zone('edge');
    const lb = edge.loadBalancer('lb', { listens: http() });
    edge.firewall('border', { incoming: 'deny' }).allows(anyone, lb);
    const inside = site.zone('inside');
    inside.firewall('inner', { incoming: 'deny' });
    const web = inside.webServer('web', { listens: http({ port: 8080 }) });
    web.firewall('web guard', { incoming: 'filtered' });
    site.user('visitor').visits(lb);
    lb.balances(web);
    const scene = sceneOf(site, 'deployment');
    expect(linesOf(scene)).toEqual([
      'visitor → border: HTTP [plaintext]',
      'border → lb:  [plaintext]',
      'lb → web: HTTP 8080 [plaintext]',
    ]);
    expect(groupNamed(scene, 'inside')!.guarded).toBe(true);
    expect(groupNamed(scene, 'edge')!.guarded).toBe(false);
    expect(boxesNamed(scene, 'web')[0]!.guarded).toBe(true);
    expect(boxesNamed(sceneOf(site, 'overview'), 'border')).toHaveLength(1);
  });

  test('of one element in front of users is a card in the deployment view only', () => {
    const site = architecture('guard');
    const lb = site.loadBalancer('lb', { listens: http() });
    lb.firewall('guard', { incoming: 'filtered' });
    site.user('visitor').visits(lb);
    expect(boxesNamed(sceneOf(site, 'deployment'), 'guard')[0]).toMatchObject({ shape: 'guard', detail: 'filters' });
    const overview = sceneOf(site, 'overview');
    expect(boxesNamed(overview, 'guard')).toEqual([]);
    expect(boxesNamed(overview, 'lb')[0]!.guarded).toBe(true);
  });

  test('of many servers that users visit stay shields', () => {
    const site = architecture('many');
    const servers = site.servers(6, 'host', (server) => {
      server.firewall('filter', { incoming: 'deny' });
      return server.webServer('web', { listens: http() });
    });
    site.user('visitor').visits(servers);
    expect(boxesNamed(sceneOf(site, 'deployment'), 'filter')).toEqual([]);
  });
});

describe('clusters', () => {
  test('side by side are a frame, apart are a card with lines to each', () => {
    const site = architecture('pairs');
    const user = site.user('visitor');
    const near = site.zone('near');
    const together = site.cluster('near pair', [near.loadBalancer('n1'), near.loadBalancer('n2')], {
      mode: 'active-active',
    });
    const [a, b] = [site.zone('a'), site.zone('b')];
    const apart = site.cluster('far pair', [a.loadBalancer('f1'), b.loadBalancer('f2')], { mode: 'active-passive' });
    user.visits(together);
    user.visits(apart);
    const scene = sceneOf(site, 'deployment');
    expect(groupNamed(scene, 'near pair')).toMatchObject({ kind: 'cluster', detail: 'active-active' });
    expect(boxesNamed(scene, 'far pair')[0]).toMatchObject({ detail: 'active-passive' });
    expect(linesOf(scene)).toEqual([
      'visitor → n1, n2, far pair: ×3 [unknown]',
      'far pair → f1:  [unknown]',
      'far pair → f2: standby [unknown]',
    ]);
  });

  test('servers with nothing else on them stand in the frame with their members', () => {
    const site = architecture('servers');
    const members = site.servers(2, 'host', (server) => server.loadBalancer('haproxy'));
    site.cluster('pair', members, { mode: 'active-passive' });
    const scene = sceneOf(site, 'deployment');
    const [pair] = scene.groups.filter(({ kind }) => kind === 'cluster');
    const servers = scene.groups.filter(({ kind }) => kind === 'server');
    expect(servers.map(({ name, parent }) => [name, parent])).toEqual([
      ['host-1', pair!.id],
      ['host-2', pair!.id],
    ]);
  });
});

test('a chip says what is optional', () => {
  const site = architecture('optional');
  const [app, cache] = [site.appServer('app'), site.cache('cache', { engine: 'redis' })];
  app.reads(cache, { optional: true });
  expect(bundleLabelled(sceneOf(site, 'overview'), 'reads · optional')).toMatchObject({ thin: true, head: 'hollow' });
});

test('what makes a cluster take over points to it', () => {
  const site = architecture('takeover');
  const witness = site.coordinator('witness');
  const members = [site.database('db1', { engine: 'mysql' }), site.database('db2', { engine: 'mysql' })];
  const failover = { by: witness, within: '30 s' } as const;
  const cluster = site.cluster('ledger', members, { mode: 'active-passive', writer: members[0]!, failover });
  site.appServer('app').writes(cluster);
  members[1]!.replicates(members[0]!, { failover });
  expect(linesOf(sceneOf(site, 'deployment'))).toEqual([
    'app → db1: writes [unknown]',
    'db1 → db2:  [replication]',
    'witness → db1, db2: failover, 30 s ×2 [operations]',
  ]);
  expect(linesOf(sceneOf(site, 'overview'))).toEqual(['app → db1: writes [unknown]', 'db1 → db2:  [replication]']);
});
