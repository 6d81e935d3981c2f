import { audit } from '../../../src/audit/audit.js';
import { anyone, architecture, http, type Ports, postgresql, ssh } from '../../../src/index.js';
import rule from '../../../src/rules/network/db-internet-reachable.js';
import { testRule } from '../../../src/testing.js';
import { build } from '../../support/build.js';

type Rules = 'none' | 'orders' | 'app' | 'server' | 'block';

/** A database on each server behind a firewall of its own, with one rule. */
function guarded(rules: Rules, servers = 1, incoming?: 'deny' | 'filtered' | 'allow') {
  const site = architecture('shop');
  const app = site.appServer('app');
  site.servers(servers, 'server', (server) => {
    const orders = server.database('orders', { listens: { data: postgresql(), shell: ssh() } });
    const wall = server.firewall('wall', incoming ? { incoming } : {});
    if (rules === 'orders') wall.allows(anyone, orders.at.data);
    if (rules === 'app') wall.allows(app, orders.at.data);
    if (rules === 'server') wall.allows(anyone, server);
    if (rules === 'block') wall.allows('203.0.113.0/24', orders.at.data);
    if (incoming === 'deny') wall.allows(anyone, orders.at.shell);
  });
  return site;
}

/** Of the database no listener is told. */
function untold(rules: 'server' | 'orders', ports: Ports) {
  const site = architecture('shop');
  const server = site.server('server');
  server.webServer('web', { listens: http() });
  const orders = server.cache('orders');
  const wall = server.firewall('wall', { incoming: 'deny' });
  if (rules === 'server') wall.allows(anyone, server, { ports });
  else wall.allows(anyone, orders, { ports });
  return site;
}

/** Two statements open two ways to one store. */
function twice(first: 'data' | 'replica', second: 'data' | 'replica') {
  const site = architecture('shop');
  const orders = site.database('orders', { listens: { data: postgresql(), replica: postgresql({ port: 5433 }) } });
  const wall = orders.firewall('wall', { incoming: 'deny' });
  for (const listener of new Set([first, second])) wall.allows(anyone, orders.at[listener]);
  return site;
}

/** Two halves of the internet, which only together are all of it. */
function halves() {
  const site = architecture('shop');
  const orders = site.queue('orders', { listens: postgresql() });
  const wall = orders.firewall('wall', { incoming: 'deny' });
  wall.allows('0.0.0.0/1', orders);
  wall.allows('128.0.0.0/1', orders);
  return site;
}

function pictures() {
  const site = architecture('shop');
  const store = site.objectStore('pictures', { listens: http() });
  store.firewall('wall', { incoming: 'deny' }).allows(anyone, store);
  return site;
}

const bare = (complete: boolean) => {
  const site = architecture('shop', complete ? { complete: ['firewalls'] } : {});
  site.database('orders', { listens: postgresql() });
  return site;
};

testRule(rule, {
  valid: [
    { name: 'no store', model: architecture('shop') },
    { name: 'a firewall that keeps out; its shell is another rule’s', model: guarded('none', 1, 'deny') },
    { name: 'only the application', model: guarded('app', 1, 'deny') },
    { name: 'only a block of the internet', model: guarded('block', 1, 'deny') },
    { name: 'the default of the firewall is another rule’s', model: guarded('none', 1, 'allow') },
    { name: 'a rule for every port is another rule’s', model: guarded('server', 1, 'deny') },
    { name: 'no firewall at all is another rule’s', model: bare(true) },
    { name: 'an object store', model: pictures() },
  ],
  invalid: [
    {
      name: 'a rule for anyone',
      model: guarded('orders', 1, 'deny'),
      findings: [
        {
          at: 'server-1/orders',
          severity: 'critical',
          message: 'Rule 1 of wall lets the internet in to orders.',
          evidence: ['server-1/wall'],
        },
      ],
    },
    {
      name: 'on servers alike it is one finding',
      model: guarded('orders', 2, 'deny'),
      findings: [
        {
          at: ['server-1/orders', 'server-2/orders'],
          message: 'Rule 1 of wall on server-1 and server-2 lets the internet in to orders on server-1 and server-2.',
        },
      ],
    },
    {
      name: 'two statements for one store are two findings',
      model: twice('data', 'replica'),
      findings: [
        { at: 'orders', message: 'Rule 1 of wall lets the internet in to orders.' },
        { at: 'orders', message: 'Rule 2 of wall lets the internet in to orders.' },
      ],
    },
    {
      name: 'by several rules together',
      model: halves(),
      findings: [{ at: 'orders', message: 'wall lets the internet in to orders.' }],
    },
    {
      name: 'a rule for the store, whatever it listens to',
      model: untold('orders', 6379),
      findings: [{ at: 'server/orders' }],
    },
  ],
  cannotTell: [
    { name: 'no firewall is told', model: bare(false), missing: ['complete: firewalls'] },
    { name: 'rules are not told', model: guarded('none', 1, 'filtered'), missing: ['filtered'] },
    { name: 'the default is not told', model: guarded('none'), missing: ['incoming'] },
    { name: 'a port of the machine, and no listener', model: untold('server', 443), missing: ['listens'] },
  ],
});

const printsOf = (site: object) =>
  audit(build(site)[0]!, { today: '2026-11-21', rules: [rule] }).findings.map(({ fingerprint }) => fingerprint);

test('is the same finding whatever the number of the rule, and another for another way in', () => {
  expect(printsOf(twice('replica', 'data')).sort()).toEqual(printsOf(twice('data', 'replica')).sort());
  expect(printsOf(twice('data', 'data'))).not.toEqual(printsOf(twice('replica', 'replica')));
});

const fixOf = (site: object) => audit(build(site)[0]!, { today: '2026-11-21', rules: [rule] }).findings[0]?.fix;

test('takes away the statement that leads to stores alone', () => {
  const statement = { remove: expect.objectContaining({ file: expect.stringContaining('db-internet-reachable') }) };
  expect(fixOf(guarded('orders', 2, 'deny'))).toEqual([statement]);
  expect(fixOf(halves())).toBeUndefined();
});

/** What is left to come in: an application that writes, and one that another rule lets in. */
function used(order: 'allow' | 'deny') {
  const site = architecture('shop');
  const [app, report] = [site.appServer('app'), site.worker('report')];
  const orders = site.database('orders', { listens: postgresql() });
  const wall = orders.firewall('wall', { incoming: 'deny' });
  wall.allows(anyone, orders);
  if (order === 'deny') wall.denies('203.0.113.0/24', orders);
  wall.allows(report, orders);
  app.writes(orders);
  report.reads(orders);
  return site;
}

test('lets in by name what the model has come in, and no other rule allows', () => {
  expect(fixOf(used('allow'))).toEqual([
    { on: { element: 'orders/wall' }, call: 'allows', args: [{ $element: 'app' }, { $element: 'orders' }] },
    { remove: expect.anything() },
  ]);
  expect(fixOf(used('deny'))).toBeUndefined();
});
