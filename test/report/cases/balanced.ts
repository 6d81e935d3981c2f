import { architecture, each, http } from 'stanchion';

/** Three servers behind a balancer that a fourth of them cannot lose: 600 requests per second, 250 for each. */
export default function balanced({ requestsPerSecond }: { readonly requestsPerSecond?: number } = {}) {
  const site = architecture('balanced');
  const lb = site.loadBalancer('lb', { listens: http(), algorithm: 'round robin' });
  const stack = site.servers(3, 'server', (server) => ({
    web: server.webServer('nginx', { listens: http(), capacity: { requestsPerSecond: 250 } }),
    app: server.appServer('app'),
  }));
  const db = site.database('mysql', { engine: 'mysql', capacity: { connections: 50 } });
  site.user('visitor').visits(lb, requestsPerSecond === undefined ? {} : { requestsPerSecond });
  lb.balances(each(stack).web, { healthCheck: '/health' });
  for (const { web, app } of stack) web.forwards(app);
  each(stack).app.writes(db, { connections: 20 });
  return site;
}
