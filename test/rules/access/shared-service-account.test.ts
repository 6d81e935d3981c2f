import { type Authentication, architecture, type Environment } from '../../../src/index.js';
import rule from '../../../src/rules/access/shared-service-account.js';
import { testRule } from '../../../src/testing.js';

interface Given {
  readonly shop?: string;
  readonly stock?: string;
  readonly by?: Authentication;
  readonly environment?: Environment;
}

/** Two services that use one database. */
function two({ shop, stock, by, environment = 'production' }: Given) {
  const site = architecture('shop', { environment });
  const names = new Set([shop, stock].flatMap((name) => name ?? []));
  const accounts = new Map([...names].map((name) => [name, site.account(name)] as const));
  const facts = (name: string | undefined) => {
    const account = accounts.get(name ?? '');
    return { ...(by && { authenticatedBy: by }), ...(account && { as: account }) };
  };
  const orders = site.database('orders');
  for (const app of site.servers(2, 'server', (server) => server.appServer('shop'))) app.writes(orders, facts(shop));
  site.worker('stock').reads(orders, facts(stock));
  return site;
}

function alone(how: 'tier' | 'untold' | 'cluster' | 'unused') {
  const site = architecture('shop');
  const orders = site.database('orders');
  const account = site.account('orders');
  const apps = site.servers(2, 'server', (server) => server.appServer('shop'));
  if (how === 'tier') for (const app of apps) app.writes(orders, { as: account });
  if (how === 'untold') for (const app of apps) app.writes(orders);
  if (how === 'cluster') {
    apps[0]!.writes(orders, { as: account });
    site.cluster('shops', apps).reads(orders, { as: account });
  }
  return site;
}

function services() {
  const site = architecture('shop');
  const other = site.appServer('other');
  site.appServer('app').calls(other);
  site.worker('worker').calls(other);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'one each', model: two({ shop: 'one', stock: 'two' }) },
    { name: 'instances of one service', model: alone('tier') },
    { name: 'a group and its member', model: alone('cluster') },
    { name: 'one service alone, untold', model: alone('untold') },
    { name: 'used by nobody', model: alone('unused') },
    ...(['none', 'network address', 'client certificate', 'iam role'] as const).map((by) => ({
      name: `nobody shares it: ${by}`,
      model: two({ by }),
    })),
    { name: 'untold outside of production', model: two({ environment: 'test' }) },
    { name: 'untold between services', model: services() },
  ],
  invalid: [
    {
      name: 'one for two services',
      model: two({ shop: 'one', stock: 'one' }),
      findings: [
        {
          at: 'account/one',
          severity: 'medium',
          message: 'One account, one, serves shop on server-1 and stock.',
          evidence: ['server-1/shop writes orders', 'server-2/shop writes orders', 'stock reads orders'],
        },
      ],
    },
  ],
  cannotTell: [
    { name: 'both untold', model: two({}), missing: ['as'] },
    ...(['password', 'api key', 'token', 'unspecified'] as const).map((by) => ({
      name: `untold with ${by}`,
      model: two({ by }),
      missing: ['as'],
    })),
    { name: 'one untold', model: two({ shop: 'one', by: 'password' }), missing: ['as'] },
  ],
});
