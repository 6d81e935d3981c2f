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

testRule(rule, {
  valid: [
    { name: 'no address is told', model: database({}) },
    { name: 'none', model: database({ publicAddress: false }) },
    { name: 'what lets packets in is another rule’s', model: database({ publicAddress: true, from: 'anyone' }) },
    { name: 'an application that people use', model: application('visited') },
    { name: 'an application with a name', model: application('named') },
    { name: 'a web server, an object store', model: others() },
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
