import { audit } from '../../../src/audit/audit.js';
import { architecture, type Site } from '../../../src/index.js';
import rule from '../../../src/rules/operations/uptime-check-missing.js';
import { testRule } from '../../../src/testing.js';
import { build } from '../../support/build.js';

function site(fill: (site: Site) => void, complete = true): Site {
  const shop = architecture('shop', complete ? { complete: ['probes'] } : {});
  fill(shop);
  return shop;
}

function named(probed: 'name' | 'other name' | 'server' | 'nothing', complete = true) {
  return site((shop) => {
    const web = shop.webServer('web');
    const zone = shop.dns('shop.example');
    const names = [zone.record('A', 'www', web), zone.record('A', '@', web)] as const;
    for (const name of names) shop.user(`visitor of ${name === names[0] ? 'www' : 'it'}`).visits(name);
    const watcher = shop.externalService('checks');
    if (probed === 'name') watcher.probes(names[0]);
    if (probed === 'other name') watcher.probes(zone.record('A', 'api', web));
    if (probed === 'server') watcher.probes(web);
  }, complete);
}

function grouped(probed: boolean) {
  return site((shop) => {
    const webs = [shop.webServer('one'), shop.webServer('two')];
    shop.user('visitor').visits(shop.cluster('pair', webs));
    if (probed) shop.externalService('checks').probes(webs[0]!);
  });
}

function through(kind: 'vpnGateway' | 'bastion' | 'natGateway') {
  return site((shop) => {
    shop.user('employee').visits(shop.webServer('intranet'), { through: shop[kind]('way in') });
  });
}

function two() {
  return site((shop) => {
    const visitor = shop.user('visitor');
    visitor.visits(shop.webServer('shop'));
    visitor.visits(shop.webServer('blog'));
    shop.servers(2, 'server', (server) => visitor.visits(server.webServer('mirror')));
  });
}

/** Names of two services; or a name of one, that is visited without it too. */
function names(of: 'two services' | 'one service') {
  return site((shop) => {
    const visitor = shop.user('visitor');
    const zone = shop.dns('shop.example');
    const web = shop.webServer('web');
    visitor.visits(zone.record('A', 'www', web));
    if (of === 'one service') visitor.visits(web);
    else visitor.visits(zone.record('A', 'blog', shop.webServer('blog')));
  });
}

testRule(rule, {
  valid: [
    { name: 'one name of the service is asked for', model: named('name') },
    { name: 'by another name', model: named('other name') },
    { name: 'what stands behind it is', model: named('server') },
    { name: 'a member of the group is', model: grouped(true) },
    { name: 'behind a VPN', model: through('vpnGateway') },
    { name: 'behind a bastion', model: through('bastion') },
    { name: 'probed, and not said to be complete', model: named('name', false) },
    {
      name: 'what others run is theirs',
      model: site((shop) => shop.user('visitor').visits(shop.externalService('wiki'))),
    },
    {
      name: 'not in production',
      model: site((shop) => {
        shop.user('tester').visits(shop.zone('test', { environment: 'test' }).webServer('web'));
      }),
    },
  ],
  invalid: [
    {
      name: 'names of one service are one finding',
      model: named('nothing'),
      findings: [
        {
          at: ['dns/shop.example/A www', 'dns/shop.example/A @'],
          severity: 'low',
          message: 'Nobody asks from outside whether www.shop.example and shop.example answer.',
        },
      ],
    },
    {
      name: 'a group',
      model: grouped(false),
      findings: [{ at: 'cluster/pair', message: 'Nobody asks from outside whether pair answers.' }],
    },
    {
      name: 'names of two services are two findings',
      model: names('two services'),
      findings: [{ at: 'dns/shop.example/A www' }, { at: 'dns/shop.example/A blog' }],
    },
    {
      name: 'with and without a name',
      model: names('one service'),
      findings: [{ message: 'Nobody asks from outside whether www.shop.example and web answer.' }],
    },
    { name: 'through what is no way in', model: through('natGateway'), findings: [{ at: 'intranet' }] },
    {
      name: 'two services are two, a tier is one',
      model: two(),
      findings: [{ at: 'shop' }, { at: 'blog' }, { at: ['server-1/mirror', 'server-2/mirror'] }],
    },
  ],
  cannotTell: [{ name: 'probes are untold', model: named('nothing', false), missing: ['complete: probes'] }],
});

function fixWith(monitors: number) {
  const [model] = build(
    site((shop) => {
      shop.user('visitor').visits(shop.webServer('web'));
      shop.externalService('pager', { role: 'alerting' });
      for (let number = 1; number <= monitors; number += 1)
        shop.externalService(`watcher ${number}`, { role: 'monitoring' });
    }),
  );
  if (!model) throw new Error('no model');
  return audit(model, { today: '2026-01-01', rules: [rule] }).findings[0]?.fix;
}

test('the one service that watches from outside is made to ask', () => {
  expect(fixWith(1)).toEqual([
    { on: { element: 'externalService/watcher 1' }, call: 'probes', args: [{ $element: 'web' }] },
  ]);
});

test('where there is none, or several, no edit is proposed', () => {
  expect(fixWith(0)).toBeUndefined();
  expect(fixWith(2)).toBeUndefined();
});
