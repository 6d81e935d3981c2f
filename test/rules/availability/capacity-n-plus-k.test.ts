import { architecture, each, pool } from '../../../src/index.js';
import rule from '../../../src/rules/availability/capacity-n-plus-k.js';
import { testRule } from '../../../src/testing.js';

type Capacity = number | undefined;

const takes = (requestsPerSecond: Capacity) =>
  requestsPerSecond === undefined ? {} : { capacity: { requestsPerSecond } };

/** Members behind one load balancer. */
function shop(demand: number | undefined, capacities: readonly Capacity[], environment?: 'test') {
  const site = architecture('shop', environment ? { environment } : {});
  const lb = site.loadBalancer('lb');
  const apps = capacities.map((capacity, index) => site.appServer(`app-${index}`, takes(capacity)));
  site.user('visitor').visits(lb, demand === undefined ? {} : { requestsPerSecond: demand });
  lb.balances(each(apps));
  return site;
}

/** Two balancers that share the same members. */
function twoBalancers(demand: number) {
  const site = architecture('shop');
  const apps = ['a', 'b', 'c'].map((name) => site.appServer(name, takes(100)));
  for (const name of ['lb-1', 'lb-2']) {
    const lb = site.loadBalancer(name);
    site.user(`visitor of ${name}`).visits(lb, { requestsPerSecond: demand });
    lb.balances(each(apps));
  }
  return site;
}

function instances(demand: number, count: number | { readonly min: number; readonly max: number }) {
  const site = architecture('shop');
  const app = site.appServer('app', { ...takes(100), instances: count });
  site.user('visitor').visits(app, { requestsPerSecond: demand });
  return site;
}

/** Instances of a member are the group's. */
function instancesInGroup(demand: number) {
  const site = architecture('shop');
  const lb = site.loadBalancer('lb');
  const apps = ['a', 'b'].map((name) => site.appServer(name, { ...takes(100), instances: 2 }));
  site.user('visitor').visits(lb, { requestsPerSecond: demand });
  lb.balances(each(apps));
  return site;
}

function failingOver(demand: number, standby: Capacity, failover: 'none' | 'automatic') {
  const site = architecture('shop');
  const members = [site.appServer('first', takes(100)), site.appServer('second', takes(standby))];
  const group = site.cluster('apps', members, {
    mode: 'active-passive',
    failover: failover === 'none' ? 'none' : { by: site.coordinator('witness') },
  });
  site.user('visitor').visits(group, { requestsPerSecond: demand });
  return site;
}

function weighted() {
  const site = architecture('shop');
  const lb = site.loadBalancer('lb');
  const apps = [site.appServer('small', takes(20)), site.appServer('large', takes(200))];
  site.user('visitor').visits(lb, { requestsPerSecond: 100 });
  lb.balances(pool(apps, { weights: [1, 1] }));
  return site;
}

function alsoAsked(capacity: number) {
  const site = architecture('shop');
  const lb = site.loadBalancer('lb');
  const apps = ['a', 'b'].map((name) => site.appServer(name, takes(capacity)));
  site.user('visitor').visits(lb, { requestsPerSecond: 100 });
  lb.balances(each(apps));
  site.scheduledJob('job').calls(lb);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'no demand is told', model: shop(undefined, [100, 100]) },
    { name: 'one can be lost', model: shop(200, [100, 100, 100]) },
    { name: 'what is full already is told elsewhere', model: shop(301, [100, 100, 100]) },
    { name: 'a member that is full is told elsewhere', model: weighted() },
    { name: 'not in production', model: shop(250, [100, 100, 100], 'test') },
    { name: 'one alone is a single point', model: shop(90, [100]) },
    { name: 'instances enough', model: instances(200, 3) },
    { name: 'a controller that adds some is already adding', model: instances(250, { min: 2, max: 9 }) },
    { name: 'the second takes as much', model: failingOver(90, 90, 'automatic') },
    { name: 'nothing takes over: a single point', model: failingOver(90, 90, 'none') },
    { name: 'two balancers', model: twoBalancers(100) },
  ],
  invalid: [
    {
      name: 'one cannot be lost',
      model: shop(201, [100, 100, 100]),
      findings: [
        {
          at: ['app-0', 'app-1', 'app-2'],
          severity: 'high',
          message: 'After the loss of one of app-0, app-1 and app-2, the rest takes 200 of 201 requests per second.',
        },
      ],
    },
    {
      name: 'exactly full, and none can be lost',
      model: shop(300, [100, 100, 100]),
      findings: [{ message: /takes 200 of 300/ }],
    },
    {
      name: 'the largest is lost',
      model: shop(210, [100, 150, 100]),
      findings: [{ message: /^After the loss of the largest of .* takes 200 of 210 / }],
    },
    {
      name: 'two are lost',
      model: shop(200, [100, 100, 100]),
      options: { k: 2 },
      findings: [{ message: /^After the loss of 2 of app-0, app-1 and app-2, the rest takes 100 of 200 / }],
    },
    {
      name: 'of two both are lost',
      model: shop(50, [100, 100]),
      options: { k: 2 },
      findings: [{ message: /the rest takes 0 of 50 / }],
    },
    {
      name: 'two of several sizes',
      model: shop(200, [100, 150, 100]),
      options: { k: 2 },
      findings: [{ message: /^After the loss of the largest 2 of .* takes 100 of 200 / }],
    },
    {
      name: 'instances',
      model: instances(250, 3),
      findings: [
        {
          at: 'app',
          message: 'After the loss of one of its instances, app takes 200 of 250 requests per second.',
        },
      ],
    },
    {
      name: 'instances of members are told once, with the group',
      model: instancesInGroup(350),
      findings: [{ at: ['a', 'b'], message: /^After the loss of one of a and b, the rest takes 300 of 350/ }],
    },
    {
      name: 'a second that takes less',
      model: failingOver(90, 80, 'automatic'),
      findings: [
        {
          at: 'cluster/apps',
          message: 'After the loss of the largest of first and second, the rest takes 80 of 90 requests per second.',
        },
      ],
    },
    {
      name: 'what two balancers send adds up',
      model: twoBalancers(110),
      findings: [{ at: ['a', 'b', 'c'], message: /takes 200 of 220 / }],
    },
    {
      name: 'at least',
      model: alsoAsked(90),
      findings: [{ message: /takes 90 of at least 100 requests/ }],
    },
  ],
  cannotTell: [
    { name: 'a member tells no capacity', model: shop(90, [100, undefined]), missing: ['capacity'] },
    { name: 'a sender tells no demand', model: alsoAsked(200), missing: ['requestsPerSecond'] },
  ],
});
