import { createGraph } from '../../../src/graph/create-graph.js';
import { architecture, http, https, mysql } from '../../../src/index.js';
import { build } from '../../support/build.js';
import { boxesNamed, linesOf, sceneOf, sceneOfModel } from './build-scene.js';

/** TLS ends at the balancer, and goes on in plaintext. */
function shop({ clientCertificate = false } = {}) {
  const site = architecture('shop');
  const certificate = site.certificate('shop.example', { expires: '2027-01-31' });
  const lb = site.loadBalancer('lb', {
    software: 'HAProxy 3.2',
    listens: https(certificate, { minimumVersion: '1.2', ...(clientCertificate && { clientCertificate: 'required' }) }),
    ...(clientCertificate && { forwardsClientCertificate: false }),
  });
  const web = site.server('s1').appServer('web', { listens: http({ port: 8080 }) });
  const db = site.server('s2').database('db', { engine: 'mysql', listens: mysql() });
  const visitor = site.user('visitor');
  visitor.visits(lb);
  lb.balances(web);
  web.writes(db);
  return { site, lb, web, db, visitor };
}

test('every line says protocol, port and encryption, and plaintext behind an end of TLS stands out', () => {
  const scene = sceneOf(shop().site, 'transport');
  expect(linesOf(scene)).toEqual([
    'visitor → lb: HTTPS 443 · TLS ≥ 1.2 [encrypted]',
    'lb → web: HTTP 8080 · plaintext [decrypted]',
    'web → db: MySQL 3306 · not stated [unknown]',
  ]);
  expect(scene.bundles.map(({ lock }) => lock)).toEqual(['closed', 'open', 'question']);
  expect(scene.bundles[1]!.description).toContain('behind an end of TLS');
  expect(scene.direction).toBe('LR');
});

test('what ends TLS says so, with its certificate and the last day of that', () => {
  const scene = sceneOf(shop().site, 'transport');
  const [lb] = boxesNamed(scene, 'lb');
  expect(lb).toMatchObject({
    detail: 'HAProxy 3.2',
    facts: ['shop.example until 2027-01-31'],
    pill: { sort: 'ends TLS', text: 'ends TLS' },
  });
  expect(lb!.description).toContain('TLS ends at it: certificate shop.example, valid until 2027-01-31.');
  expect(lb!.description).toContain('What it decrypted goes on in plaintext.');
  expect(boxesNamed(scene, 'web')[0]!.pill).toBeUndefined();
  expect(scene.subtitle).toBe(
    'TLS ends at 1 element; behind it requests go on in plaintext; of 1 hop the encryption is not stated.',
  );
});

test('a certificate that is not stated is told as that, and a last day too', () => {
  const site = architecture('shop');
  const web = site.webServer('web', { listens: https(site.certificate('shop.example')) });
  site.user('visitor').visits(web);
  expect(boxesNamed(sceneOf(site, 'transport'), 'web')[0]!.facts).toEqual(['shop.example · end not stated']);
  const model = build(site)[0]!;
  const elements = model.elements.map((element) => {
    return element.kind === 'webServer'
      ? { ...element, listeners: [{ name: '', protocol: 'https', tls: {} } as const] }
      : element;
  });
  const { format, version, name, facts, flows, pools, clusters, journeys, waivers } = model;
  const untold = createGraph({ format, version, name, facts, elements, flows, pools, clusters, journeys, waivers });
  expect(boxesNamed(sceneOfModel(untold, 'transport'), 'web')[0]!.facts).toEqual(['certificate not stated']);
});

test('a client certificate that is lost is told where it is lost', () => {
  const scene = sceneOf(shop({ clientCertificate: true }).site, 'transport');
  expect(linesOf(scene)[0]).toBe('visitor → lb: HTTPS 443 · mutual TLS ≥ 1.2 [encrypted]');
  expect(boxesNamed(scene, 'lb')[0]!.facts).toContain('client certificate lost here');
  expect(scene.subtitle).toContain("the client's certificate is lost at lb");
});

test('only what requests of users come to is in it', () => {
  const { site, lb } = shop();
  const metrics = site.monitoringService('metrics');
  metrics.watches(lb);
  site.webServer('forgotten').forwards(site.appServer('also forgotten'));
  lb.firewall('wall', { incoming: 'deny' });
  const scene = sceneOf(site, 'transport');
  expect(scene.boxes.map(({ name }) => name)).toEqual(['lb', 'web', 'db', 'visitor']);
  expect(scene.boxes.some(({ guarded }) => guarded)).toBe(false);
});

test('without users, or with users that ask for nothing, the picture says so', () => {
  const site = architecture('shop');
  site.webServer('web');
  expect(sceneOf(site, 'transport')).toMatchObject({
    boxes: [],
    subtitle: 'The model names no users: there is no request to follow.',
  });
  site.user('visitor');
  expect(sceneOf(site, 'transport')).toMatchObject({
    boxes: [],
    subtitle: 'No user in the model asks for anything: there is no request to follow.',
  });
});
