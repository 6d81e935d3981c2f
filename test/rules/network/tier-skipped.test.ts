import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/network/tier-skipped.js';
import { testRule } from '../../../src/testing.js';

interface Wanted {
  readonly visited?: boolean | 'administered';
  readonly to?: 'database' | 'cache' | 'application';
  readonly servers?: number;
  /** A proxy before it. */
  readonly before?: 'cdn' | 'app';
  readonly grouped?: boolean;
}

function balanced({ visited = true, to = 'database', servers = 1, before, grouped }: Wanted = {}) {
  const site = architecture('shop');
  const balancers = site.servers(servers, 'edge', (server) => server.loadBalancer('balancer'));
  const group = grouped ? site.cluster('balancers', balancers) : undefined;
  const orders = site.database('orders');
  for (const one of group ? [group] : balancers) {
    if (to === 'database') one.balances(orders);
    if (to === 'cache') one.balances(site.cache('cache'));
    if (to === 'application') one.balances(site.appServer('app'));
  }
  const visitor = site.user('visitor');
  if (before === 'cdn') {
    const edge = site.cdn('edge');
    visitor.visits(edge);
    edge.forwards(balancers);
  } else if (before === 'app') {
    const app = site.appServer('front');
    visitor.visits(app);
    app.calls(balancers);
  } else if (visited === true) visitor.visits(group ?? balancers);
  else if (visited) visitor.administers(balancers[0]!);
  return site;
}

/** Two behind one address, made one by one. */
function pair() {
  const site = architecture('shop');
  const orders = site.database('orders');
  const group = site.cluster('balancers', [site.loadBalancer('left'), site.loadBalancer('right')]);
  site.user('visitor').visits(group);
  group.balances(orders);
  return site;
}

/** Of two alike, only the first goes past the application. */
function oneOfTwo() {
  const site = architecture('shop');
  const app = site.appServer('app');
  const balancers = site.servers(2, 'edge', (server) => server.loadBalancer('balancer'));
  site.user('visitor').visits(balancers);
  for (const one of balancers) one.balances(app);
  balancers[0].balances(site.database('orders'));
  return site;
}

/** An application is visited, and asks the database. */
function visitedApplication() {
  const site = architecture('shop');
  const app = site.appServer('app');
  site.user('visitor').visits(app);
  app.writes(site.database('orders'));
  return site;
}

function visitedAndAdministered() {
  const site = architecture('shop');
  const balancer = site.loadBalancer('balancer');
  site.user('visitor').visits(balancer);
  site.user('operator').administers(balancer);
  balancer.balances(site.database('orders'));
  return site;
}

/** What it is for does not matter where it asks no database. */
function componentAlone() {
  const site = architecture('shop');
  site.user('visitor').visits(site.component('thing'));
  return site;
}

function component(role?: string) {
  const site = architecture('shop');
  const thing = site.component('thing', role ? { role } : {});
  site.user('visitor').visits(thing);
  thing.writes(site.database('orders'));
  return site;
}

const balancer = { at: 'edge-1/balancer', severity: 'medium' } as const;

testRule(rule, {
  valid: [
    { name: 'nothing there', model: architecture('shop') },
    { name: 'an application between', model: balanced({ to: 'application' }) },
    { name: 'a cache', model: balanced({ to: 'cache' }) },
    { name: 'a balancer between an application and its databases', model: balanced({ before: 'app' }) },
    { name: 'nobody comes in', model: balanced({ visited: false }) },
    { name: 'only to administer', model: balanced({ visited: 'administered' }) },
    { name: 'an application that is visited', model: visitedApplication() },
    { name: 'a component that asks no database', model: componentAlone() },
    { name: 'a component with a role', model: component('application') },
    { name: 'a component whose role only sounds alike', model: component('approximation of balancers') },
  ],
  invalid: [
    {
      name: 'a balancer hands on to a database',
      model: balanced(),
      findings: [
        {
          ...balancer,
          message: 'balancer hands requests from outside straight to orders.',
          evidence: ['edge-1/balancer balances orders'],
        },
      ],
    },
    { name: 'behind a CDN', model: balanced({ before: 'cdn' }), findings: [balancer] },
    {
      name: 'alike ones are one finding',
      model: balanced({ servers: 2 }),
      findings: [
        {
          at: ['edge-1/balancer', 'edge-2/balancer'],
          message: 'balancer on edge-1 and edge-2 hand requests from outside straight to orders.',
        },
      ],
    },
    {
      name: 'members of one group are one finding',
      model: pair(),
      findings: [
        {
          at: ['left', 'right'],
          message: 'left and right hand requests from outside straight to orders.',
          evidence: ['cluster/balancers balances orders'],
        },
      ],
    },
    { name: 'administered as well', model: visitedAndAdministered(), findings: [{ at: 'balancer' }] },
    ...['web server', 'webserver', 'Reverse proxy', 'load balancer', 'balancer of the edge'].map((role) => ({
      name: `a component that is a ${role}`,
      model: component(role),
      findings: [{ at: 'thing', message: 'thing hands requests from outside straight to orders.' }],
    })),
    {
      name: 'one of two alike',
      model: oneOfTwo(),
      findings: [{ ...balancer, message: /^balancer on edge-1 hands/ }],
    },
    {
      name: 'a group',
      model: balanced({ servers: 2, grouped: true }),
      findings: [{ at: ['edge-1/balancer', 'edge-2/balancer'] }],
    },
  ],
  cannotTell: [{ name: 'a component without a role', model: component(), missing: ['role'] }],
});
