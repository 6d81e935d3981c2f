import { architecture, type Site } from '../../../src/index.js';
import rule from '../../../src/rules/operations/monitoring-spof.js';
import { testRule } from '../../../src/testing.js';

function site(fill: (site: Site) => void, complete = false): Site {
  const shop = architecture('shop', complete ? { complete: ['monitoring'] } : {});
  fill(shop);
  return shop;
}

/** Monitoring in one zone, and a web server in each of two. */
function zones(watchers: readonly ('a' | 'b' | 'nowhere')[], eachOther = true, complete = false) {
  return site((shop) => {
    const region = shop.region('north');
    const places = { a: region.availabilityZone('a'), b: region.availabilityZone('b'), nowhere: region };
    const webs = [
      shop.webServer('web 1', { standsIn: places.a }),
      shop.webServer('web 2', { standsIn: places.b }),
      shop.webServer('web 3', { standsIn: places.b }),
    ];
    const services = watchers.map((place, index) =>
      shop.monitoringService(`watcher ${index + 1}`, { standsIn: places[place] }),
    );
    for (const service of services) service.watches(webs);
    if (eachOther) for (const one of services) for (const other of services) if (one !== other) one.watches(other);
  }, complete);
}

function lone(noticed: 'no' | 'outside' | 'itself' | 'an agent', complete = true) {
  return site((shop) => {
    const away = shop.failureDomain('rack 1');
    const box = shop.server('ops', { standsIn: away });
    const watcher = box.monitoringService('watcher');
    watcher.watches(shop.webServer('web', { standsIn: shop.failureDomain('rack 2') }));
    if (noticed === 'itself') box.agent('collector').reports(watcher, { sends: ['metrics'] });
    if (noticed === 'outside') watcher.reports(shop.externalService('heartbeats'), { sends: ['metrics'] });
    if (noticed === 'an agent')
      box.agent('collector').reports(shop.externalService('heartbeats'), { sends: ['metrics'] });
  }, complete);
}

function several(what: 'instances' | 'one instance' | 'members' | 'one member') {
  return site((shop) => {
    const [a, b, c] = [shop.failureDomain('a'), shop.failureDomain('b'), shop.failureDomain('c')];
    const web = shop.webServer('web', { standsIn: a });
    const instances = what === 'instances' ? 2 : 1;
    if (what === 'instances') shop.monitoringService('watcher', { instances, standsIn: [a, b] }).watches(web);
    if (what === 'one instance') shop.monitoringService('watcher', { instances, standsIn: [a, b] }).watches(web);
    const members = [shop.monitoringService('one', { standsIn: b }), shop.monitoringService('two', { standsIn: c })];
    if (what === 'members') shop.cluster('pair', members).watches(web);
    if (what === 'one member') shop.cluster('pair', members.slice(0, 1)).watches(web);
  }, true);
}

function rack(told: 'both' | 'watcher' | 'web') {
  return site((shop) => {
    const place = { standsIn: shop.failureDomain('rack', { role: 'rack' }) };
    const web = shop.server('box', told === 'watcher' ? {} : place).webServer('web');
    const watcher = shop.monitoringService('watcher', told === 'web' ? {} : place);
    watcher.watches(web);
    watcher.reports(shop.externalService('heartbeats'), { sends: ['metrics'] });
  });
}

/** One inside, in the rack of what it watches, and a service outside as well. */
function outsideAsWell() {
  return site((shop) => {
    const standsIn = shop.failureDomain('rack', { role: 'rack' });
    const web = shop.webServer('web', { standsIn });
    shop.monitoringService('watcher', { standsIn }).watches(web);
    web.reports(shop.externalService('uptime service', { role: 'monitoring' }), { sends: ['metrics'] });
  }, true);
}

function tier() {
  return site((shop) => {
    shop.servers(2, 'server', (server) => {
      server.monitoringService('watcher').watches(server.cache('cache'));
    });
  }, true);
}

function inTest() {
  const shop = architecture('shop', { environment: 'test', complete: ['monitoring'] });
  shop.monitoringService('watcher').watches(shop.webServer('web'));
  return shop;
}

testRule(rule, {
  valid: [
    { name: 'two that stand apart', model: zones(['a', 'b'], true, true) },
    { name: 'two that do not watch each other still see all', model: zones(['a', 'b'], false, true) },
    { name: 'a service outside hears of it', model: lone('outside') },
    { name: 'so it does by an agent', model: lone('an agent') },
    { name: 'several instances, spread', model: several('instances') },
    { name: 'several members, apart', model: several('members') },
    {
      name: 'a service outside stands elsewhere',
      model: site(
        (shop) => shop.webServer('web').reports(shop.externalService('watcher'), { sends: ['metrics'] }),
        true,
      ),
    },
    { name: 'a service outside watches as well', model: outsideAsWell() },
    { name: 'it watches nothing', model: site((shop) => shop.monitoringService('watcher'), true) },
    { name: 'not in production', model: inTest() },
  ],
  invalid: [
    {
      name: 'in the zone of one of three',
      model: zones(['a']),
      findings: [
        {
          at: 'watcher 1',
          severity: 'medium',
          message: 'When a fails, watcher 1 fails with it, and nothing else watches web 1.',
          evidence: ['region/north/a', 'web 1'],
        },
      ],
    },
    {
      name: 'two in one zone',
      model: zones(['b', 'b']),
      findings: [
        {
          at: ['watcher 1', 'watcher 2'],
          message: 'When b fails, watcher 1 and watcher 2 fail with it, and nothing else watches web 2 and web 3.',
        },
      ],
    },
    {
      name: 'a rack; the server stands for what runs on it',
      model: rack('both'),
      findings: [{ at: 'watcher', message: 'When rack fails, watcher fails with it, and nothing else watches box.' }],
    },
    {
      name: 'one instance needs all of its domains',
      model: several('one instance'),
      findings: [{ at: 'watcher', message: /^When a fails/ }],
    },
    {
      name: 'nothing watches it',
      model: lone('no'),
      findings: [
        {
          at: 'ops/watcher',
          message: 'Nothing notices when watcher fails, and nothing else watches web.',
          evidence: ['web'],
        },
      ],
    },
    { name: 'that it watches itself is no help', model: lone('itself'), findings: [{ at: 'ops/watcher' }] },
    {
      name: 'alike ones are one finding',
      model: tier(),
      findings: [
        {
          at: ['server-1/watcher', 'server-2/watcher'],
          message: /^Nothing notices when any of watcher on server-1 and server-2 fails/,
        },
      ],
    },
    {
      name: 'a group of one',
      model: several('one member'),
      findings: [{ message: /^Nothing notices when pair fails/ }],
    },
  ],
  cannotTell: [
    { name: 'who else watches is untold', model: lone('no', false), missing: ['complete: monitoring'] },
    { name: 'where it stands is untold', model: rack('web'), missing: ['standsIn'] },
    { name: 'where the watched stand is untold', model: rack('watcher'), missing: ['standsIn'] },
    { name: 'one of two stands nobody knows where', model: zones(['a', 'nowhere']), missing: ['standsIn'] },
  ],
});
