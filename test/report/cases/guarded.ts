import { anyone, architecture, http, https, mysql } from 'stanchion';

/**
 * A balancer the internet reaches, an application it reaches only through it, and an administration port that is let in
 * from one block. The inner firewall has rules to mend: one dead, one too wide, one that nobody needs; it lets nobody to
 * the database, which the application reads.
 */
export default function guarded() {
  const site = architecture('Guarded', { complete: ['firewalls'] });
  const edge = site.zone('edge', { trust: 'dmz', cidr: '10.0.1.0/24' });
  const lb = edge.loadBalancer('lb', {
    listens: { secure: https(site.certificate('key')), admin: http({ port: 8404 }) },
    address: '10.0.1.5',
  });
  const inside = site.zone('inside', { cidr: '10.0.2.0/24' });
  const app = inside.appServer('app', { listens: http({ port: 8080 }), address: '10.0.2.5' });
  const data = inside.zone('data', { cidr: '10.0.2.128/25' });
  const db = data.database('db', { listens: mysql(), address: '10.0.2.130' });
  const outer = edge.firewall('outer', { incoming: 'deny', outgoing: 'allow' });
  outer.allows(anyone, lb.at.secure);
  outer.allows('203.0.113.0/24', lb.at.admin);
  const inner = inside.firewall('inner', { incoming: 'deny', outgoing: 'allow' });
  inner.allows('10.0.1.0/24', app);
  inner.allows(lb, app);
  inner.allows('192.0.2.7/32', app, { ports: 22 });
  db.firewall('vault', { incoming: 'deny' });
  site.user('visitor').visits(lb.at.secure);
  lb.balances(app);
  app.reads(db);
  return site;
}
