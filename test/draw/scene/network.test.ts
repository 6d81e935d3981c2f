import { anyone, architecture, http, https, mysql, ssh } from '../../../src/index.js';
import { zones } from '../fixtures/zones.js';
import { boxesNamed, bundleLabelled, framesRound, groupNamed, linesOf, sceneOf, sceneOfModel } from './build-scene.js';

/** A balancer behind a firewall, and a server that takes from it alone. */
function guarded() {
  const site = architecture('shop', { complete: ['firewalls'] });
  const visitor = site.user('visitor');
  const edge = site.zone('edge', { trust: 'dmz', cidr: '10.0.0.0/24' });
  const lb = edge.loadBalancer('lb', {
    listens: { secure: https(site.certificate('shop.example')), admin: ssh() },
  });
  const inside = site.zone('inside', { cidr: '10.0.1.0/24' });
  const web = inside.appServer('web', { listens: http({ port: 8080 }) });
  const db = inside.database('db', { engine: 'mysql', listens: mysql() });
  const fence = edge.firewall('fence', { incoming: 'deny', outgoing: 'allow' });
  const wall = inside.firewall('wall', { incoming: 'deny', outgoing: 'allow' });
  visitor.visits(lb.at.secure);
  lb.balances(web);
  web.writes(db);
  return { site, visitor, lb, web, db, edge, fence, wall };
}

describe('the internet', () => {
  test('stands before what anyone may reach, with the port on the line and on the card', () => {
    const { site, lb, web, fence, wall } = guarded();
    fence.allows(anyone, lb.at.secure);
    wall.allows(lb, web);
    const scene = sceneOf(site, 'network');
    expect(linesOf(scene).sort()).toEqual([
      'fence → lb:  [passes]',
      'lb → wall: HTTP 8080 [passes]',
      'the internet → fence: HTTPS 443 [passes]',
      'visitor → the internet:  [passes]',
      'wall → web:  [passes]',
      'web → db: MySQL 3306 [passes]',
    ]);
    expect(boxesNamed(scene, 'lb')[0]!.pill).toEqual({ sort: 'internet', text: 'internet: 443' });
    expect(boxesNamed(scene, 'web')[0]!.pill).toBeUndefined();
    expect(scene.subtitle).toBe('The internet reaches lb.');
    expect(scene.description).toContain('Packets from anywhere on the internet reach it: port 443.');
  });

  test('shows what is open beside what is used', () => {
    const { site, lb, fence } = guarded();
    fence.allows(anyone, [lb.at.secure, lb.at.admin]);
    const scene = sceneOf(site, 'network');
    expect(linesOf(scene)).toContain('the internet → fence: SSH 22 · unused [passes]');
    expect(boxesNamed(scene, 'lb')[0]!.pill!.text).toBe('internet: 443, 22');
    expect(bundleLabelled(scene, 'SSH 22 · unused')!.description).toContain('no connection of the model uses it');
  });

  test('is no card where only some addresses get in', () => {
    const { site, lb, fence } = guarded();
    fence.allows('198.51.100.0/24', lb.at.admin);
    const scene = sceneOf(site, 'network');
    expect(boxesNamed(scene, 'the internet')).toEqual([]);
    expect(boxesNamed(scene, 'lb')[0]!.pill).toEqual({ sort: 'part of the internet', text: 'named addresses: 22' });
    expect(scene.subtitle).toContain('Nothing is known to be open to the internet');
  });

  test('is asked for where the model says nothing of firewalls', () => {
    const site = architecture('bare');
    const web = site.webServer('web', { listens: http() });
    site.user('visitor').visits(web);
    const scene = sceneOf(site, 'network');
    expect(boxesNamed(scene, 'web')[0]!.pill).toEqual({ sort: 'internet not known', text: 'internet: not known' });
    expect(scene.bundles).toMatchObject([{ style: 'untold', lock: 'question', label: 'HTTP 80' }]);
    expect(scene.subtitle).toBe(
      'The model names no zones and no firewalls. Nothing is known to be open to the internet; ' +
        'whether it reaches 1 element is not stated; whether 1 connection gets through is not stated.',
    );
  });

  test('takes no id that an author gave', () => {
    const { site, lb, fence } = guarded();
    fence.allows(anyone, lb.at.secure);
    site.zone('the internet').webServer('impostor');
    const ids = sceneOf(site, 'network').boxes.map(({ element }) => element);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("the internet'");
  });
});

describe('firewalls', () => {
  test('tell their openings, those to the internet first', () => {
    const { site, lb, web, fence, wall } = guarded();
    fence.allows('198.51.100.0/24', lb.at.admin);
    fence.allows(anyone, lb.at.secure);
    wall.allows(lb, web);
    const scene = sceneOf(site, 'network');
    expect(boxesNamed(scene, 'fence')[0]).toMatchObject({
      shape: 'guard',
      detail: 'denies by default',
      facts: ['allows 443 from the internet', '+1 more'],
    });
    expect(boxesNamed(scene, 'fence')[0]!.description).toContain(
      "'fence' allows 443 from the internet; allows 22 from 198.51.100.0/24.",
    );
    expect(boxesNamed(scene, 'wall')[0]!.facts).toEqual(['allows 8080 from lb']);
  });

  test('of which nothing is told say so', () => {
    const site = architecture('shop');
    const edge = site.zone('edge');
    edge.firewall('open', {});
    const web = edge.webServer('web', { listens: http() });
    site.user('visitor').visits(web);
    expect(boxesNamed(sceneOf(site, 'network'), 'open')[0]!.facts).toEqual(['openings not stated']);
  });

  test('of servers are cards, and shields with their openings where there are many', () => {
    const site = architecture('farm');
    const lb = site.loadBalancer('lb', { listens: http() });
    site.user('visitor').visits(lb);
    const webs = Array.from({ length: 9 }, (_, index) => {
      const server = site.server(`host ${index}`);
      const web = server.webServer(`web-${'abcdefghi'[index]}`, { listens: http({ port: 8080 }) });
      server.firewall('wall', { incoming: 'deny' }).allows(lb, web);
      return web;
    });
    lb.balances(webs);
    const scene = sceneOf(site, 'network');
    expect(boxesNamed(scene, 'wall')).toEqual([]);
    expect(groupNamed(scene, 'host 0')).toMatchObject({ guarded: true, detail: 'allows 8080 from lb' });
    expect(groupNamed(scene, 'host 0')!.description).toContain("'wall' allows 8080 from lb.");
  });
});

describe('lines', () => {
  test('that no rule lets through are blocked, in words too', () => {
    const { site, lb, fence } = guarded();
    fence.allows(anyone, lb.at.secure);
    const scene = sceneOf(site, 'network');
    const blocked = bundleLabelled(scene, 'HTTP 8080 · blocked')!;
    expect(blocked.style).toBe('blocked');
    expect(blocked.description).toContain("blocked by 'wall', where no rule lets it through");
    expect(scene.subtitle).toContain('1 connection is blocked');
  });

  test('that a firewall stops go as far as the firewall like any other', () => {
    const { site, lb, fence } = guarded();
    fence.allows(anyone, lb.at.secure);
    expect(linesOf(sceneOf(site, 'network'))).toEqual(
      expect.arrayContaining(['lb → wall: HTTP 8080 [passes]', 'wall → web: HTTP 8080 · blocked [blocked]']),
    );
  });

  test('of monitoring are drawn only where they are blocked', () => {
    const { site, lb, web, fence, wall } = guarded();
    fence.allows(anyone, lb.at.secure);
    wall.allows(lb, web);
    const metrics = site.zone('operations').monitoringService('metrics');
    metrics.watches(lb.at.secure);
    expect(sceneOf(site, 'network').bundles.some(({ label }) => label.includes('watches'))).toBe(false);
    expect(linesOf(sceneOf(site, 'network')).filter((line) => line.startsWith('metrics'))).toEqual([]);
    wall.denies(metrics, web);
    metrics.watches(web);
    expect(linesOf(sceneOf(site, 'network'))).toContain('metrics → web: HTTP 8080 · blocked [blocked]');
  });

  test('lead from who opens a connection: a worker asks its queue', () => {
    const lines = linesOf(sceneOfModel(zones(), 'network'));
    expect(lines.filter((line) => line.startsWith('jobs →'))).toEqual([]);
    expect(lines.some((line) => line.includes('worker') && line.includes('→ jobs'))).toBe(true);
    expect(lines.some((line) => line.includes('resolves'))).toBe(false);
  });
});

test('zones are frames with their addresses, servers where they hold several things', () => {
  const { site, edge } = guarded();
  const server = edge.server('host', { address: '10.0.0.9' });
  server.webServer('front', { listens: http() });
  server.appServer('back');
  edge.server('lone').webServer('alone');
  const scene = sceneOf(site, 'network');
  expect(groupNamed(scene, 'edge')!.detail).toContain('10.0.0.0/24');
  expect(framesRound(scene, boxesNamed(scene, 'front')[0]!)).toEqual(['host', 'edge']);
  expect(framesRound(scene, boxesNamed(scene, 'alone')[0]!)).toEqual(['edge']);
});

test('an empty model makes an honest picture', () => {
  const scene = sceneOf(architecture('nothing'), 'network');
  expect(scene.boxes).toEqual([]);
  expect(scene.subtitle).toBe(
    'The model names no zones and no firewalls. Nothing is known to be open to the internet.',
  );
});
