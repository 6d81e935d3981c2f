import { audit } from '../../../src/audit/audit.js';
import { architecture, type Duration } from '../../../src/index.js';
import rule from '../../../src/rules/availability/dns-ttl-slow.js';
import { testRule } from '../../../src/testing.js';
import { build } from '../../support/build.js';

interface Wanted {
  readonly ttl?: Duration;
  readonly targets?: number;
  readonly type?: 'A' | 'MX' | 'SRV';
  readonly environment?: 'test';
}

function shop({ ttl, targets = 2, type = 'A', environment }: Wanted) {
  const site = architecture('shop', environment ? { environment } : {});
  const entries = Array.from({ length: targets }, (_, index) => site.loadBalancer(`lb ${index + 1}`));
  const [only] = entries;
  const facts = ttl ? { ttl } : {};
  const record = site.dns('shop.example').record(type, 'www', targets === 1 ? only! : entries, facts);
  if (type === 'A') site.user('visitor').visits(record);
  return site;
}

function store(ttl: Duration | undefined, rto?: Duration) {
  const site = architecture('shop');
  const db = site.database('orders', rto ? { rto } : {});
  site.dns('internal').record('CNAME', 'db', db, ttl ? { ttl } : {});
  site.appServer('app').writes(db);
  return site;
}

/** Two databases behind a name, as one group. */
function group() {
  const site = architecture('shop');
  const members = [site.database('db 1', { rto: '30 min' }), site.database('db 2', { rto: '10 min' })];
  site.dns('internal').record('CNAME', 'db', site.cluster('orders', members, { rto: '5 min' }), { ttl: '15 min' });
  return site;
}

testRule(rule, {
  valid: [
    { name: 'nothing there', model: architecture('shop') },
    { name: 'as short as it may be', model: shop({ ttl: '5 min' }) },
    { name: 'one target', model: shop({ ttl: '1 day', targets: 1 }) },
    { name: 'who asks gets them all', model: shop({ ttl: '1 day', type: 'MX' }) },
    { name: 'the same of services', model: shop({ type: 'SRV' }) },
    { name: 'not in production', model: shop({ ttl: '1 day', environment: 'test' }) },
    { name: 'more is allowed', model: shop({ ttl: '1 h' }), options: { longest: '1 h' } },
    { name: 'as soon as it should be back', model: store('1 h', '1 h') },
    { name: 'it is not told when it should be back', model: store('1 day') },
    { name: 'one target, nothing is told', model: store(undefined, '1 min') },
    { name: 'a group moves its address', model: group() },
  ],
  invalid: [
    {
      name: 'longer than it may be',
      model: shop({ ttl: '6 min' }),
      findings: [
        {
          at: 'dns/shop.example/A www',
          severity: 'medium',
          message: 'Resolvers remember www.shop.example for 6 min, also when one of lb 1 and lb 2 is gone.',
          evidence: ['lb 1', 'lb 2'],
        },
      ],
    },
    { name: 'less is allowed', model: shop({ ttl: '5 min' }), options: { longest: '1 min' }, findings: [{}] },
    {
      name: 'longer than it may be away',
      model: store('61 min', '1 h'),
      findings: [{ message: 'Resolvers remember db.internal for 61 min, and orders should be back within 1 h.' }],
    },
  ],
  cannotTell: [{ name: 'several targets', model: shop({}), missing: ['ttl'] }],
});

const fixOf = (site: object) => audit(build(site)[0]!, { today: '2026-11-21', rules: [rule] }).findings[0]?.fix;

test('proposes the shorter of what may be', () => {
  expect(fixOf(shop({ ttl: '1 h' }))).toEqual([{ on: { element: 'dns/shop.example/A www' }, set: { ttl: '5 min' } }]);
  expect(fixOf(store('1 day', '1 min'))).toEqual([{ on: { element: 'dns/internal/CNAME db' }, set: { ttl: '1 min' } }]);
});
