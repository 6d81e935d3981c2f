import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/availability/failover-manual.js';
import { testRule } from '../../../src/testing.js';

type Time = '5 min' | '29 min' | '30 min' | '2 h';

function caches(failover: 'none' | 'manual' | 'automatic' | undefined, rto?: Time, environment?: 'staging') {
  const site = architecture('shop', environment ? { environment } : {});
  const [first, second] = site.servers(2, 'cache', (server) =>
    server.cache('sessions', { engine: 'valkey', ...(rto && { rto }) }),
  );
  const by = site.coordinator('sentinel');
  second!.replicates(first!, failover ? { failover: failover === 'automatic' ? { by } : failover } : {});
  return site;
}

function relays(told: 'group' | 'nobody') {
  const site = architecture('shop');
  const pair = site.servers(2, 'mail', (server) => server.worker('relay'));
  site.cluster('relays', pair, {
    mode: 'active-passive',
    failover: 'manual',
    ...(told === 'group' && { rto: '5 min' }),
  });
  return site;
}

/** A group of stores says how soon it has to be back, and one member allows less. */
function searchGroup() {
  const site = architecture('shop');
  const [first, second] = [1, 2].map((number) =>
    site.searchIndex(`index ${number}`, number === 2 ? { rto: '10 min' } : {}),
  );
  site.cluster('search', [first!, second!], { mode: 'active-passive', failover: 'manual', rto: '2 h' });
  return site;
}

function databases(isWritten: boolean) {
  const site = architecture('shop');
  const [first, second] = [1, 2].map((number) => site.database(`orders ${number}`, { rto: '5 min' }));
  second!.replicates(first!, { failover: 'manual' });
  if (isWritten) site.worker('importer').writes(first!);
  return site;
}

/** Missed at once on the way of its users: another rule's. */
function onTheWay() {
  const site = architecture('shop');
  const [first, second] = [1, 2].map((number) => site.queue(`paid ${number}`, { rto: '5 min' }));
  second!.replicates(first!, { failover: 'manual' });
  const app = site.appServer('app');
  site.user('visitor').visits(app);
  app.publishes(first!);
  return site;
}

testRule(rule, {
  valid: [
    { name: 'time enough for people', model: caches('manual', '2 h') },
    { name: 'just enough', model: caches('manual', '30 min') },
    { name: 'by itself', model: caches('automatic', '5 min') },
    { name: 'nobody at all is another rule’s', model: caches('none', '5 min') },
    { name: 'nothing said', model: caches(undefined, '5 min') },
    { name: 'not in production', model: caches('manual', '5 min', 'staging') },
    { name: 'a database that takes writes is the single writer’s', model: databases(true) },
    { name: 'a single point is another rule’s', model: onTheWay() },
    { name: 'people who are quick', model: caches('manual', '5 min'), options: { byHand: '5 min' } },
    { name: 'nothing at all', model: architecture('empty') },
  ],
  invalid: [
    {
      name: 'five minutes',
      model: caches('manual', '5 min'),
      findings: [
        {
          at: 'cache-1/sessions',
          severity: 'medium',
          message: 'sessions on cache-1 should be back within 5 min, and somebody has to switch over by hand.',
          evidence: ['cache-2/sessions', 'cache-2/sessions replicates cache-1/sessions'],
        },
      ],
    },
    { name: 'just too little', model: caches('manual', '29 min'), findings: [{}] },
    { name: 'people who are slow', model: caches('manual', '2 h'), options: { byHand: '4 h' }, findings: [{}] },
    {
      name: 'a group of anything',
      model: relays('group'),
      findings: [{ at: 'cluster/relays', message: /^relays should be back within 5 min,/ }],
    },
    {
      name: 'the shortest that is told',
      model: searchGroup(),
      findings: [{ at: 'cluster/search', message: /within 10 min,/ }],
    },
    { name: 'a database that nobody is known to write', model: databases(false), findings: [{ at: 'orders 1' }] },
  ],
  cannotTell: [
    { name: 'copies that do not say how soon', model: caches('manual'), missing: ['rto'] },
    { name: 'a group that does not say', model: relays('nobody'), missing: ['rto'] },
  ],
});
