import { architecture, each, http, https, mysql } from 'stanchion';
import type { Aspect } from '../../../src/vocabulary/words.js';

/** One balancer, two servers, a database with a replica that nothing promotes, and a monitoring service that calls somebody. */
export function watchedShop(complete: readonly Aspect[] = ['monitoring', 'alerts']) {
  const site = architecture('Watched shop', { complete });
  const visitor = site.user('visitor');
  const operations = site.server('operations');
  const monitor = operations.monitoringService('monitor');
  const pager = site.alertChannel('pager', { to: 'on call' });
  const lb = site.server('front').loadBalancer('lb', {
    listens: https(site.certificate('www', { names: ['shop.example'], expires: '2027-01-31' })),
  });
  const stack = site.servers(2, 'server', (server) => {
    const app = server.appServer('app', { listens: http() });
    const db = server.database('db', { engine: 'mysql', listens: mysql(), holds: ['personal'] });
    return { app, db };
  });
  const [primary, replica] = stack;
  replica.db.replicates(primary.db, { failover: 'manual', replication: 'asynchronous' });
  primary.db.backsUp(site.externalService('vault', { role: 'backup', provider: 'Far Away' }), { every: '1 day' });
  visitor.visits(lb);
  lb.balances(each(stack).app, { healthCheck: '/' });
  each(stack).app.reads([primary.db, replica.db]);
  each(stack).app.writes(primary.db);
  lb.reports(monitor, { sends: ['metrics'] });
  each(stack).app.reports(monitor, { sends: ['metrics'] });
  monitor.alerts(pager);
  return site;
}
