import { architecture } from '../../../src/index.js';
import rule from '../../../src/rules/availability/failover-undeclared.js';
import { testRule } from '../../../src/testing.js';

function pair(failover?: 'none' | 'manual') {
  const site = architecture('shop');
  const pair = site.servers(2, 'mail', (server) => server.worker('relay'));
  site.cluster('relays', pair, { mode: 'active-passive', ...(failover ? { failover } : {}) });
  return site;
}

function caches(failover?: 'none' | 'manual') {
  const site = architecture('shop');
  const [first, second] = site.servers(2, 'cache', (server) => server.cache('sessions', { engine: 'valkey' }));
  second?.replicates(first!, failover ? { failover } : {});
  return site;
}

/** The load balancer that does not take over is a single point, and reported as that. */
function onTheWay() {
  const site = architecture('shop');
  const pair = site.servers(2, 'edge', (server) => server.loadBalancer('balancer'));
  const entrance = site.cluster('entrance', pair, { mode: 'active-passive', failover: 'none' });
  const app = site.appServer('app');
  site.user('visitor').visits(entrance);
  entrance.balances(app);
  app.reads(site.objectStore('pictures'));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'somebody does it by hand', model: pair('manual') },
    { name: 'caches, by hand', model: caches('manual') },
    { name: 'a single point is another rule’s', model: onTheWay() },
    { name: 'no pair', model: architecture('empty') },
  ],
  invalid: [
    {
      name: 'a spare that nothing wakes',
      model: pair('none'),
      findings: [
        {
          at: 'cluster/relays',
          severity: 'medium',
          message: 'Nothing lets relay on mail-2 take over when relay on mail-1 fails.',
          evidence: ['mail-1/relay', 'mail-2/relay'],
        },
      ],
    },
    {
      name: 'a copy that is never promoted',
      model: caches('none'),
      findings: [{ at: 'cache-1/sessions', evidence: ['cache-2/sessions replicates cache-1/sessions'] }],
    },
  ],
  cannotTell: [
    { name: 'a pair that does not say', model: pair(), missing: ['failover'] },
    { name: 'copies that do not say', model: caches(), missing: ['failover'] },
  ],
});
