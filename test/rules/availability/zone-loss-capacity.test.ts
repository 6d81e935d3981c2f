import { architecture, each } from '../../../src/index.js';
import rule from '../../../src/rules/availability/zone-loss-capacity.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

interface Told {
  readonly demand?: number;
  readonly capacity?: number;
  readonly environment?: 'test';
  readonly job?: true;
  readonly provider?: string;
}

/** Members in zones, by their letters; `-` stands nowhere told. */
function shop(zones: string, { demand, capacity, environment, job, provider }: Told) {
  const site = architecture('shop', environment ? { environment } : {});
  const place = provider === undefined ? site : site.region('region', { provider });
  const lb = site.loadBalancer('lb');
  const domains = new Map([...new Set(zones.replaceAll('-', ''))].map((name) => [name, place.availabilityZone(name)]));
  const apps = [...zones].map((zone, index) => {
    const domain = domains.get(zone);
    return site.appServer(`app-${index}`, {
      ...(domain && { standsIn: domain }),
      ...(capacity !== undefined && { capacity: { requestsPerSecond: capacity } }),
    });
  });
  site.user('visitor').visits(lb, demand === undefined ? {} : { requestsPerSecond: demand });
  if (job) site.scheduledJob('job').calls(lb);
  lb.balances(each(apps));
  return site;
}

/** Of two members in each zone, the first tells no capacity. */
function reticent(demand: number) {
  const site = architecture('shop');
  const apps = ['a', 'b'].flatMap((name) => {
    const standsIn = site.availabilityZone(name);
    return [1, 2].map((number) => {
      const isTold = name === 'b' || number === 2;
      return site.appServer(`${name} ${number}`, { standsIn, ...(isTold && { capacity: { requestsPerSecond: 100 } }) });
    });
  });
  site.user('visitor').visits(apps, { requestsPerSecond: demand });
  return site;
}

function instances(demand: number) {
  const site = architecture('shop');
  const standsIn = ['a', 'b'].map((name) => site.availabilityZone(name));
  const app = site.appServer('app', { capacity: { requestsPerSecond: 100 }, instances: 4, standsIn });
  site.user('visitor').visits(app, { requestsPerSecond: demand });
  return site;
}

/** There are zones, and members stand in none. */
function elsewhere() {
  const site = shop('--', { demand: 150, capacity: 100 });
  site.availabilityZone('a');
  return site;
}

testRule(rule, {
  valid: [
    { name: 'no demand is told', model: shop('aabb', { capacity: 100 }) },
    { name: 'no places are told', model: shop('---', { demand: 250, capacity: 100 }) },
    { name: 'either zone takes it all', model: shop('aabb', { demand: 200, capacity: 100 }) },
    { name: 'not in production', model: shop('aabb', { demand: 250, capacity: 100, environment: 'test' }) },
    { name: 'one in each zone is N+1', model: shop('abc', { demand: 250, capacity: 100 }) },
    { name: 'all in one zone is a single point', model: shop('aa', { demand: 100, capacity: 100 }) },
    { name: 'what is full already is told elsewhere', model: shop('aabb', { demand: 500, capacity: 100 }) },
    { name: 'instances in either zone', model: instances(200) },
  ],
  invalid: [
    {
      name: 'one zone does not take it all',
      model: shop('aabb', { demand: 201, capacity: 100 }),
      findings: [
        {
          at: ['app-0', 'app-1', 'app-2', 'app-3'],
          severity: 'high',
          message:
            'After the loss of a, what is left of app-0, app-1, app-2 and app-3 takes 200 of 201 requests per second.',
          evidence: ['availabilityZone/a', 'app-3'],
        },
      ],
    },
    {
      name: 'the larger zone',
      model: shop('abb', { demand: 150, capacity: 100 }),
      findings: [{ message: /^After the loss of b, what is left .* takes 100 of 150 / }],
    },
    {
      name: 'a provider with whom all of them stand is not lost as a zone is',
      model: shop('abb', { demand: 150, capacity: 100, provider: 'Cloud' }),
      findings: [{ message: /^After the loss of b, what is left .* takes 100 of 150 / }],
    },
    {
      name: 'one that stands nowhere told makes it no better',
      model: shop('aab-', { demand: 250, capacity: 100 }),
      findings: [{ message: /takes 200 of 250 / }],
    },
    {
      name: 'instances',
      model: instances(250),
      findings: [{ at: 'app', message: /what is left of app takes 200 of 250 / }],
    },
    {
      name: 'too little is left, whatever the one takes that tells nothing',
      model: reticent(250),
      findings: [{ message: /^After the loss of a, .* takes 200 of 250 / }],
    },
    {
      name: 'at least',
      model: shop('aabb', { demand: 250, capacity: 100, job: true }),
      findings: [{ message: /takes 200 of at least 250 requests/ }],
    },
  ],
  cannotTell: [
    { name: 'none of them stands anywhere told, though there are places', model: elsewhere(), missing: ['standsIn'] },
    { name: 'no capacity is told', model: shop('aabb', { demand: 200 }), missing: ['capacity'] },
    { name: 'one member tells no capacity', model: reticent(150), missing: ['capacity'] },
    { name: 'one stands nowhere told', model: shop('aab-', { demand: 150, capacity: 100 }), missing: ['standsIn'] },
    {
      name: 'a sender tells no demand',
      model: shop('aabb', { demand: 150, capacity: 100, job: true }),
      missing: ['requestsPerSecond'],
    },
  ],
});

test('members are passed where any place can be lost, and all demand is told', () => {
  expect(passesOf(rule, shop('aabb', { demand: 200, capacity: 100 }))).toBe(4);
  expect(passesOf(rule, shop('aabb', { demand: 200, capacity: 100, job: true }))).toBe(0);
  expect(passesOf(rule, instances(200))).toBe(1);
});
