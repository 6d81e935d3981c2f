import { audit } from '../../../src/audit/audit.js';
import { anyone, architecture, postgresql } from '../../../src/index.js';
import rule from '../../../src/rules/network/public-ip-internal-role.js';
import { testRule } from '../../../src/testing.js';
import { build } from '../../support/build.js';

interface Wanted {
  readonly publicAddress?: boolean | string;
  readonly servers?: number;
  /** Whom the firewall lets in. */
  readonly from?: 'app' | 'anyone';
}

function database({ publicAddress, servers = 1, from = 'app' }: Wanted) {
  const site = architecture('shop');
  const app = site.appServer('app');
  site.servers(servers, 'server', (server) => {
    const facts = publicAddress === undefined ? {} : { publicAddress };
    const orders = server.database('orders', { listens: postgresql(), ...facts });
    orders.firewall('wall', { incoming: 'deny' }).allows(from === 'app' ? app : anyone, orders);
  });
  return site;
}

type Use = 'visited' | 'named' | 'not told' | 'none';

function application(use: Use) {
  const site = architecture('shop', use === 'none' ? { complete: ['flows'] } : {});
  const app = site.appServer('app', { publicAddress: true });
  if (use === 'visited') site.user('visitor').visits(app);
  if (use === 'named') site.dns('shop.example').record('A', 'www', app);
  return site;
}

function others() {
  const site = architecture('shop', { complete: ['flows'] });
  site.webServer('web', { publicAddress: true });
  site.objectStore('pictures', { publicAddress: true });
  return site;
}

interface Carrying {
  readonly publicAddress?: boolean;
  readonly beside?: 'web' | 'agent' | 'own address';
  readonly from?: typeof anyone;
  readonly use?: 'administered' | 'named' | 'translates';
  readonly empty?: boolean;
  readonly servers?: number;
}

/** Servers that have a database. */
function carrying({ publicAddress = true, beside, from, use, empty, servers = 1 }: Carrying = {}) {
  const site = architecture('shop');
  const app = site.appServer('app');
  const translates = use === 'translates' ? { translates: [{ from: '10.0.0.0/8', to: '203.0.113.7' }] } : {};
  site.servers(
    servers,
    'server',
    (server) => {
      const wall = server.firewall('wall', { incoming: 'deny' });
      if (empty) return;
      const own = beside === 'own address' ? { publicAddress: true } : {};
      const orders = server.database('orders', { listens: postgresql(), ...own });
      wall.allows(from ?? app, orders);
      if (beside === 'web') server.webServer('web');
      if (beside === 'agent') server.agent('agent');
      if (use === 'administered') site.user('administrator').administers(server);
      if (use === 'named') site.dns('shop.example').record('A', 'db', orders);
    },
    { publicAddress, ...translates },
  );
  return site;
}

testRule(rule, {
  valid: [
    { name: 'no address is told', model: database({}) },
    { name: 'none', model: database({ publicAddress: false }) },
    { name: 'what lets packets in is another rule’s', model: database({ publicAddress: true, from: 'anyone' }) },
    { name: 'an application that people use', model: application('visited') },
    { name: 'an application with a name', model: application('named') },
    { name: 'a web server, an object store', model: others() },
    { name: 'a server without one', model: carrying({ publicAddress: false }) },
    { name: 'a server with something for the outside', model: carrying({ beside: 'web' }) },
    { name: 'a server of which nothing is told', model: carrying({ empty: true }) },
    { name: 'a server that somebody comes to', model: carrying({ use: 'administered' }) },
    { name: 'a server with a name', model: carrying({ use: 'named' }) },
    { name: 'a server that lends others its address', model: carrying({ use: 'translates' }) },
    { name: 'what lets packets in to a server is another rule’s', model: carrying({ from: anyone }) },
  ],
  invalid: [
    {
      name: 'a database',
      model: database({ publicAddress: true }),
      findings: [
        {
          at: 'server-1/orders',
          severity: 'high',
          message: 'orders has a public address, and nobody outside uses it.',
        },
      ],
    },
    {
      name: 'databases alike, their addresses told',
      model: database({ publicAddress: '203.0.113.7', servers: 2 }),
      findings: [
        {
          at: ['server-1/orders', 'server-2/orders'],
          message: 'orders on server-1 and server-2 have public addresses, and nobody outside uses them.',
        },
      ],
    },
    {
      name: 'a server that carries only a database',
      model: carrying({ beside: 'agent' }),
      findings: [
        {
          at: 'server-1',
          severity: 'high',
          message: 'server-1 has a public address, and carries only what the inside uses.',
          evidence: ['server-1/orders'],
        },
      ],
    },
    {
      name: 'servers alike',
      model: carrying({ servers: 2 }),
      findings: [
        {
          at: ['server-1', 'server-2'],
          message: 'server-1 and server-2 have public addresses, and carry only what the inside uses.',
        },
      ],
    },
    {
      name: 'what says of its own address speaks for itself',
      model: carrying({ beside: 'own address' }),
      findings: [{ at: 'server-1/orders' }],
    },
    { name: 'an application that nobody outside uses', model: application('none'), findings: [{ at: 'app' }] },
  ],
  cannotTell: [
    { name: 'an application of which no user is told', model: application('not told'), missing: ['complete: flows'] },
  ],
});

const fixOf = (site: object) => audit(build(site)[0]!, { today: '2026-11-21', rules: [rule] }).findings[0]?.fix;

test('proposes that it has none', () => {
  expect(fixOf(database({ publicAddress: true }))).toEqual([
    { on: { element: 'server-1/orders' }, set: { publicAddress: false } },
  ]);
});
