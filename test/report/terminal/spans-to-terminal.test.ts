import { architecture, each, http, https, mysql } from 'stanchion';
import { analysesOf } from '../../../src/analyses/analyses-of.js';
import { createGraph } from '../../../src/graph/create-graph.js';
import type { Explained } from '../../../src/report/explained.js';
import { cellsOf } from '../../../src/report/terminal/cells.js';
import { spansToTerminal } from '../../../src/report/terminal/spans-to-terminal.js';
import { build } from '../../support/build.js';
import webShop from '../cases/web-shop.js';
import { hostileName } from '../support.js';

const plain = { colour: false, width: 100, sourceLines: () => undefined };
const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

function explained(site: unknown): Explained {
  const [document] = build(site);
  if (document === undefined) throw new Error('no model was built');
  const model = createGraph(document);
  return { model, analyses: analysesOf(model) };
}

describe('spansToTerminal', () => {
  test('tells the way hop by hop, the spans in one line each, and the certificates', async () => {
    const text = (await spansToTerminal([explained(webShop)], plain)).replace(/\s+/g, ' ');
    expect(text).toContain('From visitor to mysql on server-1 →');
    expect(text).toContain('haproxy to nginx on server-1: HTTP, plaintext');
    expect(text).toContain('• TLS 1.2 or newer from visitor to haproxy, 1 hop, carries personal');
    expect(text).toContain('• plaintext from haproxy to nginx on server-1 and server-2, 1 hop, carries personal');
    expect(text).toContain('CERTIFICATES 1 • shop.example: valid until 2026-12-01; shown by haproxy; key: haproxy;');
  });

  test('says everything without colour that it says with it', async () => {
    const withColour = await spansToTerminal([explained(webShop)], { ...plain, colour: true });
    expect(withColour).toMatch(escapes);
    expect(withColour.replace(escapes, '')).toBe(await spansToTerminal([explained(webShop)], plain));
  });

  test.each([40, 60, 80, 110])('keeps within %i columns', async (width) => {
    const lines = (await spansToTerminal([explained(webShop)], { ...plain, width })).split('\n');
    expect(lines.filter((line) => cellsOf(line) > width)).toEqual([]);
  });

  test('is short on a big model', async () => {
    const site = architecture('big');
    const servers = site.servers(40, 'server', (server) => server.appServer('app', { listens: http() }));
    for (const [index, app] of servers.entries()) {
      site.user(`user ${index}`).visits(app);
      app.writes(site.database(`db ${index}`, { engine: 'mysql', listens: mysql({ tls: false }) }));
      site.certificate(`certificate ${index}`, { names: [`${index}.example`] });
    }
    const text = await spansToTerminal([explained(site)], plain);
    expect(text.split('\n').length).toBeLessThan(120);
    expect(text).toContain('… and 32 more ways; --json lists them all.');
    expect(text).toContain('… and 28 more certificates; --json lists them all.');
  });

  test('tells a key on several instances of one server', async () => {
    const site = architecture('shop');
    const certificate = site.certificate('shop', { names: ['www.shop.example'] });
    site.server('farm', { instances: 3 }).webServer('web', { listens: https(certificate) });
    const text = (await spansToTerminal([explained(site)], plain)).replace(/\s+/g, ' ');
    expect(text).toContain('key: one key on several hosts: farm');
  });

  test('tells shared keys and names that a certificate is not for', async () => {
    const site = architecture('shop');
    const certificate = site.certificate('shop', { names: ['www.shop.example'], selfSigned: true });
    const webs = site.servers(2, 'server', (server) => server.webServer('web', { listens: https(certificate) }));
    const zone = site.dns('shop.example');
    zone.record('A', 'www', webs);
    zone.record('A', 'mail', webs);
    each(webs).forwards(site.appServer('app'));
    const text = (await spansToTerminal([explained(site)], plain)).replace(/\s+/g, ' ');
    expect(text).toContain('when it runs out is not told; self-signed; shown by web on server-1 and server-2');
    expect(text).toContain('key: one key on 2 hosts: server-1 and server-2');
    expect(text).toContain('names: www.shop.example; not for mail.shop.example');
    expect(text).toContain('The model shows no way from a user to a store.');
  });

  test('lets no name move the cursor or turn the writing', async () => {
    const name = hostileName.replace('\u001b', '').replaceAll('/', '');
    const site = architecture(name);
    const web = site.appServer(name, { listens: http() });
    site.user('visitor').visits(web);
    web.writes(site.database(`${name} db`));
    const text = await spansToTerminal([explained(site)], plain);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('takes no models', async () => {
    expect(await spansToTerminal([], plain)).toBe('');
  });
});
