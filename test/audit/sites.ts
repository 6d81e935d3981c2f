import { architecture, http, https } from '../../src/index.js';

/** One load balancer over two web servers with one database behind them. */
export function smallShop(name = 'shop', facts: Parameters<typeof architecture>[1] = {}) {
  const site = architecture(name, facts);
  const certificate = site.certificate('shop');
  const lb = site.loadBalancer('balancer', { listens: https(certificate) });
  const webs = site.servers(2, 'server', (server) => server.webServer('web', { listens: http() }));
  const db = site.database('orders');
  const app = site.appServer('app', { listens: http({ port: 8080 }) });
  site.user('visitor').visits(lb);
  lb.balances(webs);
  for (const web of webs) web.forwards(app);
  app.writes(db);
  return { site, lb, webs, db, app };
}
