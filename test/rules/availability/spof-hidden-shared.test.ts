import { architecture, each } from '../../../src/index.js';
import rule from '../../../src/rules/availability/spof-hidden-shared.js';
import { testRule } from '../../../src/testing.js';
import { passesOf } from '../../support/passes-of.js';

type Role = 'rack' | 'power' | 'storage' | 'switch' | 'hypervisor' | 'account' | 'other' | 'uplink';

/** Two of everything; both applications in the domains named. */
function inDomains(names: readonly string[], role?: Role, environment?: 'staging') {
  const site = architecture('shop', environment ? { environment } : {});
  const domains = new Map([...new Set(names)].map((name) => [name, site.failureDomain(name, role ? { role } : {})]));
  const apps = names.map((name, index) => {
    return site.server(`server ${index + 1}`, { standsIn: domains.get(name)! }).appServer('app');
  });
  const stores = site.servers(2, 'data', (server) => server.objectStore('pictures'));
  site.user('visitor').visits(apps);
  each(apps).reads(stores);
  return site;
}

/** Two of a kind on one server: members of a pool, of a group, copies, or instances. */
function onOneServer(how: 'pool' | 'group' | 'instances' | 'journey') {
  const site = architecture('shop');
  const box = site.server('box');
  const stores = site.servers(2, 'data', (server) => server.objectStore('pictures'));
  const apps =
    how === 'instances' ? [box.appServer('app', { instances: 2 })] : ['a', 'b'].map((name) => box.appServer(name));
  const visitor = site.user('visitor');
  visitor.visits(how === 'group' ? site.cluster('apps', apps) : apps);
  each(apps).reads(stores);
  if (how === 'journey') site.journey('look', { from: visitor, reads: stores[0]! });
  return site;
}

function inZones(names: readonly string[]) {
  const site = architecture('shop');
  const apps = names.map((name) => site.appServer(`app ${name}`, { standsIn: site.availabilityZone(name) }));
  const stores = site.servers(2, 'data', (server) => server.objectStore('pictures'));
  site.user('visitor').visits(apps);
  each(apps).reads(stores);
  return site;
}

function placeless(kind: 'pool' | 'instances' | 'one', isVisited = true) {
  const site = architecture('shop');
  const apps = kind === 'pool' ? [1, 2].map((number) => site.appServer(`app ${number}`)) : [];
  if (apps.length === 0) apps.push(site.appServer('app', kind === 'instances' ? { instances: 2 } : {}));
  const stores = site.servers(2, 'data', (server) => server.objectStore('pictures'));
  const visitor = site.user('visitor');
  if (isVisited) visitor.visits(apps);
  each(apps).reads(stores);
  return site;
}

/** One of each on a server: each is missed for itself. */
function single() {
  const site = architecture('shop');
  const box = site.server('box');
  const app = box.appServer('app');
  site.user('visitor').visits(app);
  app.reads(box.objectStore('pictures'));
  return site;
}

/** Two users' services on one server, of which one has a spare there. */
function partly() {
  const site = architecture('shop');
  const box = site.server('box');
  const blog = box.appServer('blog');
  site.user('reader').visits(blog);
  blog.reads(site.objectStore('articles'));
  const apps = ['a', 'b'].map((name) => box.appServer(name));
  site.user('visitor').visits(apps);
  each(apps).reads(site.objectStore('pictures'));
  return site;
}

/** Three of which two are needed, and one rack that holds two of them, or all. */
function databases(racks: readonly string[]) {
  const site = architecture('shop');
  const domains = new Map([...new Set(racks)].map((name) => [name, site.failureDomain(name)]));
  const members = racks.map((name, index) => {
    return site.server(`server ${index + 1}`, { standsIn: domains.get(name)! }).database('orders');
  });
  const orders = site.cluster('orders', members, { mode: 'active-active', need: 2 });
  const apps = site.servers(2, 'front', (server) => server.appServer('app'));
  site.user('visitor').visits(apps);
  each(apps).writes(orders);
  return site;
}

/** Voters on the server of the database that takes writes; its replica stands elsewhere. */
function elected(instances: number) {
  const site = architecture('shop');
  const boxes = ['first', 'second'].map((name) => site.server(name));
  const databases = boxes.map((box) => box.database('orders'));
  const by = boxes[0]!.coordinator('elector', { instances });
  const orders = site.cluster('orders', databases, { mode: 'active-passive', failover: { by } });
  const apps = site.servers(2, 'front', (server) => server.appServer('app'));
  site.user('visitor').visits(apps);
  each(apps).writes(orders);
  return site;
}

const untold = 'Move one of them to another host, in another rack with its own power, storage and network.';

testRule(rule, {
  valid: [
    { name: 'two racks', model: inDomains(['rack a', 'rack b'], 'rack') },
    { name: 'an uplink is another rule’s', model: inDomains(['line', 'line'], 'uplink') },
    { name: 'an availability zone is another rule’s', model: inZones(['a']) },
    { name: 'not in production', model: inDomains(['rack a', 'rack a'], 'rack', 'staging') },
    { name: 'all copies of a store are the rule of replicas’', model: databases(['a', 'a', 'a']) },
    { name: 'a vote too few is the rule of votes’', model: elected(2) },
    { name: 'nothing is doubled', model: single() },
    { name: 'one without a place', model: placeless('one') },
    { name: 'nobody comes', model: placeless('pool', false) },
    { name: 'nothing at all', model: architecture('empty') },
  ],
  invalid: [
    {
      name: 'one rack',
      model: inDomains(['rack a', 'rack a'], 'rack'),
      findings: [
        {
          at: 'failureDomain/rack a',
          severity: 'high',
          message:
            'When rack a fails, it takes app on server 1 and server 2 along, and visitor can no longer read from pictures on data-1 and data-2.',
          evidence: ['server 1/app', 'server 2/app'],
          remedy: new RegExp(untold),
        },
      ],
    },
    { name: 'no role told', model: inDomains(['rack a', 'rack a']), findings: [{ at: 'failureDomain/rack a' }] },
    { name: 'one account', model: inDomains(['a', 'a'], 'account'), findings: [{ at: 'failureDomain/a' }] },
    {
      name: 'a pool on one server',
      model: onOneServer('pool'),
      findings: [{ at: 'box', message: / takes a and b along, / }],
    },
    {
      name: 'a group on one server',
      model: onOneServer('group'),
      findings: [{ at: 'box', message: / takes a and b along, / }],
    },
    {
      name: 'instances on one server',
      model: onOneServer('instances'),
      findings: [{ at: 'box', message: / takes app along, / }],
    },
    {
      name: 'enough voters on one server',
      model: elected(3),
      findings: [{ at: 'first', message: / takes elector along, / }],
    },
    {
      name: 'a declared journey',
      model: onOneServer('journey'),
      findings: [{ message: "When box fails, it takes a and b along and breaks the journey 'look'." }],
    },
    {
      name: 'only what is doubled is named',
      model: partly(),
      findings: [{ at: 'box', message: / takes a and b along, / }],
    },
  ],
  cannotTell: [
    { name: 'a pool without a place', model: placeless('pool'), missing: ['standsIn'] },
    { name: 'instances without a place', model: placeless('instances'), missing: ['standsIn'] },
  ],
});

test('places that nothing doubled shares are passed, each in production', () => {
  expect(passesOf(rule, inDomains(['rack a', 'rack b'], 'rack'))).toBe(6);
  expect(passesOf(rule, inDomains(['rack a', 'rack a'], 'rack'))).toBe(4);
  expect(passesOf(rule, inDomains(['rack a', 'rack b'], 'rack', 'staging'))).toBe(0);
});
