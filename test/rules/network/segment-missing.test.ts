import { audit } from '../../../src/audit/audit.js';
import { anyone, architecture, http, type PacketPolicy } from '../../../src/index.js';
import rule from '../../../src/rules/network/segment-missing.js';
import { testRule } from '../../../src/testing.js';
import { build } from '../../support/build.js';

interface Wanted {
  /** The firewall of the store's own server. */
  readonly own?: PacketPolicy;
  readonly visited?: boolean | 'administered';
  readonly sameServer?: boolean;
  readonly stores?: number;
  readonly environment?: 'development';
  readonly blocked?: boolean;
}

/** A web server and stores, each on a server, in one zone. */
function shared({ own, visited = true, sameServer, stores = 1, environment, blocked }: Wanted = {}) {
  const site = architecture('shop', environment ? { environment } : {});
  const zone = site.zone('net');
  const front = zone.server('front');
  const web = front.webServer('web', { listens: http() });
  const wall = zone.firewall('wall', { incoming: 'deny' });
  if (!blocked) wall.allows(anyone, web);
  if (visited === true) site.user('visitor').visits(web);
  if (visited === 'administered') site.user('visitor').administers(web);
  for (let number = 1; number <= stores; number += 1) {
    const server = sameServer ? front : zone.server(`data ${number}`);
    server.database(`orders ${number}`);
    if (own) server.firewall('own', { incoming: own });
  }
  return site;
}

function apart() {
  const site = architecture('shop');
  site.user('visitor').visits(site.zone('front').webServer('web'));
  site.zone('data').secretStore('vault');
  return site;
}

interface Within {
  readonly complete?: boolean;
  readonly open?: boolean;
  readonly firewall?: PacketPolicy;
  readonly own?: boolean;
}

/** A zone with a store within the zone of a web server. */
function within({ complete, open, firewall, own }: Within = {}) {
  const site = architecture('shop', complete ? { complete: ['firewalls'] } : {});
  const front = site.zone('front');
  const web = front.webServer('web');
  front.firewall('edge', { incoming: 'deny' }).allows(anyone, web);
  site.user('visitor').visits(web);
  const data = front.zone('data', open ? { open } : {});
  if (firewall) data.firewall('wall', { incoming: firewall });
  const vault = data.secretStore('vault');
  if (own) vault.firewall('own', { incoming: 'deny' });
  return site;
}

function withoutZones(places: boolean, own = false) {
  const site = architecture('shop');
  site.user('visitor').visits(places ? site.server('front').webServer('web') : site.webServer('web'));
  const store = places ? site.server('back').cache('cache') : site.cache('cache');
  if (own) store.firewall('own', { incoming: 'deny' });
  return site;
}

function pictures() {
  const site = architecture('shop');
  const zone = site.zone('net');
  site.user('visitor').visits(zone.objectStore('pictures'));
  zone.database('orders');
  return site;
}

testRule(rule, {
  valid: [
    { name: 'nothing there', model: architecture('shop') },
    { name: 'zones of their own', model: apart() },
    { name: 'a zone within, behind a firewall', model: within({ firewall: 'deny', complete: true }) },
    { name: 'a zone within, and a firewall of the store’s own', model: within({ complete: true, own: true }) },
    { name: 'the server of the store has a firewall', model: shared({ own: 'deny' }) },
    { name: 'one whose rules are not told', model: shared({ own: 'filtered' }) },
    { name: 'nobody comes in', model: shared({ visited: false }) },
    { name: 'only to administer', model: shared({ visited: 'administered' }) },
    { name: 'the internet is kept out', model: shared({ blocked: true }) },
    { name: 'roles on one server are another rule’s', model: shared({ sameServer: true }) },
    { name: 'not in production', model: shared({ environment: 'development' }) },
    { name: 'pictures that browsers fetch', model: pictures() },
    { name: 'a model without places', model: withoutZones(false) },
    { name: 'a firewall of its own, and no zones', model: withoutZones(true, true) },
  ],
  invalid: [
    {
      name: 'a database beside a web server',
      model: shared(),
      findings: [
        {
          at: 'net/data 1/orders 1',
          severity: 'high',
          message: 'orders 1 stands in net beside web, and no firewall is in between.',
          evidence: ['net', 'net/front/web'],
        },
      ],
    },
    {
      name: 'one finding a zone',
      model: shared({ stores: 2 }),
      findings: [
        {
          at: ['net/data 1/orders 1', 'net/data 2/orders 2'],
          message: 'orders 1 and orders 2 stand in net beside web, and no firewall is in between.',
        },
      ],
    },
    {
      name: 'a zone within that has no firewall is no border',
      model: within({ complete: true }),
      findings: [
        {
          at: 'front/data/vault',
          message: 'vault stands in front beside web, and no firewall is in between.',
          evidence: ['front', 'front/web'],
        },
      ],
    },
    { name: 'an open zone within', model: within({ open: true }), findings: [{ at: 'front/data/vault' }] },
    { name: 'a zone within that lets all in', model: within({ firewall: 'allow' }), findings: [{}] },
    { name: 'a firewall that lets all in is none', model: shared({ own: 'allow' }), findings: [{}] },
  ],
  cannotTell: [
    { name: 'servers, and no zones', model: withoutZones(true), missing: ['zone'] },
    { name: 'a zone within, its firewall not told', model: within(), missing: ['complete: firewalls'] },
  ],
});

test('is another finding when another store comes to stand there', () => {
  const printOf = (stores: number) =>
    audit(build(shared({ stores }))[0]!, { today: '2026-11-21', rules: [rule] }).findings[0]!.fingerprint;
  expect(printOf(1)).toBe(printOf(1));
  expect(printOf(2)).not.toBe(printOf(1));
});
