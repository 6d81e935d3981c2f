import { architecture } from '../../../src/index.js';
import { finding } from '../fixtures/findings.js';
import { threeServers } from '../fixtures/three-servers.js';
import { zones } from '../fixtures/zones.js';
import { expectGolden } from '../support/expect-golden.js';
import { failing } from '../support/failing.js';
import { boxesNamed, framesRound, groupNamed, linesOf, sceneOf, sceneOfModel } from './build-scene.js';

const models = { 'three-servers': threeServers, zones };
const views = ['overview', 'deployment', 'network', 'transport'] as const;

describe.each(Object.keys(models) as (keyof typeof models)[])('%s', (name) => {
  test.each(views)('%s is as expected', (view) => {
    const model = models[name]();
    const findings = [
      finding('critical', { element: (model.byKind.cluster[0] ?? model.byKind.loadBalancer[0])!.id }, 'It is alone.'),
      finding('high', { flow: model.flows.find(({ verb }) => verb === 'balances')!.id }, 'It is plain.'),
      finding('low', {}, 'Nobody owns it.'),
    ];
    const scene = sceneOfModel(model, view, findings);
    expectGolden(`${name}/scene-${view}.json`, `${JSON.stringify(scene, null, 2)}\n`);
  });
});

test('a failure in three zones is as expected', () => {
  const scene = failing(zones(), ['region/eu-central/zone a']);
  expectGolden('zones/scene-failure-zone-a.json', `${JSON.stringify(scene, null, 2)}\n`);
});

describe('the overview', () => {
  test('has people, edge, tiers, stores and traffic, and nothing else', () => {
    const scene = sceneOfModel(zones(), 'overview');
    const names = new Set(scene.boxes.map(({ name }) => name));
    for (const name of ['customers', 'lb1', 'web', 'app', 'worker', 'db1', 'cache', 'jobs', 'pay.example']) {
      expect(names).toContain(name);
    }
    for (const name of ['operators', 'metrics', 'bastion', 'backups', 'on call']) expect(names).not.toContain(name);
    expect(scene.bundles.filter(({ sort }) => sort === 'operations')).toEqual([]);
    expect(scene.groups.map(({ kind }) => kind)).not.toContain('server');
    expect(scene.boxes.some(({ watched, watches }) => watched || watches > 0)).toBe(false);
  });

  test('tells replicas of one name apart by their server', () => {
    const scene = sceneOfModel(threeServers(), 'overview');
    expect(boxesNamed(scene, 'web').map(({ detail }) => detail)).toEqual([
      'server-1 · nginx 1.26',
      'server-2 · nginx 1.26',
      'server-3 · nginx 1.26',
    ]);
  });
});

test('the title names the view, and the environment where it is not production', () => {
  const titleOf = (environment: 'production' | 'staging') =>
    sceneOf(architecture('Shop', { environment }), 'overview').title;
  expect(titleOf('production')).toBe('Shop — overview');
  expect(titleOf('staging')).toBe('Shop, staging — overview');
});

describe('the line below the title, where the model has no summary', () => {
  test('says how much of the model is in the picture, with marks as what they stand for', () => {
    const site = architecture('Shop');
    const zone = site.zone('inside');
    const host = zone.server('host');
    const web = host.webServer('web');
    host.firewall('guard', { incoming: 'deny' });
    site.user('visitor').visits(web);
    const monitor = site.monitoringService('monitor');
    monitor.watches(web);
    monitor.watches(site.externalService('mail'));
    expect(sceneOf(site, 'overview').subtitle).toBe('3 of 7 elements · 1 of 3 connections');
    expect(sceneOf(site, 'deployment').subtitle).toBe('7 elements · 3 connections');
  });

  test('counts each of several that one card stands for', () => {
    const site = architecture('Farm');
    const visitor = site.user('visitor');
    for (const web of site.servers(20, 'host', (host) => host.webServer('web'))) visitor.visits(web);
    expect(sceneOf(site, 'deployment').subtitle).toBe('41 elements, alike ones folded · 20 connections');
    expect(sceneOf(site, 'overview').subtitle).toBe('21 of 41 elements, alike ones folded · 20 connections');
  });
});

describe('the deployment view', () => {
  test('shows server, zone and failure domain', () => {
    const scene = sceneOfModel(zones(), 'deployment');
    const [web] = boxesNamed(scene, 'web');
    expect(framesRound(scene, web!)).toEqual(['host1', 'inside', 'eu-central']);
    expect(groupNamed(scene, 'host1')!.detail).toBe('zone a · Debian 12');
    expect(groupNamed(scene, 'eu-central')).toMatchObject({ kind: 'region', detail: 'Hetzner · DE' });
  });

  test('has no cards for agents, certificates and records', () => {
    const names = sceneOfModel(threeServers(), 'deployment').boxes.map(({ name }) => name);
    expect(names).not.toContain('collector');
    expect(names.filter((name) => name === 'shop.example')).toHaveLength(1);
  });
});

describe('lines', () => {
  test('say protocol and port, and gather what is alike', () => {
    expect(linesOf(sceneOfModel(threeServers(), 'deployment'))).toEqual([
      'web → shop: FastCGI 9000 [local]',
      'web → shop: FastCGI 9000 [local]',
      'web → shop: FastCGI 9000 [local]',
      'mysql → mysql, mysql: replicates ×2 [replication]',
      'customers → shop.example: resolves [operations]',
      'customers → edge firewall: HTTPS [encrypted]',
      'edge firewall → lb1:  [encrypted]',
      'lb1 → web, web, web: HTTP 8080 ×3 [plaintext]',
      'shop, shop, shop → mysql: MySQL ×3 [plaintext]',
      'shop, shop, shop → mysql, mysql: MySQL ×6 [plaintext]',
    ]);
  });

  test('lead to a standby thinly, and say so', () => {
    const scene = sceneOfModel(zones(), 'overview');
    const standby = scene.bundles.find(({ label }) => label === 'standby');
    expect(standby).toMatchObject({ thin: true, style: 'encrypted' });
    expect(scene.boxes.find(({ id }) => id === standby!.targets[0])!.name).toBe('lb2');
  });

  test('lead from a queue to its consumers, from a primary to its replicas', () => {
    const lines = linesOf(sceneOfModel(zones(), 'overview'));
    expect(lines).toContain('jobs → worker, worker, worker: AMQP ×3 [encrypted]');
    expect(lines).toContain('db1 → db2: synchronous [replication]');
  });
});
