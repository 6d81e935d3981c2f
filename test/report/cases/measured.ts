import { architecture, each, http } from 'stanchion';

interface Options {
  /** Of the balancer, which shares the blame with the database. */
  readonly balancer?: number;
  readonly objective?: number;
}

/** A balancer, two applications of which one suffices, and a database that is down one hour in a thousand. */
export default function measured({ balancer, objective = 0.999 }: Options = {}) {
  const site = architecture('measured');
  const lb = site.loadBalancer('lb', {
    listens: http(),
    ...(balancer !== undefined && { unavailability: balancer }),
  });
  const apps = site.servers(2, 'server', (server) => server.appServer('app', { unavailability: 0.01 }));
  const db = site.database('db', { engine: 'mysql', unavailability: 0.001 });
  const visitor = site.user('visitor', { unavailability: 0 });
  visitor.visits(lb);
  lb.balances(apps, { healthCheck: '/health' });
  each(apps).writes(db);
  site.journey('buy', { from: visitor, writes: db, objective });
  return site;
}
