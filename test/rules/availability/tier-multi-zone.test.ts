import { architecture, each } from '../../../src/index.js';
import rule from '../../../src/rules/availability/tier-multi-zone.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

/** Two applications, each on a server in the zone named, or in none. */
function inZones(names: readonly string[], { environment, isVisited = true }: Told = {}) {
  const site = architecture('shop', environment ? { environment } : {});
  const region = site.region('Frankfurt');
  const zones = new Map(['a', 'b'].map((name) => [name, region.availabilityZone(name)]));
  const apps = names.map((name, index) => {
    const standsIn = zones.get(name);
    return site.server(`server ${index + 1}`, standsIn ? { standsIn } : {}).appServer('app');
  });
  const stores = ['a', 'b'].map((name) => site.objectStore(`pictures ${name}`, { standsIn: zones.get(name)! }));
  const visitor = site.user('visitor');
  if (isVisited) visitor.visits(apps);
  each(apps).reads(stores);
  return site;
}

interface Told {
  readonly environment?: 'staging';
  readonly isVisited?: boolean;
}

function withoutZones() {
  const site = architecture('shop');
  const apps = site.servers(2, 'server', (server) => server.appServer('app'));
  site.user('visitor').visits(apps);
  each(apps).reads(site.servers(2, 'data', (server) => server.objectStore('pictures')));
  return site;
}

/** A pair of databases in two zones, and voters in the zones named who decide which of the two takes writes. */
function elected(instances: number, names: readonly ('a' | 'b')[]) {
  const site = architecture('shop');
  const zones = { a: site.availabilityZone('a'), b: site.availabilityZone('b') };
  const [first, second] = [
    site.server('server 1', { standsIn: zones.a }).database('orders'),
    site.server('server 2', { standsIn: zones.b }).database('orders'),
  ];
  const by = site.coordinator('elector', { instances, standsIn: names.map((name) => zones[name]) });
  const orders = site.cluster('orders', [first, second], { mode: 'active-passive', writer: first, failover: { by } });
  const apps = [zones.a, zones.b].map((standsIn, index) => site.appServer(`app ${index + 1}`, { standsIn }));
  site.user('visitor').visits(apps);
  each(apps).writes(orders);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'two zones', model: inZones(['a', 'b']) },
    { name: 'no zones in the model', model: withoutZones() },
    { name: 'one instance alone is another rule’s', model: inZones(['a']) },
    { name: 'not in production', model: inZones(['a', 'a'], { environment: 'staging' }) },
    { name: 'a vote too few is the rule of votes’', model: elected(2, ['a', 'b']) },
    { name: 'a vote too many is the rule of votes’', model: elected(4, ['a', 'b']) },
    { name: 'nobody comes', model: inZones(['a', 'a'], { isVisited: false }) },
    { name: 'nothing at all', model: architecture('empty') },
  ],
  invalid: [
    {
      name: 'one zone',
      model: inZones(['a', 'a']),
      findings: [
        {
          at: 'region/Frankfurt/a',
          severity: 'medium',
          message:
            'When a fails, it takes app on server 1 and server 2 along, and visitor can no longer read from pictures a and pictures b.',
          evidence: ['server 1/app', 'server 2/app'],
        },
      ],
    },
    {
      name: 'enough voters, all of them in the zone of the writer',
      model: elected(3, ['a']),
      findings: [{ at: 'availabilityZone/a', message: / takes elector along, / }],
    },
    { name: 'three in one zone', model: inZones(['b', 'b', 'b']), findings: [{ at: 'region/Frankfurt/b' }] },
  ],
  cannotTell: [{ name: 'a server of which no zone is told', model: inZones(['a', '']), missing: ['standsIn'] }],
});

test('zones that can be lost are passed, in production and where somebody comes', () => {
  expect(passesOf(rule, inZones(['a', 'b']))).toBe(2);
  expect(passesOf(rule, inZones(['a', 'a']))).toBe(1);
  expect(passesOf(rule, inZones(['a', 'b'], { environment: 'staging' }))).toBe(0);
  expect(passesOf(rule, inZones(['a', 'b'], { isVisited: false }))).toBe(0);
});

/** A balancer, and behind it two applications in the zones named. */
function behindBalancer(balancer: 'a' | 'b', names: readonly ('a' | 'b')[]) {
  const site = architecture('shop');
  const zones = { a: site.availabilityZone('a'), b: site.availabilityZone('b') };
  const entry = site.loadBalancer('balancer', { standsIn: zones[balancer] });
  const apps = names.map((name, index) => site.appServer(`app ${index + 1}`, { standsIn: zones[name] }));
  site.user('visitor').visits(entry);
  entry.balances(apps);
  each(apps).reads(
    [zones.a, zones.b].map((standsIn, index) => site.objectStore(`pictures ${index + 1}`, { standsIn })),
  );
  return site;
}

test('a tier that is not seen for the single point of its zone is not passed', () => {
  expect(passesOf(rule, behindBalancer('a', ['a', 'a']))).toBe(0);
  // Spread, it is fine whatever stands before it.
  expect(passesOf(rule, behindBalancer('a', ['a', 'b']))).toBe(1);
});
